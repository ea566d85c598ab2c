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

type Rows = readonly (readonly string[])[];

const MIDDLE = ' │ ';
const NARROWEST_LAST = 8;
/** A first column of figures that is narrower than this would break its words. */
const NARROWEST_FIRST = 14;

/**
 * Rows of printable cells below their titles, within the width of the text; what is longer goes on in the next line.
 *
 * @param rows - a cell may have several lines, and colours.
 */
export function tableText(columns: readonly Column[], rows: Rows, style: TextStyle): string {
  const widths = columns.slice(0, -1).map(({ most = 1 }, index) => {
    return Math.max(1, Math.min(naturalWidth(columns, rows, index), Math.floor(most * style.width)));
  });
  const last = Math.max(NARROWEST_LAST, style.width - takenBy(widths));
  return linesOf(columns, rows, [...widths, last], style).join(ruleOf([...widths, last]));
}

/**
 * Rows of figures, which nobody could read in pieces: the table is no wider than its cells, and its first column alone goes
 * on in the next line. Where even that is too wide, each row becomes a paragraph that names its columns.
 */
export function figureTable(columns: readonly Column[], rows: Rows, style: TextStyle): string {
  const [first = 0, ...others] = columns.map((_, index) => naturalWidth(columns, rows, index));
  const left = style.width - takenBy(others);
  if (left < Math.min(first, NARROWEST_FIRST)) {
    return rows.map((cells) => paragraphText(columns, cells, style)).join('');
  }
  const widths = [Math.min(first, left), ...others];
  const [head, ...body] = linesOf(columns, rows, widths, style);
  return `${head ?? ''}${ruleOf(widths)}${body.join('')}`;
}

function paragraphText(
  columns: readonly Column[],
  [first = '', ...cells]: readonly string[],
  style: TextStyle,
): string {
  const told = cells.map((cell, index) => `${columns[index + 1]?.title ?? ''}: ${cell}`);
  const lines = [
    ...wrapped(first, style.width).map((line) => styled('bold', line, style)),
    ...filled(told, style.width - 2).flatMap((line) => wrapped(line, style.width - 2).map((one) => `  ${one}`)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Figures in lines, none of them broken that fits a line. */
function filled(figures: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, figure] of figures.entries()) {
    const next = `${figure}${index < figures.length - 1 ? ';' : ''}`;
    const isNew = line !== '' && columnsOf(`${line} ${next}`) > width;
    if (isNew) lines.push(line);
    line = line === '' || isNew ? next : `${line} ${next}`;
  }
  return line === '' ? lines : [...lines, line];
}

function linesOf(columns: readonly Column[], rows: Rows, widths: readonly number[], style: TextStyle): string[] {
  const head = columns.map(({ title }) => styled('bold', title, style));
  return [head, ...rows].map((cells) => rowText(cells, columns, widths));
}

function ruleOf(widths: readonly number[]): string {
  return `${widths.map((width) => '─'.repeat(width + 2)).join('┼')}\n`;
}

function rowText(cells: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const all = cells.map((cell, index) => wrapped(atJoints(cell, widths[index] ?? 1), widths[index] ?? 1));
  const height = Math.max(...all.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const texts = all.map((lines, index) => aligned(lines[line] ?? '', widths[index] ?? 1, columns[index]?.align));
    return ` ${texts.join(MIDDLE)}`.trimEnd() + '\n';
  }).join('');
}

/** Signs of one column each, which nearly every text consists of: asking about others takes fifty times as long. */
const NARROW = /^[\u0020-\u007E\u00B0-\u02FF\u2013\u2026\u2500-\u257F▲▼]*$/;

function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The lines of a printable text with colours; what is longer than a line is broken. */
export function wrapped(text: string, width: number): string[] {
  if (text.length <= width && NARROW.test(text) && text === text.trim()) return [text];
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n');
}

/** A name such as `first_second` or a path is broken where its parts meet, before it is broken anywhere. */
function atJoints(text: string, width: number): string {
  // Colours would be counted as letters.
  if (text.includes('\u001B')) return text;
  return text.replaceAll(/\S+/g, (word) => {
    if (columnsOf(word) <= width) return word;
    let line = '';
    const pieces = word.split(/(?<=[_/-])/).map((piece) => {
      const isNew = line !== '' && columnsOf(line + piece) > width;
      line = isNew ? piece : line + piece;
      return isNew ? `\n${piece}` : piece;
    });
    return pieces.join('');
  });
}

function aligned(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function naturalWidth(columns: readonly Column[], rows: Rows, index: number): number {
  const cells = [columns[index]?.title ?? '', ...rows.map((row) => row[index] ?? '')];
  return cells.flatMap((cell) => cell.split('\n')).reduce((most, line) => Math.max(most, columnsOf(line)), 0);
}

/** A blank stands before the first column and after the last one. */
function takenBy(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one + MIDDLE.length, 2);
}
