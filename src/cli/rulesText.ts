import type { WayToBreak } from '../domain/index.js';
import { wrapText } from './wrapText.js';

const INDENT = '  ';

/** The rules that can be broken, each with its sentence below it. */
export function rulesText(ways: readonly WayToBreak<object>[], width: number): string {
  return ways
    .flatMap(({ id, sentence }) => [id, ...wrapText(sentence, width - INDENT.length).map((line) => `${INDENT}${line}`)])
    .map((line) => `${line}\n`)
    .join('');
}
