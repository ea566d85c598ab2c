import { el } from '../dom/index.js';
import type { Column, Row } from '../model/index.js';
import { isWhole } from '../model/index.js';

/** A row of the grid; its place says where it stands in the order that is shown. */
export function gridRow(row: Row, columns: readonly Column[], place: number): HTMLElement {
  const cells = columns.map((column, index) => {
    const text = index === 0 && !isWhole(row) ? `${row.file} #${row.record}` : column.text(column.of(row));
    return el(
      'span',
      {
        role: index === 0 ? 'rowheader' : 'gridcell',
        class: column.isNumber ? 'number' : undefined,
        'aria-colindex': index + 1,
        title: text.length > 24 ? text : undefined,
      },
      text,
    );
  });
  return el(
    'div',
    {
      id: rowId(place),
      class: row.violations > 0 ? 'grid-row broken' : 'grid-row',
      role: 'row',
      'aria-rowindex': place + 2,
    },
    ...cells,
  );
}

export function rowId(place: number): string {
  return `row-${place}`;
}
