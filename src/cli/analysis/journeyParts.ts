import type { Analysis, AnalysisTitles, CompletionTime, GroupFigures, JourneyFigures } from '../../analysis/index.js';
import { counted, grouped } from '../figures.js';
import type { Figures, Lines, Part } from '../text/index.js';
import { emotionsTable, transitionsTable } from './emotionTables.js';
import { groupingsOf, wholeOf } from './groupings.js';
import { days, NONE, percent, quartiles, range, shareText } from './inWords.js';

/** Days by which it is told how many journeys have finished. */
const DAYS = [7, 30, 90] as const;

/** The journeys of each collection, then those of all kinds together where there are several. */
export function journeyParts(analysis: Analysis, by: string | undefined): Part[] {
  const { collections, journeys, titles } = analysis;
  const own = collections.filter(({ groups }) => wholeOf(groups)?.journey !== undefined);
  const parts = own.map(({ title, groups }) => journeyPart(title, groups, titles, by));
  return own.length < 2 ? parts : [...parts, journeyPart('All journeys together', journeys, titles, by)];
}

function journeyPart(
  title: string,
  groups: readonly GroupFigures[],
  titles: AnalysisTitles,
  by: string | undefined,
): Part {
  const journey = wholeOf(groups)?.journey;
  if (journey === undefined) return { title, blocks: [] };
  return {
    title: `${title}: ${counted(journey.journeys, 'journey')}`,
    blocks: [
      stepsTable(journey),
      endingsTable(journey),
      outcomesTable(journey),
      durations(journey),
      emotionsTable(journey),
      transitionsTable(journey),
      ...[...groupingsOf(groups, by)].map(([grouping, own]) => groupTable(titles.of[grouping] ?? grouping, own)),
    ],
  };
}

function stepsTable({ steps }: JourneyFigures): Figures {
  return {
    kind: 'figures',
    title:
      'Steps: completed by so many of all journeys (95 % interval), lost at it of those who came to it; gap in days from the step before, median [quartiles]',
    columns: [
      { title: 'step', isText: true },
      { title: 'reached' },
      { title: 'completed' },
      { title: 'lost' },
      { title: 'tense' },
      { title: 'gap' },
    ],
    rows: steps.map((one) => [
      one.step,
      grouped(one.reached),
      shareText(one.completed),
      percent(one.drop_off.share),
      percent(one.tense.share),
      quartiles(one.gap_days, days),
    ]),
  };
}

function endingsTable({ endings }: JourneyFigures): Figures {
  return {
    kind: 'figures',
    title: 'How they stand',
    columns: [{ title: 'ending', isText: true }, { title: 'journeys' }, { title: 'share' }],
    rows: endings.map((one) => [one.label, grouped(one.hits), shareText(one)]),
  };
}

function outcomesTable({ outcomes }: JourneyFigures): Figures {
  return {
    kind: 'figures',
    title: 'Outcomes: reached, of the journeys that they were expected of',
    columns: [
      { title: 'outcome', isText: true },
      { title: 'expected' },
      { title: 'reached' },
      { title: 'share' },
      { title: 'beyond' },
    ],
    rows: outcomes.map((one) => [
      one.outcome,
      grouped(one.expected),
      grouped(one.reached.hits),
      shareText(one.reached),
      grouped(one.beyond),
    ]),
  };
}

function durations({ duration_days: spans, completion_time: time }: JourneyFigures): Lines {
  const { median_days: median } = time;
  const known = DAYS.flatMap((day) => {
    const share = finishedBy(time, day);
    return share === undefined ? [] : [`${percent(share)} by day ${day}`];
  });
  const half = median === null ? 'fewer than half come to finish' : `half have finished by day ${days(median)}`;
  return {
    kind: 'lines',
    lines: [
      `Duration of ${counted(spans.count, 'finished journey')}, in days: median [quartiles] ${quartiles(spans, days)}, range ${range(spans, days)}.`,
      ...(time.journeys === 0
        ? []
        : [
            `Time to completion, open journeys counted as far as they were watched: ${half}${known.length === 0 ? '' : `; finished ${known.join(', ')}`}.`,
          ]),
    ],
  };
}

/** Undefined where nobody was watched until that day. */
function finishedBy({ points }: CompletionTime, day: number): number | undefined {
  const isWatched = points.some((point) => point.day >= day);
  const last = points.findLast((point) => point.day <= day);
  const isOver = last !== undefined && last.finished + last.lost > 1 - 1e-9;
  return isWatched || isOver ? (last?.finished ?? 0) : undefined;
}

function groupTable(title: string, groups: readonly GroupFigures[]): Figures {
  return {
    kind: 'figures',
    title: `By ${title}: days are the median of finished journeys`,
    columns: [
      { title, isText: true },
      { title: 'journeys' },
      { title: 'finished' },
      { title: 'lost' },
      { title: 'tense' },
      { title: 'days' },
    ],
    rows: groups.flatMap(({ label, journey }) => (journey === undefined ? [] : [groupRow(label, journey)])),
  };
}

function groupRow(label: string, { journeys, endings, tense, duration_days: spans }: JourneyFigures): string[] {
  const finished = endings.find((one) => one.label === 'finished');
  const lost = endings.filter((one) => one.label === 'abandoned' || one.label === 'stopped');
  const hits = lost.reduce((sum, one) => sum + one.hits, 0);
  return [
    label,
    grouped(journeys),
    finished === undefined ? NONE : shareText(finished),
    percent(journeys === 0 ? null : hits / journeys),
    percent(tense.share),
    days(spans.median),
  ];
}
