import { markdownCode, markdownTable, markdownText } from './markdown.js';
import type { Block, Item, Part } from './Part.js';
import { cut } from './printable.js';

/** A comment on GitHub holds 65,536 characters, and a page of figures has many tables. */
const MOST_ROWS = 20;
const LONGEST_CELL = 60;
const NEWS = { good: '▲ ', bad: '▼ ' } as const;

/** Parts as GitHub's Markdown; parts without anything in them are left out. */
export function partsMarkdown(parts: readonly Part[]): string {
  return parts.flatMap(partMarkdown).join('\n\n') + '\n';
}

function partMarkdown({ title, blocks }: Part): string[] {
  const texts = blocks.map(blockMarkdown).filter((text) => text !== '');
  return texts.length === 0 ? [] : [`### ${said(title)}`, ...texts];
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'lines':
      return block.lines.map(said).join('\n\n');
    case 'items':
      return block.items.map((item, index) => itemMarkdown(item, block.isNumbered ? `${index + 1}.` : '-')).join('\n');
    case 'figures': {
      const titles = block.columns.map(({ title, isText }) => `${isText === true ? '' : '>'}${cell(title)}`);
      const table = markdownTable(
        titles,
        block.rows.map((cells) => cells.map(cell)),
        MOST_ROWS,
      );
      return table === '' ? '' : `${said(block.title)}\n\n${table}`;
    }
    case 'command':
      return `${said(block.purpose)}: ${markdownCode(block.command)}`;
  }
}

function itemMarkdown({ news, text, notes }: Item, mark: string): string {
  const sign = news === undefined ? '' : NEWS[news];
  return [`${mark} ${sign}${said(text)}`, ...notes.map(said)].join('<br>');
}

function said(text: string): string {
  return markdownText(cut(text));
}

function cell(text: string): string {
  return markdownText(cut(text, LONGEST_CELL));
}
