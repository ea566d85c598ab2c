import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** A pair whose second number is drawn from the first one up: what `chain` is for. */
export function throughChain(max: number): Arbitrary<{ readonly a: number; readonly b: number }> {
  return fc.integer({ min: 0, max }).chain((a) => fc.record({ a: fc.constant(a), b: fc.integer({ min: a, max }) }));
}
