import type { Arbitrary, Value } from 'fast-check';
import { KeyedArbitrary } from '../../arbitrary/index.js';
import { valueAt } from './places.js';

/** A shrink that goes on for longer makes no sense to wait for; the arbitraries of this package need some dozen steps. */
const MOST_STEPS = 10_000;

/**
 * The simplest value of an arbitrary that has the persona of the given one; undefined where the arbitrary cannot shrink a value
 * that it did not make.
 *
 * @param persona - path of the field that says which persona a record is of; default: any will do.
 */
export function simplestLike(
  value: unknown,
  arbitrary: Arbitrary<unknown>,
  persona?: string,
): { readonly value: unknown } | undefined {
  const held = heldToPersona(value, arbitrary, persona);
  let simplest = value;
  if (!held.canShrinkWithoutContext(simplest)) {
    if (!(held instanceof KeyedArbitrary)) return undefined;
    simplest = held.mend(simplest);
  }
  let context: unknown;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next: Value<unknown> | undefined = held.shrink(simplest, context).getNthOrLast(0) ?? undefined;
    if (next === undefined) break;
    simplest = next.value_;
    ({ context } = next);
  }
  return { value: simplest };
}

function heldToPersona(value: unknown, arbitrary: Arbitrary<unknown>, persona: string | undefined): Arbitrary<unknown> {
  const path = persona?.split('.') ?? [];
  const wanted = valueAt(value, path);
  if (persona === undefined || wanted === undefined || !(arbitrary instanceof KeyedArbitrary)) return arbitrary;
  const constraint = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), wanted);
  try {
    return (arbitrary.narrow(constraint) as KeyedArbitrary<unknown> | undefined) ?? arbitrary;
  } catch {
    return arbitrary;
  }
}
