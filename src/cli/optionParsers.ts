import { isoToDay } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { MOST_RECORDS, snapshotFormats } from '../snapshot/index.js';
import type { SnapshotFormat } from '../snapshot/index.js';

/** A number of records: a whole number, whose digits may be grouped with `_`. */
export function parseCount(text: string): number {
  const count = wholeNumber(text);
  if (count !== undefined && count >= 0 && count <= MOST_RECORDS) return count;
  throw badOption('--count', text, `it must be a whole number from 0 to ${MOST_RECORDS}`, '--count 500');
}

export function parseSeed(text: string): number {
  const seed = wholeNumber(text);
  if (seed !== undefined) return seed;
  const most = Number.MAX_SAFE_INTEGER;
  throw badOption('--seed', text, `it must be a whole number from -${most} to ${most}`, '--seed 42');
}

export function parseDate(text: string): string {
  if (isoToDay(text) !== undefined) return text;
  const why = /^\d{4}-\d\d-\d\d$/.test(text) ? 'no calendar has that day' : 'it must be a day, as YYYY-MM-DD';
  throw badOption('--as-of', text, why, '--as-of 2025-03-31');
}

export function parseFormat(text: string): SnapshotFormat {
  const format = snapshotFormats.find((known) => known === text);
  if (format !== undefined) return format;
  throw badOption('--format', text, `it must be one of ${snapshotFormats.join(', ')}`, '--format json');
}

/** Names split by commas, after those of the same option written before. */
export function parseNames(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return [...before, ...names];
  throw badOption(
    '--only',
    text,
    'a name is missing: collections, groups or folders, split by commas',
    '--only customers',
  );
}

export function parseAlpha(text: string): number {
  const alpha = decimalNumber(text);
  if (alpha !== undefined && alpha > 0 && alpha < 1) return alpha;
  throw badOption('--alpha', text, 'it must be a number above 0 and below 1', '--alpha 0.01');
}

export function parseTolerance(text: string): number {
  const tolerance = decimalNumber(text);
  if (tolerance !== undefined && tolerance >= 0 && tolerance <= 1) return tolerance;
  throw badOption('--tolerance', text, 'it must be a number from 0 to 1', '--tolerance 0.02');
}

export function parseMinEffect(text: string): number {
  const effect = decimalNumber(text);
  if (effect !== undefined && Number.isFinite(effect)) return effect;
  throw badOption('--min-effect', text, 'it must be a number from 0', '--min-effect 0.2');
}

/** Digits with a point at most: no sign, no blank, nothing that `Number` reads besides. */
function decimalNumber(text: string): number | undefined {
  return /^(?:\d+(?:\.\d*)?|\.\d+)(?:e-?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function wholeNumber(text: string): number | undefined {
  if (!/^-?\d+(_\d+)*$/.test(text)) return undefined;
  const value = Number(text.replaceAll('_', ''));
  // Minus nought would stand in a manifest as a number that no other seed equals.
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

function badOption(option: string, text: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: `${option} ${shown(text)}`, why, try: next });
}
