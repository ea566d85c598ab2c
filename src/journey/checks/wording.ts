import { isRecord } from '../../arbitrary/index.js';
import { SECONDS_A_DAY } from '../time.js';

/** A value as it can be pasted into a description. */
export function literalOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (!isRecord(value)) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${keyText(key)}: ${literalOf(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Names as a sentence lists them: `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A text cut to a fixed length, for names of any length. */
export function cut(text: string, longest = 80): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** Seconds in days, hours, minutes and what is left: `14 days 5 minutes`. */
export function durationText(seconds: number): string {
  const days = Math.floor(seconds / SECONDS_A_DAY);
  const rest = seconds - days * SECONDS_A_DAY;
  const parts = [
    [days, 'day'],
    [Math.floor(rest / 3600), 'hour'],
    [Math.floor(rest / 60) % 60, 'minute'],
    [Number((rest % 60).toFixed(3)), 'second'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => countOf(count, unit));
  return said.length === 0 ? '0 seconds' : said.join(' ');
}

/** A number of things: `1 day`, `2 days`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** The names most like a given one first. */
export function nearestFirst(name: string, known: readonly string[]): string[] {
  const distances = new Map(known.map((each) => [each, editDistance(cut(name), cut(each))]));
  return [...known].sort((a, b) => distances.get(a)! - distances.get(b)!);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Whether a key can be written without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function keyText(key: string): string {
  // Written plainly, this one key would set the prototype.
  if (key === '__proto__') return "['__proto__']";
  return isIdentifier(key) ? key : quoted(key);
}

/** A text in single quotes. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}
