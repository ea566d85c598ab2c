import { el } from './el.js';
import type { Child } from './el.js';

/** A cell: what is shown, and the number behind it, unrounded. */
export interface TableCell {
  readonly content: Child;
  readonly value?: number | undefined;
}

/** A plain table whose first cells name the rows; wide ones scroll by themselves. */
export function dataTable(
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly TableCell[])[],
): HTMLElement {
  const numeric = titles.map((_, index) => rows.some((cells) => cells[index]?.value !== undefined));
  const side = (index: number): string | undefined => (numeric[index] === true ? 'number' : undefined);
  return el(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, caption),
      el(
        'thead',
        {},
        el('tr', {}, ...titles.map((title, index) => el('th', { scope: 'col', class: side(index) }, title))),
      ),
      el(
        'tbody',
        {},
        ...rows.map((cells) => el('tr', {}, ...cells.map((cell, index) => cellOf(cell, index, side(index))))),
      ),
    ),
  );
}

function cellOf({ content, value }: TableCell, index: number, className: string | undefined): HTMLElement {
  const attributes = { class: className, 'data-value': value };
  return index === 0 ? el('th', { scope: 'row', ...attributes }, content) : el('td', attributes, content);
}
