import type { Arbitrary } from 'fast-check';
import { Source } from '../source/index.js';
import { fromFastCheck } from './fromFastCheck.js';
import { Infeasible } from './Infeasible.js';
import { requireInteger } from './optionCheck.js';

export interface SampleOptions {
  /** Any safe integer; default 42. */
  readonly seed?: number;
  /** How many values; default 10. */
  readonly count?: number;
}

/**
 * Values of an arbitrary, unbiased, the same for the same seed: value `i` is the same whatever the count.
 *
 * For records that together hit shares take `cohort`.
 *
 * @throws CohortCheckError `bad-option` on a count that is no whole number, or a seed that is no safe integer;
 *   `constraint-clash` where constraints are met too rarely to be drawn.
 * @example
 * sample(integer({ min: 1, max: 6 }), { seed: 1, count: 5 }) // [3, 3, 6, 2, 5]
 */
export function sample<T>(arbitrary: Arbitrary<T>, options: SampleOptions = {}): T[] {
  const { seed = 42, count = 10 } = options;
  requireInteger('sample(…)', 'count', count, 0, 0xffffffff);
  const keyed = fromFastCheck(arbitrary);
  requireInteger('sample(…)', 'seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const source = Source.of(seed);
  try {
    return Array.from({ length: count }, (_, index) => keyed.draw(source.childAt(index)));
  } catch (error) {
    throw error instanceof Infeasible ? error.toError() : error;
  }
}
