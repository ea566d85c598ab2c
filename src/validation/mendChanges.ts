import { escapePointer, isRecord } from './shared.js';

/** A place where a mended record differs from what it was. */
export interface MendedPlace {
  /** JSON Pointer, from wherever the caller began. */
  readonly pointer: string;
  /** Left out where nothing stood. */
  readonly old?: unknown;
  /** Left out where nothing stands any more. */
  readonly new?: unknown;
}

/** The places where two values differ, as deep as they can be told apart; the order of keys does not count. */
export function changesBetween(old: unknown, now: unknown, pointer = ''): MendedPlace[] {
  const before = membersOf(old);
  const after = membersOf(now);
  if (before === undefined || after === undefined || Array.isArray(old) !== Array.isArray(now)) {
    return Object.is(old, now) || old === now ? [] : [{ pointer, old, new: now }];
  }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const inner = `${pointer}/${escapePointer(key)}`;
    if (!before.has(key)) return [{ pointer: inner, new: after.get(key) }];
    if (!after.has(key)) return [{ pointer: inner, old: before.get(key) }];
    return changesBetween(before.get(key), after.get(key), inner);
  });
}

/**
 * A mended value with its keys in the order in which they stood, and with the keys that its model does not know: those that
 * were let pass are nothing to take away.
 *
 * @param foreignKeys - their JSON Pointers.
 */
export function asItStood(old: unknown, mended: unknown, foreignKeys: ReadonlySet<string>, pointer = ''): unknown {
  if (Array.isArray(old) && Array.isArray(mended)) {
    return mended.map((item, index) => asItStood(old[index], item, foreignKeys, `${pointer}/${index}`));
  }
  const before = isRecord(old) ? membersOf(old) : undefined;
  const after = isRecord(mended) ? membersOf(mended) : undefined;
  if (before === undefined || after === undefined) return mended;
  const kept = [...before].flatMap(([key, value]): [string, unknown][] => {
    const inner = `${pointer}/${escapePointer(key)}`;
    if (after.has(key)) return [[key, asItStood(value, after.get(key), foreignKeys, inner)]];
    return foreignKeys.has(inner) ? [[key, value]] : [];
  });
  return Object.fromEntries([...kept, ...[...after].filter(([key]) => !before.has(key))]);
}

/** What JSON would write of an object or a list; undefined for any other value. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
}
