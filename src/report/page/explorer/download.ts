import { el } from '../dom/index.js';
import { csvOf } from '../model/index.js';
import type { Column, Row } from '../model/index.js';

/** Hands the rows to the reader as a CSV file, numbers unrounded and labels as the data spell them. */
export function download(rows: readonly Row[], columns: readonly Column[], name: string): void {
  const titles = ['person', 'file', 'record', 'pointer', ...columns.map(({ title }) => title)];
  const lines = rows.map((row) => [
    row.person,
    row.file,
    row.record,
    row.pointer,
    ...columns.map((column) => {
      const value = column.of(row);
      return typeof value === 'object' ? value.join('; ') : value;
    }),
  ]);
  const url = URL.createObjectURL(new Blob([csvOf(titles, lines)], { type: 'text/csv;charset=utf-8' }));
  el('a', { href: url, download: `${name}.csv` }).click();
  URL.revokeObjectURL(url);
}
