import type { MendChange } from '../../validation/index.js';
import { counted, grouped } from '../figures.js';
import { foundText, printable } from '../text/index.js';
import { placeText } from './Findings.js';
import type { FixResult } from './fixFiles.js';

/** A line for each change: file, record, pointer, and what became of what. */
export function changesText(changes: readonly MendChange[]): string {
  return changes
    .map((change) => `${placeText(change)}: ${foundText(change.old)} → ${foundText(change.new)}\n`)
    .join('');
}

/** What was written, and what is still wrong with it. */
export function fixedText({ copies, left: { ok, counts } }: FixResult): string {
  const written = copies.map(
    ({ path, records, mended }) =>
      `${printable(path)}  ${counted(records, 'record')}, ${mended === 0 ? 'none' : grouped(mended)} of them mended\n`,
  );
  const copy = copies.length === 1 ? 'the copy' : 'the copies';
  const rules = Object.entries(counts.by_rule).map(([rule, count]) => `${printable(rule)} ${grouped(count)}`);
  const rest = ok
    ? `${copy}: no errors in ${counted(counts.records, 'record')}`
    : `left in ${copy}: ${counted(counts.errors, 'error')} (${rules.join(', ')}); what is wrong between records is not mended`;
  return `${written.join('')}${rest}\n`;
}
