import type { Shares } from '../../cohort/index.js';
import type { InspectionContext, StatisticalTest } from '../../domain/index.js';
import type { Part } from './Part.js';

export interface ModelledSharesOptions {
  readonly collection: string;
  /** The rule that is broken where the deviation is more than chance. */
  readonly rule: string;
  /** What the figures are called, such as `risk_level by persona`. */
  readonly title: string;
  /** The group that a record belongs to, such as its persona; undefined for one that is not counted. */
  readonly group: (record: never) => string | undefined;
  readonly label: (record: never) => string;
  /** The declared shares of a group; undefined where none are declared. */
  readonly expected: (group: string) => Shares | undefined;
}

/** Shares that the records of a group have on average: compared by a statistical test. */
export function modelledShares({ collection, rule, title, group, label, expected }: ModelledSharesOptions): Part {
  return () => {
    const groups = new Map<string, Record<string, number>>();
    return {
      see(seen) {
        if (seen.collection !== collection || seen.record === undefined) return;
        const name = group(seen.record as never);
        if (name === undefined) return;
        const counts = groups.get(name) ?? {};
        const found = label(seen.record as never);
        counts[found] = (counts[found] ?? 0) + 1;
        groups.set(name, counts);
      },
      async finish() {
        const tests: StatisticalTest[] = [];
        for (const [name, counts] of groups) {
          const shares = expected(name);
          if (shares !== undefined) tests.push(await distributionTest(rule, `${title}: ${name}`, counts, shares));
        }
        return { tests, figures: { [title]: Object.fromEntries(groups) } };
      },
    };
  };
}

/** A comparison of counts with declared shares. */
export async function distributionTest(
  rule: string,
  title: string,
  counts: Readonly<Record<string, number>>,
  expected: Shares,
): Promise<StatisticalTest> {
  const { compareDistribution, detectableEffect } = await import('../../statistics/index.js');
  const compared = compareDistribution({ counts, expected });
  const { trials, p, effect, method, perLabel, statistic, degrees } = compared;
  return {
    rule,
    title,
    p,
    trials,
    deviation: Math.max(0, ...perLabel.map((one) => (trials === 0 ? 0 : Math.abs(one.count - one.expected) / trials))),
    actual: Object.fromEntries(perLabel.map((one) => [one.label, one.count])),
    expected: Object.fromEntries(perLabel.map((one) => [one.label, Math.round(one.expected * 100) / 100])),
    figures: { method, statistic, degrees, cohens_w: effect },
    detectable: (level) => {
      if (Object.values(expected).filter((share) => share > 0).length < 2) return {};
      const smallest = detectableEffect({ trials, alpha: level, expected });
      return { would_have_seen_cohens_w: smallest.reached ? smallest.effect : null };
    },
  };
}

/** A comparison of a count of hits with a declared share. */
export async function shareTest(
  rule: string,
  title: string,
  { hits, trials }: { readonly hits: number; readonly trials: number },
  expected: number,
  { alpha }: InspectionContext,
): Promise<StatisticalTest> {
  const { compareShare, detectable } = await import('../../statistics/index.js');
  const { share, difference, p, interval, effect, method } = compareShare({ hits, trials, expected, alpha });
  return {
    rule,
    title,
    p,
    trials,
    deviation: Math.abs(difference ?? 0),
    actual: share,
    expected,
    figures: { hits, method, interval, cohens_h: effect },
    detectable: (level) => {
      const smallest = detectable({ trials, expected, alpha: level });
      return { would_have_seen_deviation: smallest.reached ? smallest.deviation : null };
    },
  };
}
