/*
 * How probable a table of counts is that lies at least as far from the expected one, in Pearson's statistic.
 *
 * All three ways answer the same question: `exactP` adds up all tables, `sampledP` draws some, and chi-square is the limit
 * for large counts. So the p-value does not jump where one takes the place of another.
 *
 * Source: K. Pearson, Phil. Mag. 50 (1900); for `sampledP` A. C. A. Hope, "A Simplified Monte Carlo Significance Test
 * Procedure", J. R. Statist. Soc. B 30 (1968): the observed table counts as one of the draws, so that p is never 0 and the
 * test keeps its level for any number of them.
 *
 * Example: 2 and 0 where halves are expected. Of the tables (2, 0), (1, 1), (0, 2) with 1/4, 1/2, 1/4 the first and the last
 * have a statistic of 2: p = 1/2.
 *
 * Draws alone would give no p below 1 / (samples + 1), and after a correction for many tests nothing that rests on draws could
 * stand out. So where no draw lies as far, the label that is least probable by itself is asked: p is at most the number of
 * labels times its probability (Bonferroni). The level is kept everywhere: below 1 / (samples + 1) by that bound alone, above
 * it by the draws alone, since the bound only ever replaces a p that is already below.
 */
import type { Source } from '../source/index.js';
import { drawBinomial } from './drawBinomial.js';
import { shareP } from './shareTest.js';

/** Statistics that differ by less are the same one, added up in another order. */
const SAME_WITHIN = 1e-9;

/** Pearson's statistic: 0 where every count is as expected. */
export function pearson(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < expected.length; i++) sum += (counts[i]! - expected[i]!) ** 2 / expected[i]!;
  return sum;
}

/** How many tables there are of so many counts that add up to `trials`; `most` + 1 or more where there are more. */
export function tableCount(trials: number, labels: number, most: number): number {
  let tables = 1;
  for (let i = 1; i < labels && tables <= most; i++) tables *= (trials + i) / i;
  return Math.round(tables);
}

/** The exact probability, over all tables; `shares` are positive and add up to 1. */
export function exactP(observed: readonly number[], shares: readonly number[]): number {
  const trials = observed.reduce((sum, count) => sum + count, 0);
  const expected = shares.map((share) => trials * share);
  const limit = pearson(observed, expected) * (1 - SAME_WITHIN);
  const logFactorials = new Float64Array(trials + 1);
  for (let n = 1; n <= trials; n++) logFactorials[n] = logFactorials[n - 1]! + Math.log(n);
  const last = shares.length - 1;
  let p = 0;
  const visit = (label: number, left: number, far: number, logMass: number): void => {
    const mean = expected[label]!;
    const logShare = Math.log(shares[label]!);
    for (let count = label === last ? left : 0; count <= left; count++) {
      const farther = far + (count - mean) ** 2 / mean;
      const mass = logMass + count * logShare - logFactorials[count]!;
      if (label < last) visit(label + 1, left - count, farther, mass);
      else if (farther >= limit) p += Math.exp(mass);
    }
  };
  visit(0, trials, 0, logFactorials[trials]!);
  return Math.min(1, p);
}

/** The probability as `samples` tables from the source estimate it. */
export function sampledP(
  observed: readonly number[],
  shares: readonly number[],
  source: Source,
  samples: number,
): number {
  const trials = observed.reduce((sum, count) => sum + count, 0);
  const expected = shares.map((share) => trials * share);
  const limit = pearson(observed, expected) * (1 - SAME_WITHIN);
  const counts = new Float64Array(shares.length);
  let asFar = 1;
  for (let sample = 0; sample < samples; sample++) {
    let left = trials;
    let rest = 1;
    for (let i = 0; i < shares.length; i++) {
      // The last label gets what is left, whatever the rounding of `rest`.
      const count = i === shares.length - 1 ? left : drawBinomial(source, left, shares[i]! / rest);
      counts[i] = count;
      left -= count;
      rest -= shares[i]!;
    }
    if (pearson(counts, expected) >= limit) asFar++;
  }
  const p = asFar / (samples + 1);
  if (asFar > 1) return p;
  const least = Math.min(...observed.map((count, i) => shareP(count, trials, shares[i]!)));
  return Math.min(p, shares.length * least);
}
