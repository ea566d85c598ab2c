import type { Chart } from '../Chart.js';
import { grouped, percent, roundPercent } from '../numbers.js';
import { heatMap, MOST_COLUMNS, MOST_ROWS } from '../shapes/index.js';
import { whereOf } from '../Topic.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** Who needs reaching out to, by group, in the first collection that knows needs. */
export function needs(topic: Topic): Chart[] {
  for (const { collection, title, groups } of topic.analysis.collections) {
    const division = topic.division(groups);
    if (division === undefined) continue;
    const cells = division.groups.flatMap((group) =>
      Object.entries(group.needs).map(([need, share]) => ({
        ...share,
        group: group.label,
        need,
        where: { ...whereOf(group, collection), need },
      })),
    );
    const greatest = cells.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
    if (greatest === undefined || greatest.share === null) continue;
    return [
      {
        id: `needs-by-${division.grouping}`,
        title: `Who to reach out to, by ${division.title}: ${plain(title)}`,
        summary: `The highest share is ${percent(greatest.share)}: ${topic.titleOf(greatest.need)}, ${plain(greatest.group)}.`,
        section: 'people',
        ...heatMap({
          rows: [...new Set(cells.map(({ group }) => group))].slice(0, MOST_ROWS),
          rowText: plain,
          columns: [...new Set(cells.map(({ need }) => need))].slice(0, MOST_COLUMNS),
          columnText: (need) => topic.titleOf(need),
          at(row, column) {
            const one = cells.find(({ group, need }) => group === row && need === column);
            if (one === undefined) return undefined;
            return {
              amount: one.share,
              text: roundPercent(one.share),
              tip: [
                plain(row),
                `${topic.titleOf(column)}: ${percent(one.share)}, ${grouped(one.hits)} of ${grouped(one.trials)}`,
              ],
              where: one.where,
            };
          },
          from: 0,
          to: greatest.share,
          ramp: 'ramp',
        }),
        table: {
          columns: [
            { title: division.title },
            { title: 'need' },
            { title: 'share', unit: 'share' },
            { title: 'records' },
            { title: 'of' },
          ],
          rows: cells.map(({ group, need, share, hits, trials, where }) => ({
            cells: [plain(group), topic.titleOf(need), share, hits, trials],
            where,
          })),
        },
      },
    ];
  }
  return [];
}
