import { relative } from 'node:path';
import process from 'node:process';
import { shown } from '../errors/index.js';
import type { Arguments, Checked } from '../shrink/index.js';

const MOST_CHANGES = 10;
const LONGEST_VALUE = 60;

/** What is to be said of stored counterexamples, whether or not the property holds; undefined where all are as they were. */
export function storedReport(
  property: string,
  path: string,
  checked: readonly Checked<Arguments>[],
): string | undefined {
  const lines = checked.flatMap((one, index) =>
    linesOf(one).map((line, at) => (at === 0 ? `  ${index + 1}. ${line}` : `     ${line}`)),
  );
  if (lines.length === 0) return undefined;
  return [`stored counterexamples of "${property}" (${relative(process.cwd(), path)}):`, ...lines].join('\n');
}

function linesOf(checked: Checked<Arguments>): string[] {
  switch (checked.status) {
    case 'legal':
      return [];
    case 'unknown':
      return ['not checked: its arbitraries recognise no values; it was tried as it stands'];
    case 'stale':
      return [
        `STALE, not tried: ${checked.reason}`,
        'cohort-check counterexamples lists it; correct it or take it out of the file once it says nothing any more',
      ];
    case 'mended': {
      const told = checked.changes.slice(0, MOST_CHANGES);
      const more = checked.changes.length - told.length;
      return [
        'legal after mending, and tried so:',
        ...told.map(({ pointer, old, new: now }) => `  ${pointer}  ${textOf(old)} → ${textOf(now)}`),
        ...(more > 0 ? [`  … and ${more} more`] : []),
      ];
    }
  }
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : shown(value, LONGEST_VALUE);
}
