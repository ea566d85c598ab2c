import { escapePointer } from '../invariant/index.js';

/** A place where two JSON values differ. */
export interface ValueDifference {
  readonly pointer: string;
  /** Undefined where the value has no such member. */
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * The first place, in the order of `expected`, where two JSON values differ; the order of members does not count.
 *
 * @param beside - what becomes of members that `expected` has not.
 */
export function firstDifference(
  expected: unknown,
  actual: unknown,
  beside: 'ignored' | 'counted' = 'counted',
  pointer = '',
): ValueDifference | undefined {
  if (!isHolder(expected) || !isHolder(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return Object.is(expected, actual) ? undefined : { pointer, expected, actual };
  }
  for (const name of new Set([...Object.keys(expected), ...(beside === 'counted' ? Object.keys(actual) : [])])) {
    const inner = `${pointer}/${escapePointer(name)}`;
    const found = firstDifference(own(expected, name), own(actual, name), beside, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Holder = Readonly<Record<string, unknown>>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function own(holder: Holder, name: string): unknown {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
