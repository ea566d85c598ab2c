import { styled } from '../terminal.js';
import type { TextStyle } from '../terminal.js';
import type { Block, Figures, Item, Part } from './Part.js';
import { cut, printable } from './printable.js';
import { figureTable, wrapped } from './tableText.js';

/** Longer words of other people's files would hide the figures beside them. */
const LONGEST_CELL = 60;
const NEWS = { good: ['green', '▲'], bad: ['red', '▼'] } as const;

/** Parts for a terminal, within its width; parts without anything in them are left out. */
export function partsText(parts: readonly Part[], style: TextStyle): string {
  return parts.flatMap((part) => partText(part, style)).join('\n');
}

function partText({ title, blocks }: Part, style: TextStyle): string[] {
  const texts = blocks.map((block) => blockText(block, style)).filter((text) => text !== '');
  if (texts.length === 0) return [];
  const heads = wrapped(printable(cut(title)), style.width);
  const rule = '═'.repeat(Math.min(style.width, Math.max(...heads.map(({ length }) => length))));
  return [`${heads.map((line) => styled('bold', line, style)).join('\n')}\n${rule}\n${texts.join('\n')}`];
}

function blockText(block: Block, style: TextStyle): string {
  switch (block.kind) {
    case 'lines':
      return block.lines.map((line) => paragraph(line, style, '')).join('');
    case 'items':
      return block.items
        .map((item, index) => itemText(item, block.isNumbered ? `${index + 1}`.padStart(2) : '•', style))
        .join('');
    case 'figures':
      return figuresText(block, style);
    case 'command':
      // A command is pasted as a whole: the terminal wraps it.
      return `${printable(block.purpose)}: ${printable(block.command)}\n`;
  }
}

function itemText({ news, text, notes }: Item, mark: string, style: TextStyle): string {
  const sign = news === undefined ? '' : `${styled(NEWS[news][0], NEWS[news][1], style)} `;
  const indent = ' '.repeat(mark.length + 1);
  const lines = wrapped(`${sign}${printable(cut(text))}`, style.width - indent.length);
  const own = lines.map((line, index) => `${index === 0 ? `${mark} ` : indent}${line}\n`);
  return `${own.join('')}${notes.map((note) => styled('dim', paragraph(note, style, `${indent}  `), style)).join('')}`;
}

function paragraph(text: string, style: TextStyle, indent: string): string {
  return wrapped(printable(cut(text)), style.width - indent.length)
    .map((line) => `${indent}${line}\n`)
    .join('');
}

function figuresText({ title, columns, rows }: Figures, style: TextStyle): string {
  if (rows.length === 0) return '';
  const cell = (text: string): string => printable(cut(text, LONGEST_CELL));
  const shownColumns = columns.map((column) => ({
    title: cell(column.title),
    ...(column.isText !== true && { align: 'right' as const }),
  }));
  const table = figureTable(
    shownColumns,
    rows.map((cells) => cells.map(cell)),
    style,
  );
  return `${paragraph(title, style, '')}${table}`;
}
