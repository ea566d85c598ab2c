import type { CollectionFigures, GroupFigures, Headline, JourneyFigures, Share, StepFigures } from '../Analysis.js';
import type { About } from '../BehindOf.js';
import { either, grouped, inDays, oneDigit, percent, plain } from '../words.js';
import type { Judged } from './Judged.js';
import { wholeOf } from './kinds.js';
import { hitsOf } from './others.js';
import { needsAsked } from './questions.js';

/** Of a few times that a step was taken nothing is largest. */
const FEWEST_TRIALS = 10;
/** Needs that are told of, those of most people first. */
const MOST_NEEDS = 3;

/** How things stand on the whole, collection by collection. */
export function headlinesOf(judged: Judged): readonly Headline[] {
  return judged.collections.flatMap((figures) => {
    const whole = wholeOf(figures);
    if (whole === undefined || whole.records === 0) return [];
    return [...needHeadlines(figures, whole, judged), ...journeyHeadlines(figures, whole, judged)];
  });
}

function needHeadlines(
  { collection, title }: CollectionFigures,
  whole: GroupFigures,
  judged: Judged,
): readonly Headline[] {
  const asked = needsAsked(judged.collections, judged.studies);
  return Object.entries(whole.needs)
    .filter(([need, { hits }]) => hits > 0 && asked.get(need) === collection)
    .sort(([, a], [, b]) => b.hits - a.hits)
    .slice(0, MOST_NEEDS)
    .map(([need, share]) => ({
      id: `need/${collection}/${need}`,
      statement: `${title}: ${grouped(share.hits)} of ${grouped(share.trials)} are ${judged.titles.of[need] ?? plain(need)} (${percent(share.share ?? 0)}).`,
      figures: { need: share },
      records: judged.behind(about(collection, 'need', need)),
    }));
}

function journeyHeadlines(
  { collection, title }: CollectionFigures,
  { journey }: GroupFigures,
  judged: Judged,
): readonly Headline[] {
  if (journey === undefined || journey.journeys === 0) return [];
  const tense = judged.studies.find((study) => study.collection === collection)?.journey?.tense ?? [];
  const lossy = largest(journey.steps, ({ drop_off }) => drop_off);
  const strained = largest(journey.steps, (step) => step.tense);
  return [
    {
      id: `finished/${collection}`,
      statement: `${title}: ${progress(journey)}.`,
      figures: {
        journeys: journey.journeys,
        endings: journey.endings,
        median_days: journey.completion_time.median_days,
        duration_days: journey.duration_days,
      },
      records: judged.behind(about(collection, 'duration', collection)),
    },
    ...(lossy === undefined
      ? []
      : [
          {
            id: `largest-drop-off/${collection}`,
            statement: `${title}: the step that loses most is ${plain(lossy.step)}, ${part(lossy.share, 'who came to it')}.`,
            figures: { step: lossy.step, drop_off: lossy.share },
            records: judged.behind(about(collection, 'drop-off', lossy.step)),
          },
        ]),
    ...(strained === undefined
      ? []
      : [
          {
            id: `most-tense/${collection}`,
            statement: `${title}: strain is greatest at ${plain(strained.step)}, where ${part(strained.share, `are ${either(tense.map(plain))}`)}.`,
            figures: { step: strained.step, tense: strained.share },
            records: judged.behind(about(collection, 'tense', strained.step)),
          },
        ]),
  ];
}

/** `213 of 500 have finished (43 %), half of all by day 31; 267 were lost on the way, 20 are still open`. */
function progress({ journeys, endings, completion_time: time, duration_days: duration }: JourneyFigures): string {
  const finished = hitsOf(endings, 'finished');
  const open = hitsOf(endings, 'open');
  const lost = journeys - finished - open;
  const share = `${grouped(finished)} of ${grouped(journeys)} have finished (${percent(finished / journeys)})`;
  return `${share}${pace(time.median_days, duration.median)}; ${grouped(lost)} were lost on the way, ${grouped(open)} are still open`;
}

/** Where fewer than half come to the end, only of those who did can be told how long it took. */
function pace(ofAll: number | null, ofFinished: number | null): string {
  if (ofAll !== null) return `, half of all by day ${oneDigit(ofAll)}`;
  return ofFinished === null ? '' : `, half of those within ${inDays(ofFinished)}`;
}

interface Largest {
  readonly step: string;
  readonly share: Share;
}

/** The step with the largest share, the earlier one of equals. */
function largest(steps: readonly StepFigures[], of: (step: StepFigures) => Share): Largest | undefined {
  const shares = steps.map((one) => ({ step: one.step, share: of(one) }));
  return shares
    .filter(({ share }) => share.trials >= FEWEST_TRIALS && share.hits > 0)
    .sort((a, b) => (b.share.share ?? 0) - (a.share.share ?? 0))[0];
}

/** `120 of 310 who came to it (39 %, likely 34 % to 44 %)`. */
function part({ hits, trials, share, interval: [low, high] }: Share, words: string): string {
  return `${grouped(hits)} of ${grouped(trials)} ${words} (${percent(share ?? 0)}, likely ${percent(low)} to ${percent(high)})`;
}

function about(collection: string, kind: About['kind'], subject: string): About {
  return { collection, grouping: 'all', label: 'all', kind, subject };
}
