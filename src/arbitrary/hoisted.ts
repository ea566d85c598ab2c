import type { KeyedArbitrary } from './KeyedArbitrary.js';

/**
 * Values inside a value that could stand in its place, the outermost first: a tree comes to one of its branches, a formula to
 * one of its parts.
 */
export function* hoisted<T>(value: T, arbitrary: KeyedArbitrary<T>): Iterable<T> {
  for (const inner of insideOf(value)) {
    if (arbitrary.accepts(inner) && (arbitrary.compare(inner, value) ?? 0) < 0) yield inner;
  }
}

function* insideOf(value: unknown): Iterable<unknown> {
  let level: readonly unknown[] = [value];
  while (level.length > 0) {
    const next: unknown[] = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    // What holds nothing is what the arbitrary's own candidates come to anyway.
    yield* next.filter((one) => typeof one === 'object' && one !== null);
    level = next;
  }
}
