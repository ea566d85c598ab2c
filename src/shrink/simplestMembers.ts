import { firstDifference, isRecord, wholeSearch } from '../arbitrary/index.js';
import type { Candidate, KeyedArbitrary } from '../arbitrary/index.js';
import { Source } from '../source/index.js';
import { ABSENT, memberOf, putsOf } from './Patch.js';
import type { Patch } from './Patch.js';
import { pointerOf } from './needs.js';

/** The simplest record of all: the first candidate of the first candidate, and so on. */
export function simplestOf<T>(arbitrary: KeyedArbitrary<T>, from: T): T {
  let simplest = from;
  for (;;) {
    const next = arbitrary.smaller(simplest)[Symbol.iterator]().next();
    if (next.done === true) return simplest;
    simplest = next.value;
  }
}

/** Drawn records in which members are looked for that the given one has not. */
const EXAMPLES = 50;

/**
 * What stands at a path in the simplest record that has something in it there: of a list an element at least. `ABSENT` where
 * no record has.
 */
export function simplestHolder<T>(arbitrary: KeyedArbitrary<T>, from: T, path: readonly string[]): unknown {
  const holderIn = (record: T): unknown => path.reduce<unknown>(memberOf, record);
  const source = Source.of(0).child('holders');
  let simplest = from;
  for (let index = 0; !isHolder(holderIn(simplest)); index++) {
    if (index === EXAMPLES) return ABSENT;
    simplest = arbitrary.draw(source.childAt(index));
  }
  for (let place: unknown, next: Candidate<T> | undefined; ; { value: simplest, place } = next) {
    next = firstOf(wholeSearch(arbitrary, simplest, place), ({ value }) => isHolder(holderIn(value)));
    if (next === undefined) return holderIn(simplest);
  }
}

function firstOf<I>(items: Iterable<I>, isIt: (item: I) => boolean): I | undefined {
  for (const item of items) if (isIt(item)) return item;
  return undefined;
}

/** The members of a value that hold no others, in their order: texts, numbers, empty lists. */
export function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [key]));
  return keys.length === 0 ? [path] : keys.flatMap((key) => leavesOf(memberOf(value, key), [...path, key]));
}

/**
 * The pointers of the members that stand at their simplest: no simpler legal record begins to differ there, and nothing is
 * put there.
 */
export function simplestMembers<T>(
  value: unknown,
  twin: T,
  patch: Patch | undefined,
  arbitrary: KeyedArbitrary<T>,
): string[] {
  const open = new Set(putsOf(patch, twin).map(({ path }) => pointerOf(path)));
  for (const candidate of arbitrary.smaller(twin)) {
    const first = firstDifference(twin, candidate);
    if (first !== undefined) open.add(pointerOf(first.path));
  }
  const isOpen = (path: readonly string[]): boolean =>
    path.some((_, index) => open.has(pointerOf(path.slice(0, index + 1)))) || open.has('');
  return leavesOf(value).flatMap((path) => (isOpen(path) ? [] : [pointerOf(path)]));
}

/** Whether it has members. */
export function isHolder(value: unknown): value is object {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
}
