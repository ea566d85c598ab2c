/*
 * Simpler values for what no arbitrary knows: keys of others, values that are not legal where they stand.
 *
 * Each candidate is shorter, of fewer digits, or nearer to what the legal twin has in the same place, so a search along them
 * ends.
 */
import { dayToIso, isRecord, isoToDay, looseIsoToSecond, sameJson, secondToIso } from '../arbitrary/index.js';
import { ABSENT, memberOf } from './Patch.js';

/** Steps of numbers that are not whole, for each whole one: as many as the digits that they are written with, at most three. */
const SCALES = [1, 10, 100, 1000] as const;

/** A simpler value; with `passed`, the search goes on by halving the way to what did not do. */
export interface Simpler {
  readonly value: unknown;
  readonly passed?: unknown;
}

/**
 * Simpler values, simplest first.
 *
 * @param toward - what the twin has in this place, `ABSENT` for nothing.
 * @param passed - what came with the value where it was a candidate itself: then only what lies between the two is left.
 */
export function* simplerJson(value: unknown, toward: unknown, passed?: unknown): Iterable<Simpler> {
  if (passed !== undefined) {
    yield* halvings(value, passed);
    return;
  }
  if (toward !== ABSENT) {
    if (sameJson(value, toward)) return;
    yield { value: toward };
  }
  if (typeof value === 'number') yield* simplerNumbers(value, typeof toward === 'number' ? toward : 0);
  else if (typeof value === 'string') yield* simplerTexts(value, toward);
  else if (Array.isArray(value)) for (const simpler of simplerLists(value, toward)) yield { value: simpler };
  else if (isRecord(value)) for (const simpler of simplerRecords(value, toward)) yield { value: simpler };
  else if (value === true && toward === ABSENT) yield { value: false };
}

/** Values on the way from one that failed to one that did not, which lie on a line of whole steps. */
function* halvings(value: unknown, passed: unknown): Iterable<Simpler> {
  const line = lineThrough(value, passed);
  if (line === undefined) return;
  let last = passed;
  for (let gap = Math.trunc((line.from - line.to) / 2); gap !== 0; gap = Math.trunc(gap / 2)) {
    const between = line.write(line.from - gap);
    yield { value: between, passed: last };
    last = between;
  }
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly write: (point: number) => unknown;
}

function scaleOf(value: number): number {
  return SCALES.find((scale) => Number.isInteger(value * scale)) ?? 1000;
}

