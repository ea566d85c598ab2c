import type { Chart } from '../Chart.js';
import { counted, signed } from '../numbers.js';
import { heatMap, MOST_COLUMNS } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** How the figures of a profile go together, of the first collection with three of them at least. */
export function correlations(topic: Topic): Chart[] {
  const found = topic.analysis.collections.find(
    ({ correlations: { measures, values } }) =>
      measures.length > 2 && values.some((row, y) => row.some((value, x) => x < y && value !== null)),
  );
  if (found === undefined) return [];
  const { collection, correlations: figures } = found;
  const places = new Map(figures.measures.map((measure, index) => [measure, index]));
  const pairs = figures.measures.flatMap((one, y) =>
    figures.measures.slice(0, y).map((other, x) => ({
      one,
      other,
      value: figures.values[y]![x]!,
      count: figures.counts[y]![x]!,
      where: { collection, measures: { [one]: {}, [other]: {} } },
    })),
  );
  const closest = pairs.toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))[0]!;
  const shown = figures.measures.slice(0, MOST_COLUMNS);
  return [
    {
      id: 'correlations',
      title: `Correlation of the figures of a profile: ${plain(found.title)}`,
      summary:
        `Closest are ${topic.titleOf(closest.one)} and ${topic.titleOf(closest.other)} ` +
        `with a correlation of ${signed(closest.value)}.`,
      section: 'profile',
      ...heatMap({
        // Every pair once: below the diagonal.
        rows: shown.slice(1),
        rowText: (measure) => topic.titleOf(measure),
        columns: shown.slice(0, -1),
        columnText: (measure) => topic.titleOf(measure),
        at(row, column) {
          const [y, x] = [places.get(row)!, places.get(column)!];
          if (x >= y) return undefined;
          const value = figures.values[y]![x]!;
          return {
            amount: value,
            text: signed(value),
            tip: [
              `${topic.titleOf(row)} and ${topic.titleOf(column)}`,
              `correlation ${signed(value)}, ${counted(figures.counts[y]![x]!, 'record')}`,
            ],
            where: { collection, measures: { [row]: {}, [column]: {} } },
          };
        },
        from: -1,
        to: 1,
        ramp: 'diverging',
      }),
      table: {
        columns: [{ title: 'figure' }, { title: 'and' }, { title: 'correlation' }, { title: 'records' }],
        rows: pairs.map(({ one, other, value, count, where }) => ({
          cells: [topic.titleOf(one), topic.titleOf(other), value, count],
          where,
        })),
      },
    },
  ];
}
