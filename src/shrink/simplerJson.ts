/*
 * Simpler values for what no arbitrary knows: keys of others, values that are not legal where they stand.
 *
 * Each candidate is shorter, or nearer to what the legal twin has in the same place, so a search along them ends.
 */
import { dayToIso, isRecord, isoToDay, looseIsoToSecond, sameJson, secondToIso } from '../arbitrary/index.js';
import { ABSENT, memberOf } from './Patch.js';

/** Numbers that are not whole come nearer by thousandths. */
const SCALE = 1000;

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
  if (typeof value === 'number') yield* nearerNumbers(value, typeof toward === 'number' ? toward : 0);
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

/** The line of numbers, days or seconds on which two values lie; undefined for others. */
function lineThrough(value: unknown, other: unknown): Line | undefined {
  if (typeof value === 'number' && typeof other === 'number') {
    const scale = Number.isInteger(value) && Number.isInteger(other) ? 1 : SCALE;
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

function* nearerNumbers(value: number, toward: number): Iterable<Simpler> {
  const isNearer = (one: number): boolean => Math.abs(one - toward) < Math.abs(value - toward);
  if (isNearer(0)) yield { value: 0 };
  // Fewer digits first: 17.38 comes to 17 before it comes to 17.1.
  for (let scale = 1; scale < SCALE && !Number.isInteger(value); scale *= 10) {
    const round = value > toward ? Math.floor : Math.ceil;
    const rounded = round(value * scale) / scale;
    if (isNearer(rounded)) yield { value: rounded };
  }
  if (value !== toward) yield* halvings(value, toward);
}

function* simplerTexts(value: string, toward: unknown): Iterable<Simpler> {
  if (typeof toward === 'string' && isTime(value) && isTime(toward)) {
    // A date stays one: half a date would be another failure.
    const line = lineThrough(value, toward);
    const rewritten = line?.write(line.to);
    if (rewritten !== value && rewritten !== toward) yield { value: rewritten };
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
