import type { Arbitrary } from 'fast-check';
import { fromFastCheck } from './fromFastCheck.js';
import { ListArbitrary } from './ListArbitrary.js';
import type { Elements, ListOptions } from './ListArbitrary.js';
import { badOption, requireInteger } from './optionCheck.js';

/**
 * An array of equal elements, each length equally likely.
 *
 * Elements may depend on the ones before them: `list((before) => …)`. To choose among fixed items take `subset`, for a
 * fixed number of different places `tuple`.
 *
 * Shrinks toward: the fewest elements, then the simplest ones; any element can be dropped.
 * Keyed by: the source and, element by element, its index and arbitrary. A longer list begins with the shorter one.
 *
 * @throws CohortCheckError `bad-option` on lengths that are negative or swapped; `unique-exhausted`, when drawing, where
 *   `minLength` different keys could not be found.
 * @example
 * sample(list(integer({ min: 0, max: 9 }), { maxLength: 4 }), { seed: 1, count: 2 }) // [[5], [5, 3]]
 */
export function list<T>(
  element: Arbitrary<T> | ((before: readonly T[]) => Arbitrary<T>),
  options: ListOptions<T> = {},
): ListArbitrary<T> {
  const { minLength = 0, maxLength = Math.max(10, minLength), uniqueBy, orderedBy } = options;
  const call = 'list(…)';
  requireInteger(call, 'minLength', minLength, 0, 0xffffffff);
  requireInteger(call, 'maxLength', maxLength, minLength, 0xffffffff);
  if (typeof element === 'function' && orderedBy !== undefined) {
    throw badOption(
      `${call}: orderedBy with elements that depend on those before them`,
      'sorting would tear them from what they hang on',
      'draw each element after the one before it: list((before) => calendarDate({ min: before.at(-1) ?? start }))',
    );
  }
  const elements: Elements<T> =
    typeof element === 'function'
      ? { after: (before) => fromFastCheck(element(before)) }
      : { each: fromFastCheck(element) };
  return new ListArbitrary(elements, {
    minLength,
    maxLength,
    ...(uniqueBy && { uniqueBy }),
    ...(orderedBy && { orderedBy }),
  });
}
