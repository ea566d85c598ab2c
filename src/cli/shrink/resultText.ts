import type { DataSize, Need } from '../../shrink/index.js';
import { counted, duration, grouped, size } from '../figures.js';
import { subjectText } from './Found.js';
import type { Found } from './Found.js';
import { oneLine } from './oneLine.js';
import { triesText } from './triesText.js';

/** So many are named. */
const MOST_LINES = 6;
const MOST_NAMES = 8;

const NEEDS = {
  'extra-key': 'a key that the model does not have',
  'missing-key': 'a key that is missing',
  writing: 'another way of writing',
  value: 'a value that is not legal there',
} as const satisfies Record<Need['kind'], string>;

/** What was done and what came out, in words. */
export function resultText(found: Found, written: string | undefined): string {
  const { file, shrunk, answer, record, asked, isInterrupted } = found;
  const { tries, milliseconds, from, to, breaks, needs, matters, simplest, isComplete } = shrunk;
  const first = asked === undefined ? '' : `, the first of ${grouped(asked)} asked for which the failure shows`;
  const broken = breaks.map(
    ({ rule, pointer, message }) => `${rule} at ${placeText(pointer)}: ${oneLine(message, 160)}`,
  );
  const needed = needs.map(({ pointer, kind }) => `${placeText(pointer)}: ${NEEDS[kind]}`);
  const sizes = [from, to].map((one) => sizeText(one, record === undefined)).join(' → ');
  const rows: (readonly [string, readonly string[]])[] = [
    ['shrunk', [`${sizes} in ${triesText(tries)}, ${duration(milliseconds / 1000)}`]],
    ['fails', answer.reason === '' ? [] : [oneLine(answer.reason, 200)]],
    ['broke', few(broken)],
    ['needs', few(needed)],
    // It is asked for last: an early end says nothing of it.
    ['matters', isComplete || matters.length > 0 ? [namesText(matters, 'changed alone, the failure is gone')] : []],
    ['simplest', [`${counted(simplest.length, 'field')}; --json names them`]],
    ['written', written === undefined ? [] : [oneLine(written)]],
  ];
  const head = `${oneLine(file)}: ${oneLine(subjectText(found))}${first}`;
  return `${[early(isComplete, isInterrupted, tries), head, ...rows.flatMap(rowText)].filter((line) => line !== '').join('\n')}\n`;
}

function early(isComplete: boolean, isInterrupted: boolean, tries: number): string {
  if (isComplete) return '';
  return isInterrupted
    ? 'interrupted: this is the smallest so far'
    : `ended after ${triesText(tries)}: this is the smallest so far`;
}

/** A label and its lines, below each other. */
function rowText([label, lines]: readonly [string, readonly string[]]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(9)}${line}`);
}

function sizeText({ bytes, records }: DataSize, isData: boolean): string {
  return isData ? `${counted(records, 'record')}, ${size(bytes)}` : size(bytes);
}

function few(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST_LINES), `and ${grouped(more)} more`];
}

function namesText(pointers: readonly string[], meaning: string): string {
  if (pointers.length === 0) return 'none';
  const more = pointers.length - MOST_NAMES;
  const names = pointers.slice(0, MOST_NAMES).map(placeText).join(', ');
  return `${names}${more <= 0 ? '' : ` and ${grouped(more)} more`}: ${meaning}`;
}

function placeText(pointer: string): string {
  return pointer === '' ? 'the whole' : oneLine(pointer, 120);
}
