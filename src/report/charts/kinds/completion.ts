import type { CollectionFigures, StepFigures, Where } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { grouped, percent, percentWithin, roundPercent } from '../numbers.js';
import { dots, heatMap, measuredBars, MOST_COLUMNS, MOST_ROWS } from '../shapes/index.js';
import { whereOf } from '../Topic.js';
import type { Topic } from '../Topic.js';
import { capital, plain } from '../words.js';

/** More groups than these cannot be told apart by marks. */
const MOST_MARKS = 8;

/** How many journeys completed each step, for each kind of journey: of all, and of each group. */
export function completion(topic: Topic): Chart[] {
  return topic.analysis.collections.flatMap((figures) => [...ofAll(figures), ...ofGroups(topic, figures)]);
}

type Done = StepFigures['completed'] & { readonly step: string; readonly share: number };

function doneOf(steps: readonly StepFigures[]): Done[] {
  return steps.flatMap(({ step, completed }) =>
    completed.share === null ? [] : [{ ...completed, step, share: completed.share }],
  );
}

function tipOf({ share, interval, hits, trials }: Done): string {
  return `completed by ${percentWithin(share, interval)}: ${grouped(hits)} of ${grouped(trials)} journeys`;
}

function completedAt(step: string): Where {
  return { step: { name: step, statuses: ['completed'] } };
}

function ofAll({ collection, title, groups }: CollectionFigures): Chart[] {
  const steps = doneOf(groups[0]?.journey?.steps ?? []);
  const last = steps.at(-1);
  if (last === undefined) return [];
  return [
    {
      id: `completion-${collection}`,
      title: `Completion by step: ${plain(title)}`,
      summary:
        `${capital(steps[0]!.step)} is completed by ${percent(steps[0]!.share)} of the journeys, ` +
        `${plain(last.step)} by ${percent(last.share)}.`,
      section: 'journeys',
      ...measuredBars({
        bars: steps.slice(0, MOST_ROWS).map((one) => ({
          key: one.step,
          label: plain(one.step),
          amount: one.share,
          interval: one.interval,
          text: `${percent(one.share)}, ${grouped(one.hits)} of ${grouped(one.trials)}`,
          tip: [plain(one.step), tipOf(one)],
          where: { collection, ...completedAt(one.step) },
        })),
        names: { amount: 'completed the step', interval: '95 % interval' },
        axis: 'share of all journeys',
        format: roundPercent,
        most: 1,
      }),
      table: {
        columns: [
          { title: 'step' },
          { title: 'completed', unit: 'share' },
          { title: 'low', unit: 'share' },
          { title: 'high', unit: 'share' },
          { title: 'journeys' },
          { title: 'of' },
        ],
        rows: steps.map(({ step, share, interval, hits, trials }) => ({
          cells: [plain(step), share, ...interval, hits, trials],
          where: { collection, ...completedAt(step) },
        })),
      },
    },
  ];
}

function ofGroups(topic: Topic, { collection, title, groups }: CollectionFigures): Chart[] {
  const division = topic.division(groups);
  if (division === undefined) return [];
  const cells = division.groups.flatMap((group) =>
    doneOf(group.journey?.steps ?? []).map((done) => ({
      ...done,
      group: group.label,
      where: { ...whereOf(group, collection), ...completedAt(done.step) },
    })),
  );
  const ranked = cells.toSorted((a, b) => a.share - b.share);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (least === undefined || most === undefined) return [];
  const names = [...new Set(cells.map(({ group }) => group))];
  const steps = [...new Set(cells.map(({ step }) => step))];
  const at = (step: string, group: string) => {
    const one = cells.find((cell) => cell.step === step && cell.group === group);
    return one === undefined
      ? undefined
      : {
          amount: one.share,
          interval: one.interval,
          text: roundPercent(one.share),
          tip: [`${plain(group)}, ${plain(step)}`, tipOf(one)],
          where: one.where,
        };
  };
  return [
    {
      id: `completion-by-${division.grouping}-${collection}`,
      title: `Completion by step and ${division.title}: ${plain(title)}`,
      summary:
        `From ${percent(least.share)} of ${plain(least.group)} at ${plain(least.step)} ` +
        `to ${percent(most.share)} of ${plain(most.group)} at ${plain(most.step)}.`,
      section: 'journeys',
      ...(names.length <= MOST_MARKS
        ? dots({
            rows: steps.slice(0, MOST_ROWS),
            rowText: plain,
            groups: names,
            groupText: plain,
            at,
            axis: 'share of the journeys of the group, with its 95 % interval',
            format: roundPercent,
            most: 1,
          })
        : heatMap({
            rows: names.slice(0, MOST_ROWS),
            rowText: plain,
            columns: steps.slice(0, MOST_COLUMNS),
            columnText: plain,
            at: (group, step) => at(step, group),
            from: 0,
            to: 1,
            ramp: 'ramp',
          })),
      table: {
        columns: [
          { title: 'step' },
          { title: division.title },
          { title: 'completed', unit: 'share' },
          { title: 'low', unit: 'share' },
          { title: 'high', unit: 'share' },
          { title: 'journeys' },
          { title: 'of' },
        ],
        rows: cells.map(({ step, group, share, interval, hits, trials, where }) => ({
          cells: [plain(step), plain(group), share, ...interval, hits, trials],
          where,
        })),
      },
    },
  ];
}
