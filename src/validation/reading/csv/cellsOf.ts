import type { RowFlaw } from '../lines/index.js';

/*
 * Cells of RFC 4180, with any delimiter of one character.
 *
 * By hand, because of what a checker has to say about a file that is broken: csv-parse 7 stays inside the quotes once it has
 * skipped a record with a stray one, so that all rows up to the next quote are lost with it, and its line numbers count the
 * two characters of a line break inside a text as two lines.
 */

/** The cells of a row, or the first thing that is wrong with it. */
export type Cells =
  | { readonly cells: readonly string[]; readonly flaw?: undefined }
  /** `isOpen`: the row ends inside quotes. */
  | { readonly flaw: RowFlaw; readonly isOpen: boolean };

/** Splits a row at its delimiters. */
export function cellsOf(text: string, delimiter: string): Cells {
  if (!text.includes('"')) {
    const at = text.indexOf('\r');
    return at === -1 ? { cells: text.split(delimiter) } : broken(at, ...STRAY_RETURN);
  }
  const cells: string[] = [];
  for (let start = 0; ;) {
    let end: number;
    if (text[start] === '"') {
      const close = closingQuote(text, start);
      if (close === -1) return { flaw: { at: start, message: NEVER_CLOSED, expected: CLOSED }, isOpen: true };
      end = close + 1;
      if (end < text.length && text[end] !== delimiter) return broken(end, BEHIND_QUOTE, DOUBLED);
      cells.push(text.slice(start + 1, close).replaceAll('""', '"'));
    } else {
      const next = text.indexOf(delimiter, start);
      end = next === -1 ? text.length : next;
      const cell = text.slice(start, end);
      const quote = cell.indexOf('"');
      if (quote !== -1)
        return broken(start + quote, 'found a quote inside a cell that does not begin with one', DOUBLED);
      if (cell.includes('\r')) return broken(start + cell.indexOf('\r'), ...STRAY_RETURN);
      cells.push(cell);
    }
    if (end === text.length) return { cells };
    start = end + 1;
  }
}

/** The offset at which the cell of a sound row begins. */
export function cellStart(text: string, delimiter: string, cell: number): number {
  let isQuoted = false;
  let left = cell;
  for (let at = 0; at < text.length && left > 0; at++) {
    // A doubled quote leaves the quotes and enters them again.
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === delimiter && !isQuoted) left -= 1;
    if (left === 0) return at + 1;
  }
  return left === 0 ? 0 : text.length;
}

const STRAY_RETURN = ['found a carriage return without a line feed', 'a line feed at the end of each line'] as const;
const NEVER_CLOSED = 'found a quote that is never closed';
const CLOSED = 'a quote at the end of the cell';
const BEHIND_QUOTE = 'found more of a cell behind its closing quote';
const DOUBLED = 'a cell in quotes, in which each quote of its own stands twice';

function broken(at: number, message: string, expected: string): Cells {
  return { flaw: { at, message, expected }, isOpen: false };
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
