import { sample } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { isRecord, KeyedArbitrary, sameJson } from '../../arbitrary/index.js';
import { differences } from '../../domain/index.js';
import type { KnownModel } from '../../domain/index.js';
import { shown } from '../../errors/index.js';
import { escapePointer, violationsOf } from '../../invariant/index.js';
import type { Invariant, Violation } from '../../invariant/index.js';
import { membersOf, valueAt } from './places.js';

/** A place where a stored value had to be changed. */
export interface StoredChange {
  /** JSON Pointer from the root of what was checked. */
  readonly pointer: string;
  /** Undefined where nothing stood. */
  readonly old: unknown;
  /** Undefined where nothing stands any more. */
  readonly new: unknown;
}

/** What has become of a stored value since it was written. */
export type Checked<V = unknown> =
  | { readonly status: 'legal'; readonly value: V }
  /** Its arbitrary recognises no value, so nobody can say. */
  | { readonly status: 'unknown'; readonly value: V }
  /** No value of its arbitrary any more, but near to one, which stands here. */
  | { readonly status: 'mended'; readonly value: V; readonly changes: readonly StoredChange[] }
  | { readonly status: 'stale'; readonly reason: string };

/** So many draws of an arbitrary show whether it recognises its own values. */
const DRAWS = 20;

/**
 * What has become of a stored argument: legal, legal once it is mended, or stale.
 *
 * A value that only lacks what a schema has come to ask for is filled up; one that a rule refuses as it stood is stale, since
 * the mended one would no longer be what once failed.
 */
export function checkArgument(value: unknown, arbitrary: Arbitrary<unknown>, model?: KnownModel): Checked {
  if (recognises(arbitrary, value)) return { status: 'legal', value };
  if (!(arbitrary instanceof KeyedArbitrary)) {
    const canTell = sample(arbitrary, { seed: 1, numRuns: DRAWS }).every((drawn) => recognises(arbitrary, drawn));
    return canTell
      ? { status: 'stale', reason: `${shown(value)} is no value of its arbitrary any more` }
      : { status: 'unknown', value };
  }
  const mended = mendedBy(arbitrary, value);
  if (mended === undefined) return { status: 'stale', reason: `${shown(value)} is not ${arbitrary.describe()}` };
  const refusal = model === undefined ? undefined : refusalOf(value, mended.value, model);
  if (refusal !== undefined) return { status: 'stale', reason: refusal };
  if (!keepsAnything(value, mended.value)) {
    const reason = `${shown(value)} is not ${arbitrary.describe()}, and ${shown(mended.value)} has nothing in common with it`;
    return { status: 'stale', reason };
  }
  const changes = differences(value, mended.value).map(({ path, value: now }) => {
    const pointer = path.map((key) => `/${escapePointer(key)}`).join('');
    return { pointer, old: valueAt(value, path), new: now };
  });
  return { status: 'mended', value: mended.value, changes };
}

function recognises(arbitrary: Arbitrary<unknown>, value: unknown): boolean {
  try {
    return arbitrary.canShrinkWithoutContext(value);
  } catch {
    // Mappers of other arbitraries may look into a value that is not like theirs.
    return false;
  }
}

function mendedBy(arbitrary: KeyedArbitrary<unknown>, value: unknown): { readonly value: unknown } | undefined {
  try {
    const mended = arbitrary.mend(value);
    return recognises(arbitrary, mended) ? { value: mended } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The rule that refuses what stood in the value: as it stood, and with what it lacks filled in. What was not there is nothing
 * that it could be refused for, nor is how the rest fits what was filled in.
 */
function refusalOf(value: unknown, mended: unknown, { invariants }: KnownModel): string | undefined {
  const filled = filledUp(value, mended);
  for (const rule of invariants) {
    if (rule.severity !== 'error') continue;
    const [broken] = brokenPlaces(rule, filled).filter(
      ({ pointer }) => pointer === '' || valueAt(value, keysOf(pointer)) !== undefined,
    );
    if (broken === undefined || brokenPlaces(rule, value).length === 0) continue;
    const { pointer, message } = broken;
    return `rule ${rule.id} refuses it now: ${pointer === '' ? '' : `${pointer} `}${message}`;
  }
  return undefined;
}

function brokenPlaces(rule: KnownModel['invariants'][number], value: unknown): readonly Violation[] {
  try {
    return violationsOf(value as never, [rule as Invariant<never>]);
  } catch {
    // A rule may rely on the shape, which the value does not have any more: that is mended.
    return [];
  }
}

/** The value with the members that it lacks taken from another one; what is there stays as it is. */
function filledUp(value: unknown, from: unknown): unknown {
  if (!isRecord(value) || !isRecord(from)) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [key, member] of Object.entries(from)) {
    filled[key] = filled[key] === undefined ? member : filledUp(filled[key], member);
  }
  return filled;
}

/** Whether any part of a value stands in the other one where it stood. */
function keepsAnything(value: unknown, other: unknown): boolean {
  if (sameJson(value, other)) return true;
  const members = membersOf(value);
  const others = membersOf(other);
  if (members === undefined || others === undefined || Array.isArray(value) !== Array.isArray(other)) return false;
  return [...members].some(([key, member]) => others.has(key) && keepsAnything(member, others.get(key)));
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
