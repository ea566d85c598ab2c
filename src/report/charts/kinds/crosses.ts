import type { CrossTable } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { counted, grouped } from '../numbers.js';
import { heatMap, MOST_COLUMNS, MOST_ROWS, stackedBars } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { capital, plain } from '../words.js';

/** More parts than these cannot be told apart in a bar. */
const MOST_PARTS = 8;

/** How groupings meet in the first collection that has several: such as age band by persona. */
export function crosses(topic: Topic): Chart[] {
  const found = topic.analysis.collections.find(({ crosses: all }) => all.some(hasCounts));
  return found === undefined
    ? []
    : found.crosses.filter(hasCounts).map((cross) => crossChart(topic, found.collection, plain(found.title), cross));
}

function hasCounts({ counts }: CrossTable): boolean {
  return counts.some((row) => row.some((count) => count > 0));
}

function crossChart(topic: Topic, collection: string, title: string, cross: CrossTable): Chart {
  const { rows, columns, counts } = cross;
  const cells = new Map(
    cross.row_labels.flatMap((row, y) =>
      cross.column_labels.map((column, x) => [JSON.stringify([row, column]), { row, column, count: counts[y]![x]! }]),
    ),
  );
  const whereOf = (row: string, column: string) => ({ collection, groups: { [rows]: row, [columns]: column } });
  const at = (row: string, column: string) => {
    const { count } = cells.get(JSON.stringify([row, column]))!;
    return {
      amount: count,
      text: grouped(count),
      tip: [`${plain(row)}, ${plain(column)}`, counted(count, 'record')],
      where: whereOf(row, column),
    };
  };
  const most = [...cells.values()].toSorted((a, b) => b.count - a.count)[0]!;
  const common = {
    rows: cross.row_labels.slice(0, MOST_ROWS),
    rowText: plain,
    at,
  };
  return {
    id: `${columns}-by-${rows}`,
    title: `${capital(topic.titleOf(columns))} by ${topic.titleOf(rows)}: ${title}`,
    summary: `Most are ${plain(most.row)} and ${plain(most.column)}: ${counted(most.count, 'record')}.`,
    section: 'people',
    ...(cross.column_labels.length <= MOST_PARTS
      ? stackedBars({ ...common, parts: cross.column_labels, partText: plain, axis: 'records', format: grouped })
      : heatMap({
          ...common,
          columns: cross.column_labels.slice(0, MOST_COLUMNS),
          columnText: plain,
          from: 0,
          to: most.count,
          ramp: 'ramp',
        })),
    table: {
      columns: [{ title: topic.titleOf(rows) }, { title: topic.titleOf(columns) }, { title: 'records' }],
      rows: [...cells.values()].map(({ row, column, count }) => ({
        cells: [plain(row), plain(column), count],
        where: whereOf(row, column),
      })),
    },
  };
}
