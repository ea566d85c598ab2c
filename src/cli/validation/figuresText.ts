import { isRecord } from '../../arbitrary/index.js';
import type { ReportedValidation } from '../../validation/index.js';
import { counted } from '../figures.js';
import { printable } from '../text/index.js';

type Fields = Readonly<Record<string, unknown>>;

/** Lines that all figures of a validation share, beside those on its statistical tests. */
const MOST_LINES = 9;
const MOST_MEMBERS = 8;
/** What the lines about the tests tell. */
const OF_TESTS: ReadonlySet<string> = new Set(['tests', 'alpha', 'tolerance']);
/** What a sample of this size would have shown, by the figure of a test that says so. */
const SIGHT: readonly (readonly [key: string, noun: string])[] = [
  ['would_have_seen_deviation', 'deviations'],
  ['would_have_seen_cohens_w', "effects (Cohen's w)"],
];

/** The figures of a validation in a few lines, those on its statistical tests first; the full figures are in the JSON. */
export function figuresText({ figures }: ReportedValidation): readonly string[] {
  const plain = Object.entries(figures).filter(([name]) => !OF_TESTS.has(name));
  const most = Math.max(1, Math.floor(MOST_LINES / plain.length));
  const all = plain.map(([name, value]) => linesOf(name, value));
  const lines = all.flatMap((own) => own.slice(0, most)).slice(0, MOST_LINES);
  const rest = all.flat().length - lines.length;
  const more = rest > 0 ? [`… and ${rest} more of such lines; --json prints all`] : [];
  return [...testLines(figures['tests']), ...lines, ...more].map(printable);
}

function testLines(tests: unknown): string[] {
  const all = Array.isArray(tests) ? tests.filter(isRecord) : [];
  if (all.length === 0) return [];
  const failed = all.filter(({ ok }) => ok === false).length;
  const smallest = Math.min(...numbersOf(all, 'adjusted_p'));
  const sight = SIGHT.flatMap(([key, noun]) => {
    const seen = numbersOf(all, key);
    const [least, most] = [Math.min(...seen), Math.max(...seen)].map(figure);
    return seen.length === 0 ? [] : [`${noun} of ${least}${least === most ? '' : ` to ${most}`} would have shown`];
  });
  const p = Number.isFinite(smallest) ? `; smallest p ${figure(smallest)} after correction` : '';
  return [`${counted(all.length, 'test')}, ${failed} stood out${p}`, ...sight];
}

function numbersOf(all: readonly Fields[], key: string): number[] {
  return all.map((one) => one[key]).filter((value) => typeof value === 'number');
}

/** One line; an object of objects has one for each of them. */
function linesOf(name: string, value: unknown): string[] {
  if (!isRecord(value)) return [`${name}: ${figure(value)}`];
  const { labels } = value;
  if (Array.isArray(labels)) return [`${name}: ${listed(labels.filter(isRecord).map(labelText))}`];
  const members = Object.entries(value);
  return members.some(([, member]) => isRecord(member) && !('rate' in member))
    ? members.flatMap(([key, member]) => linesOf(`${name}, ${key}`, member))
    : [`${name}: ${listed(members.map(([key, member]) => `${key} ${figure(member)}`))}`];
}

/** What was counted, and what was wanted where that is something else. */
function labelText({ label, count, least, most }: Fields): string {
  const isRight = !(Number(count) < Number(least) || Number(count) > Number(most));
  const wanted = least === most ? figure(least) : `${figure(least)} or ${figure(most)}`;
  return `${figure(label)} ${figure(count)}${isRight ? '' : ` (wanted ${wanted})`}`;
}

function listed(texts: readonly string[]): string {
  const rest = texts.length - MOST_MEMBERS;
  if (texts.length === 0) return 'none';
  return rest > 0 ? `${texts.slice(0, MOST_MEMBERS).join(', ')} … and ${rest} more` : texts.join(', ');
}

/** Shares and probabilities need no more than three digits. */
function figure(value: unknown): string {
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
  if (Array.isArray(value)) return listed(value.map(figure));
  if (isRecord(value)) return 'rate' in value ? figure(value['rate']) : JSON.stringify(value);
  return value === null ? '–' : String(value);
}
