import { shareOfLower, shareOfUpper } from './distributions.js';
import { cohensH } from './effectSize.js';
import { requireHits, requireLevel, requireShare } from './inputCheck.js';
import { methodOf, shareP } from './shareTest.js';
import type { CountMethod } from './shareTest.js';

export interface ShareQuestion {
  /** How many of the trials were hits. */
  readonly hits: number;
  readonly trials: number;
  /** The share that is declared, from 0 to 1. */
  readonly expected: number;
  /** The interval holds the true share in at least 1 - `alpha` of all samples; default 0.05. */
  readonly alpha?: number;
}

export interface ShareComparison {
  readonly hits: number;
  readonly trials: number;
  /** Hits by trials; null without a trial. */
  readonly share: number | null;
  readonly expected: number;
  /** `share` minus `expected`; null without a trial. */
  readonly difference: number | null;
  /** The probability of hits at most as likely as these, were `expected` the true share; 1 without a trial. */
  readonly p: number;
  /** The shares that these hits agree with: Clopper and Pearson's, both ends included. */
  readonly interval: readonly [low: number, high: number];
  /** Cohen's h: 0.2 is small, 0.5 medium, 0.8 large; negative where there are too few hits; null without a trial. */
  readonly effect: number | null;
  readonly method: CountMethod;
}

/**
 * Whether a share that was counted agrees with the one that is declared.
 *
 * For the shares of several labels at once take `compareDistribution`, for two counted shares `twoShares`. Several
 * answers that are judged together go through `holm`.
 *
 * The p-value is the exact two-sided one of the binomial test by the method of small p-values (as R's `binom.test`)
 * while trials · expected · (1 - expected) ≤ 10^6, and that of the deviance above. The interval is exact at any size: C. J.
 * Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial",
 * Biometrika 26 (1934).
 *
 * Example: `compareShare({ hits: 3, trials: 10, expected: 0.5 }).p.toFixed(5)` is '0.34375'.
 *
 * @throws CohortCheckError `bad-option` for counts that are no whole numbers, more hits than trials, or an `expected` or
 *   `alpha` that is no probability.
 */
export function compareShare({ hits, trials, expected, alpha = 0.05 }: ShareQuestion): ShareComparison {
  const call = 'compareShare(…)';
  requireHits(call, '', hits, trials);
  requireShare(call, 'expected', expected);
  requireLevel(call, 'alpha', alpha, 0.05);
  const method = methodOf(trials, expected);
  const share = trials === 0 ? null : hits / trials;
  return {
    hits,
    trials,
    share,
    expected,
    difference: share === null ? null : share - expected,
    p: shareP(hits, trials, expected),
    interval: [
      hits === 0 ? 0 : shareOfUpper(alpha / 2, hits, trials),
      hits === trials ? 1 : shareOfLower(alpha / 2, hits, trials),
    ],
    effect: share === null ? null : cohensH(share, expected),
    method,
  };
}
