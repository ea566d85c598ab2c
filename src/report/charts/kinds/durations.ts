import type { CollectionFigures, Distribution, Where } from '../../../analysis/index.js';
import type { Chart, ChartTable } from '../Chart.js';
import { brief, counted } from '../numbers.js';
import { boxes, fiveOf, MOST_ROWS } from '../shapes/index.js';
import type { Box } from '../shapes/index.js';
import { whereOf } from '../Topic.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** How long finished journeys took, by group, and the gaps before each step, for each kind of journey. */
export function durations(topic: Topic): Chart[] {
  return topic.analysis.collections.flatMap((figures) => [...lengths(topic, figures), ...gaps(figures)]);
}

function lengths(topic: Topic, { collection, title, groups }: CollectionFigures): Chart[] {
  const [whole] = groups;
  const numbers = whole?.journey?.duration_days;
  if (whole === undefined || numbers === undefined || numbers.count === 0) return [];
  const division = topic.division(groups);
  const all: Box[] = [whole, ...(division?.groups ?? [])].flatMap((group) =>
    group.journey === undefined
      ? []
      : [
          {
            key: JSON.stringify([group.grouping, group.label]),
            text: group === whole ? 'all' : plain(group.label),
            numbers: group.journey.duration_days,
            where: { ...whereOf(group, collection), endings: ['finished'] } satisfies Where,
          },
        ],
  );
  return [
    {
      id: `durations-${collection}`,
      title: `Days to finish: ${plain(title)}`,
      summary: `Of ${counted(numbers.count, 'finished journey')} half took ${brief(numbers.median)} days at most.`,
      section: 'journeys',
      ...boxes(all.slice(0, MOST_ROWS), 'days from the first step to the last', 'journey'),
      table: boxTable(division?.title ?? 'group', all),
    },
  ];
}

function gaps({ collection, title, groups }: CollectionFigures): Chart[] {
  const all: Box[] = (groups[0]?.journey?.steps ?? [])
    .filter(({ gap_days: { count } }) => count > 0)
    .map(({ step, gap_days: numbers }) => ({
      key: step,
      text: plain(step),
      numbers,
      where: { collection, step: { name: step } },
    }));
  const longest = all.toSorted((a, b) => (b.numbers.median ?? 0) - (a.numbers.median ?? 0))[0];
  if (longest === undefined) return [];
  return [
    {
      id: `gaps-${collection}`,
      title: `Days before each step: ${plain(title)}`,
      summary: `The longest wait is before ${longest.text}: ${brief(longest.numbers.median)} days in the middle.`,
      section: 'journeys',
      ...boxes(all.slice(0, MOST_ROWS), 'days since the step before', 'time'),
      table: boxTable('step', all),
    },
  ];
}

/** Smallest, quartiles and greatest, as they are drawn. */
function boxTable(by: string, all: readonly Box[]): ChartTable {
  const drawn = ['min', 'q1', 'median', 'q3', 'max'] as const satisfies readonly (keyof Distribution)[];
  return {
    columns: [{ title: by }, { title: 'count' }, ...drawn.map((title) => ({ title, unit: 'days' }))],
    rows: all
      .filter(({ numbers }) => fiveOf(numbers) !== undefined)
      .map(({ text, numbers, where }) => ({
        cells: [text, numbers.count, ...drawn.map((one) => numbers[one])],
        where,
      })),
  };
}
