import { relative } from 'node:path';
import process from 'node:process';
import { shown } from '../../errors/index.js';
import type { ListedEntry, ListedProperty } from './listed.js';

const LONGEST_VALUE = 40;
const MOST_CHANGES = 5;

/** What is stored, for people: a paragraph a property. */
export function listText(properties: readonly ListedProperty[]): string {
  return properties.map(propertyText).join('\n');
}

function propertyText({ path, file, entries }: ListedProperty): string {
  const { name, file: testFile } = file.test;
  const lines = [
    printable(file.property),
    `  file  ${relative(process.cwd(), path)}`,
    `  test  ${printable(name)} (${printable(testFile)})`,
    ...entries.flatMap((entry, index) => entryLines(entry, index + 1)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function entryLines({ status, models, reason, changes = [] }: ListedEntry, number: number): string[] {
  const told = {
    legal: 'legal',
    mended: 'legal after mending',
    stale: `STALE: ${reason}`,
    unknown: 'not known to the domain; its test checks it',
  }[status];
  const of = models.length === 0 ? '' : ` ${models.join(', ')}`;
  const more = changes.length - MOST_CHANGES;
  return [
    `  ${number}.${of}  ${printable(told)}`,
    ...changes
      .slice(0, MOST_CHANGES)
      .map(({ pointer, old, new: now }) => `       ${printable(pointer)}  ${textOf(old)} → ${textOf(now)}`),
    ...(more > 0 ? [`       … and ${more} more`] : []),
  ];
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : printable(shown(value, LONGEST_VALUE));
}

/** Files are written by anyone: what steers a terminal is shown instead. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- it is these that must not reach a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (one) =>
    JSON.stringify(one)
      .slice(1, -1)
      .replace(/^[^\\]$/, '?'),
  );
}
