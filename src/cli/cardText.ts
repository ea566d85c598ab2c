import type { Card } from '../domain/index.js';
import { styled } from './terminal.js';
import type { TextStyle } from './terminal.js';
import { timelineText } from './timelineText.js';
import { padded, textWidth, wrapText } from './wrapText.js';

const GAP = 2;
const NARROWEST = 30;

/**
 * A card as lines that fit the width: the title, then labels in one column and texts in the other, then its timeline.
 */
export function cardText(card: Card, style: TextStyle): string {
  const width = Math.max(style.width, NARROWEST);
  const title = wrapText(card.title, width).map((line) => styled('bold', line, style));
  const column = Math.max(0, ...card.rows.map(([label]) => textWidth(label))) + 2 * GAP;
  const rows = card.rows.flatMap(([label, text]) =>
    wrapText(text, width - column).map((line, index) => {
      const name = padded(`${' '.repeat(GAP)}${index === 0 ? label : ''}`, column);
      return `${styled('dim', name, style)}${line}`.trimEnd();
    }),
  );
  const timeline = timelineText(card.timeline ?? [], { ...style, width: width - GAP });
  const events = timeline.length === 0 ? [] : ['', ...timeline.map((line) => `${' '.repeat(GAP)}${line}`)];
  return `${[...title, ...rows, ...events].join('\n')}\n`;
}
