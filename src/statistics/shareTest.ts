import { asExtreme } from './asExtreme.js';
import { binomialLower, binomialUpper, normalBeyond } from './distributions.js';
import { halfDeviance, logBinomialMass } from './logMass.js';

/**
 * Up to this variance of a count its exact tails are summed up; above it a smooth law takes its place, which by then
 * differs by less than one step of the count does.
 */
export const EXACT_VARIANCE = 1e6;

/** How a probability came about: from the exact law of the counts, from its limit for many trials, or from no trial. */
export type CountMethod = 'exact' | 'asymptotic' | 'none';

export function methodOf(trials: number, expected: number): CountMethod {
  if (trials === 0) return 'none';
  return trials * expected * (1 - expected) <= EXACT_VARIANCE ? 'exact' : 'asymptotic';
}

/**
 * The two-sided probability of so many hits where each trial is one with the chance `expected`.
 *
 * Exact: the method of small p-values. Asymptotic: the chance of a deviance at least as large, with the count moved half
 * a step toward the mean. Outcomes are then ordered by their deviance, which is the limit of ordering them by their mass.
 */
export function shareP(hits: number, trials: number, expected: number): number {
  const mean = trials * expected;
  if (methodOf(trials, expected) === 'asymptotic') {
    const distance = Math.abs(hits - mean);
    if (distance <= 0.5) return 1;
    const moved = hits > mean ? hits - 0.5 : hits + 0.5;
    const half = halfDeviance(moved, mean) + halfDeviance(trials - moved, trials * (1 - expected));
    return normalBeyond(Math.sqrt(2 * Math.max(0, half)));
  }
  return asExtreme(
    {
      min: 0,
      max: trials,
      mean,
      logMass: (count) => logBinomialMass(count, trials, expected),
      lower: (count) => binomialLower(count, trials, expected),
      upper: (count) => binomialUpper(count, trials, expected),
    },
    hits,
  );
}
