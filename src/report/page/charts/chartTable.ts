import type { Chart } from '../../charts/index.js';
import { dataTable, el } from '../dom/index.js';
import type { TableCell } from '../dom/index.js';
import { behind, figureText, hashOf, plain } from '../model/index.js';

/** The figures of a chart, with a link from each row to the records behind it. */
export function chartTable({ title, table }: Chart): HTMLElement {
  const { columns, rows } = table;
  const hasLinks = rows.some(({ where }) => where !== undefined);
  const titles = columns.map(({ title: column, unit }) =>
    unit === undefined || unit === 'share' ? column : `${column} (${unit})`,
  );
  return dataTable(
    title,
    hasLinks ? [...titles, 'records'] : titles,
    rows.map(({ cells, where }) => [
      ...cells.map((cell, index): TableCell => {
        if (typeof cell !== 'number') return { content: cell === null ? '–' : plain(cell) };
        return { content: figureText(cell, columns[index]?.unit === 'share' ? 'share' : undefined), value: cell };
      }),
      ...(where === undefined
        ? []
        : [
            {
              content: el(
                'a',
                {
                  class: 'to-records',
                  href: hashOf(behind(where)),
                  'aria-label': `records of ${plain(String(cells[0]))}`,
                },
                'show',
              ),
            },
          ]),
    ]),
  );
}
