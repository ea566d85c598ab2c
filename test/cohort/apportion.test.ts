import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExactShares, apportion, seatOrder } from '../../src/cohort/index.js';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const shares: fc.Arbitrary<ExactShares> = fc
  .array(fc.oneof(fc.nat(3), fc.nat(400)), { minLength: 1, maxLength: 8 })
  .filter((weights) => sum(weights) > 0)
  .map((weights) => ({ weights, denominator: sum(weights) }));

/** The laws of an apportionment over all sizes up to `most`; the first breach in words, or nothing. */
function breach(rounding: typeof apportion, given: ExactShares, most: number): string | undefined {
  let before = given.weights.map(() => 0);
  for (let n = 0; n <= most; n++) {
    const counts = rounding(given, n);
    if (sum(counts) !== n) return `${n}: adds up to ${sum(counts)}`;
    for (const [i, count] of counts.entries()) {
      const quota = (given.weights[i]! * n) / given.denominator;
      if (count < Math.floor(quota) || count > Math.ceil(quota)) return `${n}: class ${i} breaks its quota`;
      if (count < before[i]!) return `${n}: class ${i} loses a seat`;
    }
    before = counts;
  }
  return undefined;
}

describe('apportion', () => {
  it('adds up, keeps every quota and takes no seat back as the size grows, across rounds too', () => {
    fc.assert(
      fc.property(shares, (given) => {
        expect(breach(apportion, given, Math.min(1500, 2 * given.denominator + 3))).toBeUndefined();
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('is held to laws that catch largest remainders, which are not monotone', () => {
    const largestRemainders: typeof apportion = ({ weights, denominator }, n) => {
      const counts = weights.map((weight) => Math.floor((weight * n) / denominator));
      const byRest = [...weights.keys()].sort(
        (i, j) => ((weights[j]! * n) % denominator) - ((weights[i]! * n) % denominator),
      );
      for (const i of byRest.slice(0, n - sum(counts))) counts[i] = counts[i]! + 1;
      return counts;
    };
    expect(breach(largestRemainders, { weights: [6, 6, 2], denominator: 14 }, 14)).toBe('4: class 2 loses a seat');
  });

  it('is held to laws that catch divisor methods, which break quotas', () => {
    const jefferson: typeof apportion = ({ weights }, n) => {
      const counts = weights.map(() => 0);
      for (let seat = 0; seat < n; seat++) {
        const claims = weights.map((weight, i) => weight / (counts[i]! + 1));
        const best = claims.indexOf(Math.max(...claims));
        counts[best] = counts[best]! + 1;
      }
      return counts;
    };
    expect(breach(jefferson, { weights: [90, 2, 2, 2, 2, 2], denominator: 100 }, 100)).toContain('breaks its quota');
  });

  it('is exact wherever n times each share is whole', () => {
    fc.assert(
      fc.property(shares, fc.nat(1_000_000), (given, rounds) => {
        expect(apportion(given, given.denominator * rounds)).toEqual(given.weights.map((weight) => weight * rounds));
      }),
      { seed: 2 },
    );
  });

  it('repeats itself after each exact round', () => {
    fc.assert(
      fc.property(shares, fc.nat(5000), fc.nat(1000), (given, rounds, rest) => {
        const n = rest % given.denominator;
        const added = apportion(given, n).map((count, i) => count + given.weights[i]! * rounds);
        expect(apportion(given, given.denominator * rounds + n)).toEqual(added);
      }),
      { seed: 3 },
    );
  });

  it('keeps quotas where products leave the safe integers', () => {
    const given = { weights: [499_999_999, 300_000_001, 200_000_000], denominator: 1_000_000_000 };
    const n = 12_345_678;
    const counts = apportion(given, n);
    expect(sum(counts)).toBe(n);
    for (const [i, count] of counts.entries()) {
      expect(Math.abs(count - (given.weights[i]! / given.denominator) * n)).toBeLessThan(1);
    }
  });

  it('gives equal claims to the class listed first', () => {
    expect(apportion({ weights: [1, 1, 1], denominator: 3 }, 1)).toEqual([1, 0, 0]);
    expect(apportion({ weights: [1, 1, 1], denominator: 3 }, 5)).toEqual([2, 2, 1]);
  });

  it('grows by the seats of seatOrder', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 300 }), (given, n) => {
        const counts = given.weights.map(() => 0);
        for (const seat of seatOrder(given, n)) counts[seat] = counts[seat]! + 1;
        expect(counts).toEqual(apportion(given, n));
      }),
      { seed: 4 },
    );
  });

  it('prints what its essay and docstrings say', () => {
    expect(apportion({ weights: [5, 3, 2], denominator: 10 }, 4)).toEqual([2, 1, 1]);
    expect(seatOrder({ weights: [5, 3, 2], denominator: 10 }, 10)).toEqual([0, 1, 0, 2, 0, 1, 0, 1, 0, 2]);
  });
});
