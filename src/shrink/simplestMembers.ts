import { isRecord } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { ABSENT, memberOf, patchBetween, putsOf } from './Patch.js';
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
    const [first] = firstDifference(twin, candidate);
    if (first !== undefined) open.add(pointerOf(first));
  }
  const isOpen = (path: readonly string[]): boolean =>
    path.some((_, index) => open.has(pointerOf(path.slice(0, index + 1)))) || open.has('');
  return leavesOf(value).flatMap((path) => (isOpen(path) ? [] : [pointerOf(path)]));
}

/** The first place, in the order of the members, where a candidate is unlike the value; what follows hangs on it. */
export function firstDifference(
  value: unknown,
  candidate: unknown,
): readonly [] | readonly [path: readonly string[], becomes: unknown] {
  const [first] = putsOf(patchBetween(value, candidate), value);
  if (first === undefined) return [];
  return [first.path, first.value === ABSENT ? undefined : first.value];
}

/** Whether it has members. */
export function isHolder(value: unknown): value is object {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
}
