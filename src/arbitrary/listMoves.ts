/*
 * Changes of several elements at once, for failures that hang on how the elements of a list stand to each other. They are
 * asked for when no element can become simpler alone, and of short lists only, since there are many.
 */
import { GridArbitrary } from './GridArbitrary.js';
import type { KeyedArbitrary } from './KeyedArbitrary.js';
import { bothNearer } from './pairMoves.js';
import { sharedSteps } from './sharedSteps.js';

/** Up to so many elements. */
const MOST = 8;
const MOST_INDEXED = 16;

/** Lists to be tried in place of one whose elements are of one kind; not all of them need be legal. */
export function* listMoves<T>(value: readonly T[], each: KeyedArbitrary<T>): Iterable<T[]> {
  if (value.length < 2) return;
  if (value.length <= MOST_INDEXED) yield* indexed(value, each);
  if (value.length > MOST) return;
  yield* joined(value);
  yield* inOrder(value, each);
  for (const step of sharedSteps(value, each)) yield value.map((element, index) => step.get(index) ?? element);
  const places = value.map((element, index) => ({ index, value: element, arbitrary: each }));
  for (const move of bothNearer(places)) {
    yield value.map((element, index) => (move.has(index) ? (move.get(index) as T) : element));
  }
}

/** Two lists as one, in a list of lists: the parts may be needed, and not that they stand apart. */
function* joined<T>(value: readonly T[]): Iterable<T[]> {
  for (let index = 1; index < value.length; index++) {
    const [before, after] = [value[index - 1], value[index]];
    if (!Array.isArray(before) || !Array.isArray(after)) return;
    yield [...value.slice(0, index - 1), [...before, ...after] as T, ...value.slice(index + 1)];
  }
}

/** Without a few elements, numbers above them lowered by as many: numbers may be the places of other elements. */
function* indexed<T>(value: readonly T[], each: KeyedArbitrary<T>): Iterable<T[]> {
  if (!(each instanceof GridArbitrary) || typeof value[0] !== 'number') return;
  for (let size = value.length - 1; size > 0; size--) {
    for (let start = value.length - size; start >= 0; start--) {
      const kept = [...value.slice(0, start), ...value.slice(start + size)];
      if (!kept.some((element) => (element as number) >= start + size)) continue;
      yield kept.map((element) =>
        (element as number) >= start + size ? (((element as number) - size) as T) : element,
      );
    }
  }
}

/** From the simplest element on; then with two neighbours in that order. */
function* inOrder<T>(value: readonly T[], each: KeyedArbitrary<T>): Iterable<T[]> {
  const isBefore = (a: T, b: T): boolean => (each.compare(a, b) ?? 0) < 0;
  const places = value.flatMap((element, index) =>
    index > 0 && isBefore(element, value[index - 1] as T) ? [index] : [],
  );
  if (places.length === 0) return;
  yield value.toSorted((a, b) => each.compare(a, b) ?? 0);
  for (const index of places) {
    yield [...value.slice(0, index - 1), value[index] as T, value[index - 1] as T, ...value.slice(index + 1)];
  }
}
