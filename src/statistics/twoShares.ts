import { asExtreme } from './asExtreme.js';
import { normalBeyond, normalLimit } from './distributions.js';
import { cohensH } from './effectSize.js';
import { requireHits, requireLevel } from './inputCheck.js';
import { logHypergeometricMass } from './logMass.js';
import { EXACT_VARIANCE } from './shareTest.js';
import type { CountMethod } from './shareTest.js';

export interface CountedShare {
  readonly hits: number;
  readonly trials: number;
}

export interface TwoSharesOptions {
  /** The interval is meant to hold the true difference in 1 - `alpha` of all samples; default 0.05. */
  readonly alpha?: number;
}

export interface TwoShares {
  /** Hits by trials of each; null without a trial. */
  readonly shares: readonly [a: number | null, b: number | null];
  /** The first share minus the second; null where one has no trial. */
  readonly difference: number | null;
  /** Two-sided: were both true shares the same, hits that are divided at most as likely as these; 1 where one has no trial. */
  readonly p: number;
  /** The differences that the hits agree with, after Newcombe. */
  readonly interval: readonly [low: number, high: number];
  /** Cohen's h, positive where the first share is the greater one; null where one has no trial. */
  readonly effect: number | null;
  readonly method: CountMethod;
}

/**
 * Whether two groups have the same share, and how far apart they may lie.
 *
 * For one group against a declared share take `compareShare`.
 *
 * The p-value is Fisher's exact one (method of small p-values, as R's `fisher.test`), which errs on the safe side in small
 * groups. Where the count that it is about has a variance above 10^6, the score test with half a step of correction takes
 * its place. The interval joins the score intervals of both shares: R. G. Newcombe, "Interval Estimation for the Difference
 * Between Independent Proportions", Statist. Med. 17 (1998), method 10. The two come from different constructions: next to
 * `alpha` one may hold 0 where the other rejects it.
 *
 * Example: `twoShares({ hits: 3, trials: 4 }, { hits: 1, trials: 4 }).p.toFixed(4)` is '0.4857'.
 *
 * @throws CohortCheckError `bad-option` for counts that are no whole numbers, more hits than trials, or an `alpha` that is no
 *   probability.
 */
export function twoShares(a: CountedShare, b: CountedShare, options: TwoSharesOptions = {}): TwoShares {
  const { alpha = 0.05 } = options;
  const call = 'twoShares(…)';
  requireHits(call, 'a.', a.hits, a.trials);
  requireHits(call, 'b.', b.hits, b.trials);
  requireHits(call, 'a and b: ', a.hits + b.hits, a.trials + b.trials);
  requireLevel(call, 'alpha', alpha, 0.05);
  const shareA = a.trials === 0 ? null : a.hits / a.trials;
  const shareB = b.trials === 0 ? null : b.hits / b.trials;
  if (shareA === null || shareB === null) {
    return { shares: [shareA, shareB], difference: null, p: 1, interval: [-1, 1], effect: null, method: 'none' };
  }
  const difference = shareA - shareB;
  const z = normalLimit(alpha);
  const [lowA, highA] = scoreInterval(a, z);
  const [lowB, highB] = scoreInterval(b, z);
  return {
    shares: [shareA, shareB],
    difference,
    ...divisionP(a, b),
    interval: [
      Math.max(-1, difference - Math.hypot(shareA - lowA, highB - shareB)),
      Math.min(1, difference + Math.hypot(highA - shareA, shareB - lowB)),
    ],
    effect: cohensH(shareA, shareB),
  };
}

/**
 * The shares that hits agree with: the score interval after Wilson, which holds the true share in 1 - `alpha` of all samples.
 *
 * Also sensible for few trials and for shares at 0 or 1, unlike the share and its standard error. To compare with a declared
 * share take `compareShare`, with another group `twoShares`.
 *
 * Example: `shareInterval(0, 10).map((end) => end.toFixed(4))` is ['0.0000', '0.2775'].
 *
 * @param alpha - default 0.05.
 * @returns [0, 1] without a trial.
 * @throws CohortCheckError `bad-option` for counts that are no whole numbers, more hits than trials, or an `alpha` that is no
 *   probability.
 */
export function shareInterval(hits: number, trials: number, alpha: number = 0.05): [low: number, high: number] {
  requireHits('shareInterval(…)', '', hits, trials);
  requireLevel('shareInterval(…)', 'alpha', alpha, 0.05);
  return trials === 0 ? [0, 1] : scoreInterval({ hits, trials }, normalLimit(alpha));
}

/** E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927). */
function scoreInterval({ hits, trials }: CountedShare, z: number): [low: number, high: number] {
  const square = z * z;
  const centre = hits + square / 2;
  const reach = z * Math.sqrt((hits * (trials - hits)) / trials + square / 4);
  const share = hits / trials;
  // The ends are next to the share at the least: rounding must not carry them past it, nor off 0 and 1.
  return [
    hits === 0 ? 0 : Math.min(share, (centre - reach) / (trials + square)),
    hits === trials ? 1 : Math.max(share, (centre + reach) / (trials + square)),
  ];
}

/** The hits of the first group, all hits being given, are hypergeometric where the shares are the same. */
function divisionP(a: CountedShare, b: CountedShare): { readonly p: number; readonly method: CountMethod } {
  const marked = a.hits + b.hits;
  const all = a.trials + b.trials;
  const unmarked = all - marked;
  const mean = (marked / all) * a.trials;
  const variance = mean * (unmarked / (all - 1)) * (b.trials / all);
  if (variance > EXACT_VARIANCE) {
    const distance = Math.max(0, Math.abs(a.hits - mean) - 0.5);
    return { p: normalBeyond(distance / Math.sqrt(variance)), method: 'asymptotic' };
  }
  const min = Math.max(0, marked - b.trials);
  const max = Math.min(a.trials, marked);
  const logMass = (count: number): number => logHypergeometricMass(count, a.trials, marked, unmarked);
  /** How much likelier a count is than the one below it. */
  const ratio = (count: number): number =>
    ((marked - count + 1) / count) * ((a.trials - count + 1) / (b.trials - marked + count));
  const lower = (from: number): number => {
    let term = Math.exp(logMass(from));
    let sum = 0;
    for (let count = from; count >= min && sum + term > sum; term /= ratio(count--)) sum += term;
    return sum;
  };
  const upper = (from: number): number => {
    let term = Math.exp(logMass(from));
    let sum = 0;
    for (let count = from; count <= max && sum + term > sum; term *= ratio(++count)) sum += term;
    return sum;
  };
  return { p: asExtreme({ min, max, mean, logMass, lower, upper }, a.hits), method: 'exact' };
}
