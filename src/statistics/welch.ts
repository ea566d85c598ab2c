import { shown } from '../errors/index.js';
import { studentBeyond, studentLimit } from './distributions.js';
import { badOption, requireCount, requireLevel } from './inputCheck.js';

/** What a test of means needs of a sample. */
export interface Moments {
  readonly count: number;
  /** Null without a value. */
  readonly mean: number | null;
  /** Of the sample, with count - 1; null below two values. */
  readonly sd: number | null;
}

export interface WelchOptions {
  /** The interval is meant to hold the true difference in 1 - `alpha` of all samples; default 0.05. */
  readonly alpha?: number;
}

export interface TwoMeans {
  /** The first mean minus the second; null where one has no value. */
  readonly difference: number | null;
  /** Two-sided: were both true means the same, a difference at least this large; 1 where it cannot be judged. */
  readonly p: number;
  /** The differences that the samples agree with; without bounds where they cannot be judged. */
  readonly interval: readonly [low: number, high: number];
  /** Cohen's d: the difference in pooled standard deviations; null where it cannot be judged. */
  readonly effect: number | null;
  /** Welch's degrees of freedom; null where the difference cannot be judged. */
  readonly degrees: number | null;
}

/**
 * Whether two groups have the same mean, and how far apart the means may lie; the groups may vary differently.
 *
 * For shares take `twoShares`. Means of small groups of lopsided numbers are off by more than the test allows for: ask it
 * of thirty or more, above all where many tests are judged together.
 *
 * It cannot be judged where a group has fewer than two values, or where neither varies: nothing then tells how much means
 * differ by chance.
 *
 * Source: B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances are Involved",
 * Biometrika 34 (1947).
 *
 * Example: `welch({ count: 10, mean: 5, sd: 2 }, { count: 20, mean: 3, sd: 1 }).p.toFixed(4)` is '0.0121'.
 *
 * @throws CohortCheckError `bad-option` for a count that is no whole number, a mean or `sd` that is no number or missing
 *   where the count asks for it, or an `alpha` that is no probability.
 */
export function welch(a: Moments, b: Moments, options: WelchOptions = {}): TwoMeans {
  const { alpha = 0.05 } = options;
  requireMoments('a', a);
  requireMoments('b', b);
  requireLevel('welch(…)', 'alpha', alpha, 0.05);
  const difference = a.mean === null || b.mean === null ? null : a.mean - b.mean;
  const [partA, partB] = [(a.sd ?? 0) ** 2 / a.count, (b.sd ?? 0) ** 2 / b.count];
  const variance = partA + partB;
  if (difference === null || a.sd === null || b.sd === null || variance === 0) {
    return { difference, p: 1, interval: [-Infinity, Infinity], effect: null, degrees: null };
  }
  // By the parts of the variance, whose squares may be too small for a number where they themselves are not.
  const degrees = 1 / ((partA / variance) ** 2 / (a.count - 1) + (partB / variance) ** 2 / (b.count - 1));
  const error = Math.sqrt(variance);
  const reach = studentLimit(alpha, degrees) * error;
  const pooled = ((a.count - 1) * a.sd ** 2 + (b.count - 1) * b.sd ** 2) / (a.count + b.count - 2);
  return {
    difference,
    p: studentBeyond(Math.abs(difference) / error, degrees),
    interval: [difference - reach, difference + reach],
    effect: difference / Math.sqrt(pooled),
    degrees,
  };
}

function requireMoments(name: string, { count, mean, sd }: Moments): void {
  const call = 'welch(…)';
  requireCount(call, `${name}.count`, count);
  if (count === 0 ? mean !== null : !Number.isFinite(mean)) {
    throw badOption(
      `${call}: ${name}.mean is ${shown(mean)} of ${count} values`,
      'a mean is a number, and null without a value',
      `${name}.mean: ${count === 0 ? 'null' : '0'}`,
    );
  }
  if (count < 2 ? sd !== null : !(sd !== null && sd >= 0 && sd < Infinity)) {
    throw badOption(
      `${call}: ${name}.sd is ${shown(sd)} of ${count} values`,
      'a standard deviation is a number from 0, and null below two values',
      `${name}.sd: ${count < 2 ? 'null' : '1'}`,
    );
  }
}
