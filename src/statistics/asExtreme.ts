/*
 * Two-sided probabilities of counts by the method of small p-values: of all outcomes, those that are at most as likely
 * as the one that was seen. It is what R's binom.test and fisher.test report.
 *
 * Idea: the masses rise up to the mean and fall after it, so these outcomes are two tails. One starts at the count that
 * was seen, the other where the mass has sunk as low, which bisection finds.
 *
 * Invariant: masses that differ by less than 1 in 10^7 count as equal, as in R; otherwise the last digit of a symmetric
 * distribution would decide whether its other half counts.
 *
 * Cost: two tails and about 2 log2(max - min) masses.
 *
 * Example: 3 of 10 at 0.5. The masses of 0 to 3 and of 7 to 10 are at most that of 3: p = 2 · 176 / 1024 = 0.34375.
 */

const EQUAL_WITHIN = Math.log1p(1e-7);

/** Counts with one peak next to their mean. */
export interface CountLaw {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  logMass(count: number): number;
  /** P(X ≤ count). */
  lower(count: number): number;
  /** P(X ≥ count). */
  upper(count: number): number;
}

/** The probability of a count that is at most as likely as this one. */
export function asExtreme(law: CountLaw, count: number): number {
  const limit = law.logMass(count) + EQUAL_WITHIN;
  const asRare = (other: number): boolean => law.logMass(other) <= limit;
  if (count === law.mean) return 1;
  if (count < law.mean) {
    const other = firstWhere(Math.ceil(law.mean), law.max, asRare);
    return Math.min(1, law.lower(count) + (other === undefined ? 0 : law.upper(other)));
  }
  const below = Math.floor(law.mean);
  const steps = firstWhere(0, below - law.min, (step) => asRare(below - step));
  return Math.min(1, law.upper(count) + (steps === undefined ? 0 : law.lower(below - steps)));
}

/**
 * The first whole number from `min` to `max` for which `holds` is true, where it stays true from there on; `undefined`
 * where there is none.
 */
export function firstWhere(min: number, max: number, holds: (value: number) => boolean): number | undefined {
  if (min > max || !holds(max)) return undefined;
  let low = min;
  let high = max;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
