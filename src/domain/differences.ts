import { isRecord, sameJson } from '../arbitrary/index.js';

/** A place in which one JSON value is unlike another. */
export interface Difference {
  readonly path: readonly string[];
  /** What stands there in the other one; undefined for nothing. */
  readonly value: unknown;
}

/** What must be changed in one JSON value to make another of it, each change as deep as can be. */
export function differences(from: unknown, to: unknown, path: readonly string[] = []): Difference[] {
  if (sameJson(from, to)) return [];
  const isAlike = (Array.isArray(from) && Array.isArray(to)) || (isRecord(from) && isRecord(to));
  if (!isAlike) return [{ path, value: to }];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  // Keys may be written in any order, which must not show.
  return (Array.isArray(from) ? keys : keys.sort()).flatMap((key) =>
    differences(memberOf(from, key), memberOf(to, key), [...path, key]),
  );
}

/** A copy of a value with changes made to it; undefined where one of them has no place in it. */
export function withDifferences(value: unknown, changes: readonly Difference[]): unknown {
  const isRemoval = (change: Difference): boolean => change.value === undefined;
  // Elements go from the end on, so that the numbers of those before stay what they are.
  const inOrder = [...changes.filter((one) => !isRemoval(one)), ...changes.filter(isRemoval).toReversed()];
  let changed = value;
  for (const { path, value: what } of inOrder) {
    changed = changedAt(changed, path, what);
    if (changed === undefined) return undefined;
  }
  return changed;
}

function changedAt(value: unknown, path: readonly string[], what: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return what;
  if (typeof value !== 'object' || value === null) return undefined;
  const isThere = Object.hasOwn(value, key);
  if (!isThere && (rest.length > 0 || what === undefined)) return undefined;
  const inner = rest.length === 0 ? what : changedAt(memberOf(value, key), rest, what);
  if (inner === undefined && rest.length > 0) return undefined;
  if (Array.isArray(value)) {
    if (!isThere) return [...(value as unknown[]), inner];
    return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
  }
  const entries: [string, unknown][] = Object.entries(value).map(([name, was]) => [name, name === key ? inner : was]);
  if (!isThere) entries.push([key, inner]);
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

function memberOf(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
