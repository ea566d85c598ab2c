import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { styled } from '../terminal.js';
import type { TextStyle } from '../terminal.js';

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Share of the width that it takes at most; the last column takes what is left. */
  readonly most?: number;
}

const MIDDLE = ' │ ';
const NARROWEST_LAST = 8;

/**
 * Rows of printable cells below their titles, within the width of the text; what is longer goes on in the next line.
 *
 * @param rows - a cell may have several lines, and colours.
 */
export function tableText(columns: readonly Column[], rows: readonly (readonly string[])[], style: TextStyle): string {
  const widths = widthsOf(columns, rows, style.width);
  const rule = `${widths.map((width) => '─'.repeat(width + 2)).join('┼')}\n`;
  const head = columns.map(({ title }) => styled('bold', title, style));
  return [head, ...rows].map((cells) => rowText(cells, columns, widths)).join(rule);
}

function rowText(cells: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const wrapped = cells.map((cell, index) => wrapAnsi(cell, widths[index] ?? 1, { hard: true }).split('\n'));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const texts = wrapped.map((lines, index) => aligned(lines[line] ?? '', widths[index] ?? 1, columns[index]?.align));
    return ` ${texts.join(MIDDLE)}`.trimEnd() + '\n';
  }).join('');
}

function aligned(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.slice(0, -1).map(({ title, most = 1 }, index) => {
    const lines = [title, ...rows.map((row) => row[index] ?? '')].flatMap((cell) => cell.split('\n'));
    return Math.max(1, Math.min(Math.max(...lines.map((line) => stringWidth(line))), Math.floor(most * width)));
  });
  // A blank stands before the first column and after the last one.
  const taken = widths.reduce((sum, one) => sum + one + MIDDLE.length, 2);
  return [...widths, Math.max(NARROWEST_LAST, width - taken)];
}
