import { escapePointer } from '../../invariant/index.js';

/** A place at which a value would come back from JSON as another one. */
export interface Unfaithful {
  /** JSON Pointer. */
  readonly pointer: string;
  /** What stands there, such as `a Date`. */
  readonly what: string;
}

/**
 * The first place at which JSON does not keep a value; undefined where it keeps all of it.
 *
 * A member that is undefined is kept well enough: a record without the key is the same record here.
 */
export function unfaithfulIn(value: unknown): Unfaithful | undefined {
  return search(value, '', []);
}

function search(value: unknown, pointer: string, around: readonly object[]): Unfaithful | undefined {
  const what = lossOf(value, around);
  if (what !== undefined) return { pointer, what };
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: [string, unknown][] = Array.isArray(value)
    ? // Not by its keys, which leave out holes.
      Array.from(value as unknown[], (item, index) => [String(index), item])
    : Object.entries(value).filter(([, member]) => member !== undefined);
  for (const [key, member] of entries) {
    const found = search(member, `${pointer}/${escapePointer(key)}`, [...around, value]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lossOf(value: unknown, around: readonly object[]): string | undefined {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? undefined : String(value);
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (around.includes(value)) return 'an object that it stands in itself';
  if (Array.isArray(value)) return undefined;
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: { readonly name?: string } } | null;
  if (prototype === null) return 'an object without a prototype';
  if (Object.getOwnPropertySymbols(value).length > 0) return 'an object with a symbol for a key';
  if (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty')) return undefined;
  return `an instance of ${prototype.constructor?.name ?? 'a class'}`;
}
