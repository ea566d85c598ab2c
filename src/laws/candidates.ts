import type { KeyedArbitrary } from '../arbitrary/index.js';
import type { Source } from '../source/index.js';

/** The first `most` candidates of a value, and a falling share of those after them. */
export function* candidatesOf<T>(
  arbitrary: KeyedArbitrary<T>,
  value: T,
  source: Source,
  most: number = 200,
): Iterable<T> {
  let index = 0;
  for (const candidate of arbitrary.smaller(value)) {
    if (index < most || source.below(index + 1) < most) yield candidate;
    index++;
  }
}

/** One of the candidates, each equally likely among the first `most`; undefined where there are none. */
export function oneCandidate<T>(
  arbitrary: KeyedArbitrary<T>,
  value: T,
  source: Source,
  most: number,
): { readonly value: T } | undefined {
  let chosen: { readonly value: T } | undefined;
  let index = 0;
  for (const candidate of arbitrary.smaller(value)) {
    if (source.below(index + 1) === 0) chosen = { value: candidate };
    index++;
    if (index >= most) break;
  }
  return chosen;
}
