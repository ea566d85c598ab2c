import type { KeyedArbitrary } from './KeyedArbitrary.js';
import { isRecord, sameJson } from './sameJson.js';

/**
 * Steps that bring the same member of several values from the same value to the same simpler one: two customers of one
 * city, which has to stay the same in both, come to the simplest city together.
 *
 * @returns new values by index, at least two at a time.
 */
export function* sharedSteps<T>(values: readonly T[], each: KeyedArbitrary<T>): Iterable<ReadonlyMap<number, T>> {
  const groups = new Map<string, Map<number, T>>();
  for (const [index, value] of values.entries()) {
    for (const candidate of each.smaller(value)) {
      const difference = firstDifference(value, candidate);
      if (difference === undefined) continue;
      const key = JSON.stringify(difference);
      const group = groups.get(key) ?? new Map<number, T>();
      groups.set(key, group);
      // Where what hangs on it may stand in several ways, the first.
      if (!group.has(index)) group.set(index, candidate);
    }
  }
  for (const group of groups.values()) if (group.size > 1) yield group;
}

/**
 * The first place where two values are unlike, in the order of the other one's members: a candidate has its fields in the
 * order of their declaration, so what comes after may hang on it. A value from a file has its keys in any order.
 */
export function firstDifference(
  value: unknown,
  other: unknown,
  path: readonly string[] = [],
): { readonly path: readonly string[]; readonly was: unknown; readonly becomes: unknown } | undefined {
  if (sameJson(value, other)) return undefined;
  const isAlike =
    (Array.isArray(value) && Array.isArray(other) && value.length === other.length) ||
    (isRecord(value) && isRecord(other));
  if (!isAlike) return { path, was: value, becomes: other };
  for (const key of new Set([...Object.keys(other), ...Object.keys(value)])) {
    const found = firstDifference(memberOf(value, key), memberOf(other, key), [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function memberOf(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
