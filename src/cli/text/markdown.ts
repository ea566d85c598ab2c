import { counted } from '../figures.js';
import { printable } from './printable.js';

/** A comment on GitHub holds 65,536 characters. */
const MOST_ROWS = 20;

/**
 * A table of GitHub's Markdown, without a line end after it; empty without rows.
 *
 * @param titles - those that begin with > are of columns of numbers.
 * @param rows - cells of `markdownText` and `markdownCode`.
 */
export function markdownTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  mostRows: number = MOST_ROWS,
): string {
  if (rows.length === 0) return '';
  const lines = [
    titles.map((title) => title.replace(/^>/, '')),
    titles.map((title) => (title.startsWith('>') ? '--:' : '---')),
    ...rows.slice(0, mostRows),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const rest = rows.length - mostRows;
  return [...lines, ...(rest > 0 ? [`\n… and ${counted(rest, 'more row')}`] : [])].join('\n');
}

/** Everything that Markdown, HTML or GitHub reads as more than itself: a mention of somebody would call them. */
const MARKS = /[&<>|\\`*[\]~@#:!$]|(?<![a-z0-9])_|_(?![a-z0-9])|(?<=www)\./gi;

/** A text that stands for itself, in a cell as well as outside. */
export function markdownText(text: string): string {
  return printable(text).replaceAll(MARKS, (sign) => `&#${sign.codePointAt(0)!};`);
}

/** A text in the type of code. Not between backticks: there a bar would end the cell after a backslash. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}