function isPoint(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** The line of numbers, days or seconds on which two values lie; undefined for others. */
function lineThrough(value: unknown, other: unknown): Line | undefined {
  if (typeof value === 'number' && typeof other === 'number') {
    const scale = scaleOf(value);
    // Beyond these there are no steps of 1.
    if (!isPoint(value * scale) || !isPoint(other * scale)) return undefined;
    return {
      from: Math.round(value * scale),
      to: Math.round(other * scale),
      write: (point) => point / scale,
    };
  }
  if (typeof value !== 'string' || typeof other !== 'string') return undefined;
  const [day, otherDay] = [isoToDay(value), isoToDay(other.slice(0, 10))];
  if (day !== undefined && otherDay !== undefined) return { from: day, to: otherDay, write: dayToIso };
  const [start, end] = [looseIsoToSecond(value), looseIsoToSecond(other)];
  if (start === undefined || end === undefined) return undefined;
  return { from: Math.floor(start), to: Math.floor(end), write: (second) => likeWritten(second, value) };
}

/** Numbers of fewer digits, then nearer ones; of two that are as near the one above, as with numbers that are legal. */
function* simplerNumbers(value: number, toward: number): Iterable<Simpler> {
  const scale = scaleOf(value);
  const isSimpler = (one: number): boolean =>
    (scaleOf(one) - scale || Math.abs(one - toward) - Math.abs(value - toward) || value - one) < 0;
  if (isSimpler(0)) yield { value: 0 };
  // Too large for steps of 1: to where there are some.
  if (!isPoint(value) && isPoint(toward)) yield { value: Math.sign(value) * Number.MAX_SAFE_INTEGER };
  const rounds = value > toward ? [Math.floor, Math.ceil] : [Math.ceil, Math.floor];
  for (const coarser of SCALES) {
    if (coarser >= scale) break;
    for (const round of rounds) yield { value: round(value * coarser) / coarser };
  }
  yield* halvings(value, toward);
  if (isSimpler(2 * toward - value)) yield { value: 2 * toward - value };
}

function* simplerTexts(value: string, toward: unknown): Iterable<Simpler> {
  if (typeof toward === 'string' && isTime(value) && isTime(toward)) {
    // A date stays one: half a date would be another failure.
    const line = lineThrough(value, toward);
    const rewritten = line?.write(line.to);
    if (rewritten !== value && rewritten !== toward) yield { value: rewritten };
    // The same time, written as the twin is.
    const plain = likeWritten(looseIsoToSecond(value) ?? 0, toward);
    if (plain !== value && plain !== toward) yield { value: plain };
    yield* halvings(value, toward);
    return;
  }
  // Whole characters: half of a surrogate pair is none.
  for (const shorter of shorterLists(Array.from(value))) yield { value: shorter.join('') };
}

function isTime(text: string): boolean {
  return looseIsoToSecond(text) !== undefined;
}

/** A time in the writing of another text: its separator, its precision, its zone, whose offset the clock follows. */
function likeWritten(second: number, text: string): string {
  if (isoToDay(text) !== undefined) return secondToIso(second).slice(0, 10);
  const match = /^\d{4}-\d\d-\d\d([T ])\d\d:\d\d(:\d\d(\.\d+)?)?( ?(?:Z|[+-]\d\d(?::?\d\d)?))?$/i.exec(text.trim());
  if (match === null) return secondToIso(second);
  const [, separator = 'T', seconds, fraction, zone = ''] = match;
  const offset = Math.floor(looseIsoToSecond(`1970-01-02T00:00:00${zone.trim()}`) ?? 86_400) - 86_400;
  const local = secondToIso(second - offset);
  const clock = local.slice(11, seconds === undefined ? 16 : 19);
  const rest = fraction === undefined ? '' : `.${'0'.repeat(fraction.length - 1)}`;
  return `${local.slice(0, 10)}${separator}${clock}${rest}${zone}`;
}

function* shorterLists<I>(items: readonly I[]): Iterable<I[]> {
  for (let size = items.length; size > 0; size >>= 1) {
    for (let end = items.length; end > 0; end -= size) {
      yield [...items.slice(0, Math.max(0, end - size)), ...items.slice(end)];
    }
  }
}

function* simplerLists(value: readonly unknown[], toward: unknown): Iterable<unknown[]> {
  yield* shorterLists(value);
  const pattern: readonly unknown[] = Array.isArray(toward) ? toward : [];
  for (const [index, element] of value.entries()) {
    const like = index < pattern.length ? pattern[index] : pattern.length > 0 ? pattern[0] : ABSENT;
    for (const simpler of simplerJson(element, like)) yield value.with(index, simpler.value);
  }
}

function* simplerRecords(value: Readonly<Record<string, unknown>>, toward: unknown): Iterable<object> {
  const keys = Object.keys(value);
  const extra = keys.filter((key) => memberOf(toward, key) === ABSENT);
  for (const kept of shorterLists(extra)) {
    yield Object.fromEntries(Object.entries(value).filter(([key]) => !extra.includes(key) || kept.includes(key)));
  }
  for (const key of keys) {
    for (const simpler of simplerJson(value[key], memberOf(toward, key))) {
      yield Object.fromEntries(Object.entries(value).map(([name, was]) => [name, name === key ? simpler.value : was]));
    }
  }
}
