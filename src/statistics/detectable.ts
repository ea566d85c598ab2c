/*
 * What a sample could have seen: the honest half of "no deviation found".
 *
 * For a share. Idea: the test of `compareShare` calls a count significant up to some lower limit and from some upper limit
 * on; bisection finds both. A greater true share is seen where the count reaches the upper limit, and P(X ≥ limit) is an
 * incomplete beta function of the share, so the share at which it is 0.8 is a quantile of a beta distribution. Nothing is
 * approximated but what `compareShare` approximates. Hits on the wrong side do not count as seen.
 *
 * For a distribution. Idea: with a true effect w the statistic is about noncentral chi-square with the noncentrality
 * trials · w², which is a Poisson mixture of central ones: P = Σ Poisson(j; λ / 2) P(χ²(degrees + 2j) ≥ limit). It grows with
 * λ, so bisection finds the λ with the wanted power. This is what Cohen's tables and G*Power give (J. Cohen, "Statistical
 * Power Analysis for the Behavioral Sciences", 1988, chapter 7), an approximation where expected counts are small.
 *
 * Cost: some thousand evaluations of distribution functions; independent of the number of trials but for their logarithm.
 */
import { firstWhere } from './asExtreme.js';
import { chiSquareUpper, shareOfLower, shareOfUpper } from './distributions.js';
import { possibleShares, requireCount, requireLevel, requireShare } from './inputCheck.js';
import { logPoissonMass } from './logMass.js';
import { methodOf, shareP } from './shareTest.js';
import type { CountMethod } from './shareTest.js';

export interface PowerOptions {
  readonly trials: number;
  /** The level of the test; with m tests that go through `holm`, `alpha` / m is on the safe side. */
  readonly alpha: number;
  /** The probability with which a deviation is to be seen; default 0.8. */
  readonly power?: number;
}

export interface DetectableShare {
  /**
   * The deviation from which on the sample shows one in either direction that is possible; where it shows none, the greatest
   * one there is.
   */
  readonly deviation: number;
  /** Whether there is a deviation at all that the sample shows. */
  readonly reached: boolean;
  /** The same for shares above the expected one; null where even a share of 1 would not have been seen. */
  readonly above: number | null;
  /** The same for shares below the expected one; null where even a share of 0 would not have been seen. */
  readonly below: number | null;
  /** How the limits of the test were worked out. */
  readonly method: CountMethod;
}

export interface DetectableEffect {
  /** The least Cohen's w that is seen; where there is none, the greatest one that there is with these shares. */
  readonly effect: number;
  readonly reached: boolean;
  readonly degrees: number;
}

/**
 * The smallest deviation of a share that `compareShare` would have found in so many trials with the wanted power.
 *
 * For the shares of several labels at once take `detectableEffect`.
 *
 * Example: `detectable({ trials: 500, expected: 0.3, alpha: 0.05 }).deviation.toFixed(3)` is '0.059'.
 *
 * @throws CohortCheckError `bad-option` for trials that are no whole number, or an `expected`, `alpha` or `power` that is no
 *   probability.
 */
export function detectable(options: PowerOptions & { readonly expected: number }): DetectableShare {
  const { trials, expected, alpha, power = 0.8 } = options;
  const call = 'detectable(…)';
  requireOptions(call, trials, alpha, power);
  requireShare(call, 'expected', expected);
  const isSeen = (hits: number): boolean => shareP(hits, trials, expected) <= alpha;
  const mean = trials * expected;
  const few = Math.floor(mean);
  const steps = trials === 0 ? undefined : firstWhere(0, few, (step) => isSeen(few - step));
  const many = trials === 0 ? undefined : firstWhere(Math.ceil(mean), trials, isSeen);
  // A limit at the mean itself is passed half of the time without any deviation: a power that low needs none.
  const above = many === undefined ? null : Math.max(0, shareOfUpper(power, many, trials) - expected);
  const below = steps === undefined ? null : Math.max(0, expected - shareOfLower(power, few - steps, trials));
  const reached = above !== null || below !== null;
  return {
    deviation: reached ? Math.max(above ?? 0, below ?? 0) : Math.max(expected, 1 - expected),
    reached,
    above,
    below,
    method: methodOf(trials, expected),
  };
}

/**
 * The smallest effect (Cohen's w) that `compareDistribution` would have found in so many trials with the wanted power.
 *
 * Example: with four shares of 0.25, 500 trials and an `alpha` of 0.05, `effect.toFixed(3)` is '0.148'.
 *
 * @throws CohortCheckError `bad-option` for trials that are no whole number, an `alpha` or `power` that is no probability, or
 *   shares that do not add up to 1.
 */
export function detectableEffect(
  options: PowerOptions & { readonly expected: Readonly<Record<string, number>> },
): DetectableEffect {
  const { trials, expected, alpha, power = 0.8 } = options;
  const call = 'detectableEffect(…)';
  requireOptions(call, trials, alpha, power);
  const shares = [...possibleShares(call, expected).values()];
  const degrees = shares.length - 1;
  // All counts on the rarest label.
  const rarest = Math.min(...shares);
  const greatest = Math.sqrt((1 - rarest) / rarest);
  if (trials === 0 || degrees === 0) return { effect: greatest, reached: false, degrees };
  const limit = leastWhere((x) => chiSquareUpper(x, degrees) <= alpha);
  const effect = Math.sqrt(
    leastWhere((noncentrality) => noncentralUpper(limit, degrees, noncentrality) >= power) / trials,
  );
  return { effect: Math.min(effect, greatest), reached: effect <= greatest, degrees };
}

function requireOptions(call: string, trials: number, alpha: number, power: number): void {
  requireCount(call, 'trials', trials);
  requireLevel(call, 'alpha', alpha, 0.05);
  requireLevel(call, 'power', power, 0.8);
}

/** P(X ≥ x) of noncentral chi-square. */
function noncentralUpper(x: number, degrees: number, noncentrality: number): number {
  const mean = noncentrality / 2;
  const reach = 12 * Math.sqrt(mean) + 40;
  let p = 0;
  for (let j = Math.max(0, Math.floor(mean - reach)); j <= mean + reach; j++) {
    p += Math.exp(logPoissonMass(j, mean)) * chiSquareUpper(x, degrees + 2 * j);
  }
  return p;
}

/** The least number from 0 on for which `holds` is true, where it stays true from there on. */
function leastWhere(holds: (value: number) => boolean): number {
  if (holds(0)) return 0;
  let high = 1;
  while (!holds(high)) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
    if (high - low <= 1e-12 * high) return high;
  }
}
