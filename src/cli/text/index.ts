export { markdownCode, markdownTable, markdownText } from './markdown.js';
export type { Block, Command, FigureColumn, Figures, Item, Items, Lines, Part } from './Part.js';
export { partsMarkdown } from './partsMarkdown.js';
export { partsText } from './partsText.js';
export { cut, expectedText, foundText, messageText, printable } from './printable.js';
export { quotedPath, quotedWord } from './quotedWord.js';
export { tableText } from './tableText.js';
export type { Column } from './tableText.js';
