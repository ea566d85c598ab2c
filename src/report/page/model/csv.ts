type Cell = string | number | undefined;

/** What makes a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A table as CSV after RFC 4180, for spreadsheets: in UTF-8 with its mark, as Excel takes it for another encoding otherwise.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show.
 */
export function csvOf(titles: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [line(titles)];
  for (const row of rows) lines.push(line(row));
  return `\uFEFF${lines.join('')}`;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
