import { Source } from '../source/index.js';
import { chiSquareUpper } from './distributions.js';
import { possibleShares, requireCount } from './inputCheck.js';
import { exactP, pearson, sampledP, tableCount } from './tableTest.js';

export interface DistributionQuestion {
  /** How often each label was seen. A label that is missing was seen 0 times. */
  readonly counts: Readonly<Record<string, number>>;
  /** The share that each label is declared to have; together 1. A label that is missing must not occur. */
  readonly expected: Readonly<Record<string, number>>;
  /** Where the tables of the method `monte-carlo` are drawn from; default 0. The same seed gives the same p. */
  readonly seed?: number;
}

/**
 * `exact`: all tables were added up. `chi-square`: the limit for large counts. `monte-carlo`: 9,999 tables were drawn.
 * `impossible`: a label occurs that must not. `none`: nothing was counted, or there is one label alone.
 */
export type DistributionMethod = 'exact' | 'chi-square' | 'monte-carlo' | 'impossible' | 'none';

export interface LabelComparison {
  readonly label: string;
  readonly count: number;
  /** The expected count: trials · share. */
  readonly expected: number;
  /**
   * The difference in standard deviations: beyond ±2 it is unusual, beyond ±4 rare. Null where a label occurs that cannot,
   * or that alone could and did not.
   */
  readonly residual: number | null;
}

export interface DistributionComparison {
  readonly trials: number;
  /** The probability of a table at least as far from the expected one, were that the true one. */
  readonly p: number;
  /** Pearson's statistic; null where it is infinite: an impossible label occurs. */
  readonly statistic: number | null;
  /** Labels that can occur, less one. */
  readonly degrees: number;
  /** Cohen's w: 0.1 is small, 0.3 medium, 0.5 large; null without a count, and where it is infinite. */
  readonly effect: number | null;
  readonly method: DistributionMethod;
  /** All labels: the expected ones in their order, then those that are unknown. */
  readonly perLabel: readonly LabelComparison[];
  /** Labels that occur and that `expected` does not name. */
  readonly unknown: readonly string[];
  /** Labels that occur although their share is 0, the unknown ones among them. */
  readonly impossible: readonly string[];
}

/** As many tables are added up in some milliseconds. */
const MOST_TABLES = 20_000;

/** Below this expected count the limit is not trusted (W. G. Cochran, Biometrics 10 (1954)). */
const LEAST_EXPECTED = 5;

const SAMPLES = 9999;

/**
 * Whether the labels that were counted are distributed as declared, and which of them stand out.
 *
 * For one label of two take `compareShare`. Several answers that are judged together go through `holm`.
 *
 * p is that of Pearson's statistic: added up over all tables while there are at most 20,000, else from chi-square where
 * every expected count is at least 5, else from 9,999 drawn tables and, where none of them is as far, from
 * the least probable label. w is after J. Cohen, "Statistical Power Analysis for
 * the Behavioral Sciences" (1988), chapter 7. Residuals are standardised: (count - expected) / √(expected · (1 - share)).
 *
 * Keyed by: the seed; nothing else is drawn.
 *
 * Example: `compareDistribution({ counts: { yes: 30, no: 10 }, expected: { yes: 0.5, no: 0.5 } }).statistic` is 10.
 *
 * @throws CohortCheckError `bad-option` for counts that are no whole numbers, or shares that do not add up to 1.
 * @throws CohortCheckError `bad-seed` for a seed that is no safe integer.
 */
export function compareDistribution({ counts, expected, seed = 0 }: DistributionQuestion): DistributionComparison {
  const call = 'compareDistribution(…)';
  const source = Source.of(seed).child('compareDistribution');
  const shares = possibleShares(call, expected);
  const seen = new Map(Object.entries(counts));
  for (const [label, count] of seen) requireCount(call, `counts[${JSON.stringify(label)}]`, count);
  const trials = [...seen.values()].reduce((sum, count) => sum + count, 0);
  requireCount(call, 'the sum of counts', trials);

  const occurring = [...seen.keys()].filter((label) => seen.get(label)! > 0);
  const unknown = occurring.filter((label) => !Object.hasOwn(expected, label));
  const impossible = occurring.filter((label) => !shares.has(label));
  const perLabel = [...Object.keys(expected), ...unknown].map((label) =>
    comparedLabel(label, seen.get(label) ?? 0, trials, shares.get(label) ?? 0),
  );
  const degrees = shares.size - 1;
  const rest = { trials, degrees, perLabel, unknown, impossible };
  if (impossible.length > 0) return { ...rest, p: 0, statistic: null, effect: null, method: 'impossible' };
  if (trials === 0) return { ...rest, p: 1, statistic: 0, effect: null, method: 'none' };
  if (degrees === 0) return { ...rest, p: 1, statistic: 0, effect: 0, method: 'none' };

  const possible = [...shares.keys()].map((label) => seen.get(label) ?? 0);
  const statistic = pearson(
    possible,
    [...shares.values()].map((share) => trials * share),
  );
  const tested = tableP(trials, possible, [...shares.values()], statistic, source);
  return { ...rest, statistic, effect: Math.sqrt(statistic / trials), ...tested };
}

function comparedLabel(label: string, count: number, trials: number, share: number): LabelComparison {
  const expected = trials * share;
  if (count === expected) return { label, count, expected, residual: 0 };
  const spread = Math.sqrt(expected * (1 - share));
  return { label, count, expected, residual: spread === 0 ? null : (count - expected) / spread };
}

function tableP(
  trials: number,
  counts: readonly number[],
  shares: readonly number[],
  statistic: number,
  source: Source,
): { readonly p: number; readonly method: DistributionMethod } {
  if (tableCount(trials, shares.length, MOST_TABLES) <= MOST_TABLES) {
    return { p: exactP(counts, shares), method: 'exact' };
  }
  if (trials * Math.min(...shares) >= LEAST_EXPECTED) {
    return { p: chiSquareUpper(statistic, shares.length - 1), method: 'chi-square' };
  }
  return { p: sampledP(counts, shares, source, SAMPLES), method: 'monte-carlo' };
}
