/*
 * The one place that imports distribution functions. Each tail has a function of its own: 1 minus the other tail would
 * lose every digit of a small probability.
 *
 * Why these packages, and how far they hold: docs/decisions/statistics.md.
 */
import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammainc from '@stdlib/math-base-special-gammainc';

/** P(X ≤ k) of a binomial count; `share` is the chance of one trial. */
export function binomialLower(k: number, trials: number, share: number): number {
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return betainc(share, k + 1, trials - k, true, true);
}

/** P(X ≥ k) of a binomial count. */
export function binomialUpper(k: number, trials: number, share: number): number {
  if (k <= 0) return 1;
  if (k > trials) return 0;
  return betainc(share, k, trials - k + 1, true, false);
}

/** The share at which P(X ≤ k) is `probability`, for k from 0 to `trials` - 1. The greater the share, the smaller P. */
export function shareOfLower(probability: number, k: number, trials: number): number {
  return betaincinv(probability, k + 1, trials - k, true);
}

/** The share at which P(X ≥ k) is `probability`, for k from 1 to `trials`. */
export function shareOfUpper(probability: number, k: number, trials: number): number {
  return betaincinv(probability, k, trials - k + 1, false);
}

/** P(X ≥ x) of chi-square. */
export function chiSquareUpper(x: number, degrees: number): number {
  return gammainc(x / 2, degrees / 2, true, true);
}

/** P(|Z| ≥ z) of a standard normal. */
export function normalBeyond(z: number): number {
  return erfc(z / Math.SQRT2);
}

/** The z for which P(|Z| ≥ z) is `alpha`: 1.96 for 0.05. */
export function normalLimit(alpha: number): number {
  return Math.SQRT2 * erfcinv(alpha);
}

/** P(|T| ≥ t) of Student's t. */
export function studentBeyond(t: number, degrees: number): number {
  const square = t * t;
  // As parts of one, `square` and `degrees`: the smaller part, since one close to 1 has no digits left.
  return square < degrees
    ? betainc(square / (degrees + square), 0.5, degrees / 2, true, true)
    : betainc(degrees / (degrees + square), degrees / 2, 0.5, true, false);
}

/** The t for which P(|T| ≥ t) is `alpha`: 2.23 for 0.05 and 10 degrees. */
export function studentLimit(alpha: number, degrees: number): number {
  const part = betaincinv(alpha, 0.5, degrees / 2, true);
  if (part < 0.5) return Math.sqrt((degrees * part) / (1 - part));
  const rest = betaincinv(alpha, degrees / 2, 0.5, false);
  return Math.sqrt((degrees * (1 - rest)) / rest);
}
