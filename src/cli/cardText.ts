import { styleText } from 'node:util';
import type { Card } from '../domain/index.js';

const GAP = 2;
const NARROWEST = 30;

/** A card as lines that fit the width: the title, then labels in one column and texts in the other. */
export function cardText(card: Card, options: { readonly width: number; readonly hasColours: boolean }): string {
  const { hasColours } = options;
  const width = Math.max(options.width, NARROWEST);
  const title = wrap(card.title, width).map((line) =>
    hasColours ? styleText('bold', line, { validateStream: false }) : line,
  );
  const column = Math.max(0, ...card.rows.map(([label]) => widthOf(label))) + 2 * GAP;
  const rows = card.rows.flatMap(([label, text]) =>
    wrap(text, width - column).map((line, index) => {
      const name = `${' '.repeat(GAP)}${index === 0 ? label : ''}`;
      const padded = name + ' '.repeat(column - widthOf(name));
      return `${hasColours ? styleText('dim', padded, { validateStream: false }) : padded}${line}`.trimEnd();
    }),
  );
  return `${[...title, ...rows].join('\n')}\n`;
}

/** The words of a text in lines of at most `width` characters; a longer word gets a line to itself. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function widthOf(text: string): number {
  return Array.from(text).length;
}
