import { requireShare } from './inputCheck.js';

/**
 * p-values adjusted for being judged together: those at most `alpha` are then wrong about any of them with a probability
 * of at most `alpha`, whatever the tests have to do with each other.
 *
 * In the order of the input. Equal ones stay equal, none falls, none exceeds 1. A `NaN` is no test: it stays `NaN` and does
 * not count (as in R's `p.adjust`).
 *
 * Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scand. J. Statist. 6 (1979).
 *
 * Example: `holm([0.01, 0.04, 0.03])` is [0.03, 0.06, 0.06].
 *
 * @throws CohortCheckError `bad-option` for a number that is no probability.
 */
export function holm(pValues: readonly number[]): number[] {
  const tested = [...pValues.keys()].filter((at) => !Number.isNaN(pValues[at]));
  for (const at of tested) requireShare('holm(…)', `pValues[${at}]`, pValues[at]!);
  tested.sort((i, j) => pValues[i]! - pValues[j]!);
  const adjusted = pValues.map(() => Number.NaN);
  let least = 0;
  for (const [rank, at] of tested.entries()) {
    least = Math.max(least, Math.min(1, (tested.length - rank) * pValues[at]!));
    adjusted[at] = least;
  }
  return adjusted;
}
