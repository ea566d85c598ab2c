import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShare } from '../../src/statistics/index.js';
import { EXACT_VARIANCE, shareP } from '../../src/statistics/shareTest.js';
import type { Fraction } from './exactly.js';
import { binomialMasses, off, quotient, smallMasses, sum, tailAt } from './exactly.js';
import { hitsOf, noise, shareFound } from './samples.js';

const FRACTIONS: readonly Fraction[] = [
  [1, 2],
  [1, 3],
  [3, 10],
  [1, 50],
  [9, 10],
  [997, 1000],
];

/** The greatest relative distance from whole-number arithmetic over all counts of some sizes. */
function worst(p: (hits: number, trials: number, expected: number) => number): number {
  let most = 0;
  for (const fraction of FRACTIONS) {
    for (const trials of [1, 2, 7, 20, 101]) {
      const masses = binomialMasses(trials, fraction);
      for (let hits = 0; hits <= trials; hits++) {
        const exact = smallMasses(masses, hits);
        // Below this a double has lost its digits.
        if (exact > 1e-290) most = Math.max(most, off(p(hits, trials, fraction[0] / fraction[1]), exact));
      }
    }
  }
  return most;
}

describe('compareShare', () => {
  it('gives the p-value of whole-number arithmetic for every count of small samples', () => {
    expect(worst((hits, trials, expected) => compareShare({ hits, trials, expected }).p)).toBeLessThan(1e-10);
  });

  it('is held to a check that tells other two-sided p-values apart', () => {
    const doubled = (hits: number, trials: number, expected: number): number => {
      const tails = [0, 1].map((side) => tailAt(expected, trials, (k) => (side === 0 ? k <= hits : k >= hits)));
      return Math.min(1, 2 * Math.min(...tails));
    };
    expect(off(doubled(3, 20, 0.3), smallMasses(binomialMasses(20, [3, 10]), 3))).toBeGreaterThan(0.01);
    expect(worst((hits, trials, expected) => compareShare({ hits, trials, expected }).p * (1 + 1e-9))).toBeGreaterThan(
      5e-10,
    );
  });

  it('gives the p-value of whole-number arithmetic in a sample of 2,000', () => {
    const masses = binomialMasses(2000, [3, 10]);
    for (const hits of [450, 540, 560, 599, 600, 601, 640, 700, 800]) {
      expect(off(compareShare({ hits, trials: 2000, expected: 0.3 }).p, smallMasses(masses, hits))).toBeLessThan(1e-9);
    }
  });

  it('gives what R prints for the example of its binom.test, 682 of 925 at 0.75', () => {
    const { p, interval } = compareShare({ hits: 682, trials: 925, expected: 0.75 });
    expect(p.toFixed(4)).toBe('0.3825');
    expect(interval.map((end) => end.toFixed(7))).toEqual(['0.7076683', '0.7654066']);
  });

  it('gives an interval at whose ends the tails are half of alpha', () => {
    for (const [hits, trials, alpha] of [
      [1, 10, 0.05],
      [5, 40, 0.05],
      [20, 40, 0.01],
      [39, 40, 0.001],
    ] as const) {
      const { interval } = compareShare({ hits, trials, expected: 0.5, alpha });
      expect(
        off(
          tailAt(interval[0], trials, (k) => k >= hits),
          alpha / 2,
        ),
      ).toBeLessThan(1e-7);
      expect(
        off(
          tailAt(interval[1], trials, (k) => k <= hits),
          alpha / 2,
        ),
      ).toBeLessThan(1e-7);
    }
    // Without a hit the upper end is known in closed form: 1 - (alpha / 2)^(1 / n).
    const { interval } = compareShare({ hits: 0, trials: 100, expected: 0.5 });
    expect(interval[0]).toBe(0);
    expect(interval[1]).toBeCloseTo(1 - 0.025 ** 0.01, 12);
  });

  it('gives an interval around the share, wider for a smaller alpha, and a p that is a probability', () => {
    const question = fc
      .record({
        trials: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1e9 })),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        expected: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ trials, part, expected }) => ({ trials, hits: Math.round(trials * part), expected }));
    fc.assert(
      fc.property(question, (asked) => {
        const { p, share, interval, difference, effect } = compareShare(asked);
        const wide = compareShare({ ...asked, alpha: 0.001 }).interval;
        const values = [0, wide[0], interval[0], share!, interval[1], wide[1], 1];
        expect(values).toEqual([...values].sort((a, b) => a - b));
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(Math.sign(effect!)).toBe(Math.sign(difference!));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('does not jump where the asymptotic law takes over', () => {
    for (const expected of [0.5, 0.1, 0.001]) {
      const trials = Math.floor(EXACT_VARIANCE / (expected * (1 - expected)));
      const more = trials + 20;
      for (const deviations of [-6, -3, -1, -0.2, 0.2, 1, 3, 6]) {
        const away = Math.round(deviations * 1000);
        const before = compareShare({ hits: Math.round(trials * expected) + away, trials, expected });
        const after = compareShare({ hits: Math.round(more * expected) + away, trials: more, expected });
        expect([before.method, after.method]).toEqual(['exact', 'asymptotic']);
        expect(off(after.p, before.p), `${expected}, ${deviations}`).toBeLessThan(0.02);
      }
    }
  });

  it('keeps its digits in a billion trials', () => {
    // P(no hit) = (1 - 1e-8)^1e9, and no count above the mean is as rare as none until far out.
    const none = compareShare({ hits: 0, trials: 1e9, expected: 1e-8 });
    expect(none.method).toBe('exact');
    expect(none.p).toBeGreaterThan(Math.exp(-10));
    expect(none.p).toBeLessThan(3 * Math.exp(-10));
    const half = compareShare({ hits: 5e8 + 31_000, trials: 1e9, expected: 0.5 });
    expect(half.p).toBeCloseTo(0.05, 3);
    expect(half.interval[0]).toBeLessThan(0.5 + 31_000 / 1e9);
    expect(compareShare({ hits: 1e9, trials: 1e9, expected: 0.5 }).p).toBe(0);
    expect(compareShare({ hits: 5e8, trials: 1e9, expected: 1e-4 }).p).toBe(0);
    expect(compareShare({ hits: 5e8, trials: 1e9, expected: 0.5 }).p).toBe(1);
  });

  it('finds at most alpha of the samples in which nothing is wrong', () => {
    const falseAlarms = (p: (hits: number) => number): number =>
      shareFound('null of shares', (source) => p(hitsOf(source, 200, 0.3)) < 0.05);
    const found = falseAlarms((hits) => compareShare({ hits, trials: 200, expected: 0.3 }).p);
    expect(found).toBeLessThan(0.05 + noise(0.05));
    expect(found).toBeGreaterThan(0.02);
    // One-sided p-values, or a share that is off, would not pass.
    expect(falseAlarms((hits) => compareShare({ hits, trials: 200, expected: 0.3 }).p / 2)).toBeGreaterThan(0.065);
    expect(falseAlarms((hits) => compareShare({ hits, trials: 200, expected: 0.36 }).p)).toBeGreaterThan(0.2);
  });

  it('gives intervals that hold the true share in at least 95 % of samples', () => {
    const missed = shareFound('cover of shares', (source) => {
      const { interval } = compareShare({ hits: hitsOf(source, 80, 0.1), trials: 80, expected: 0.5 });
      return !(interval[0] <= 0.1 && 0.1 <= interval[1]);
    });
    expect(missed).toBeLessThan(0.05 + noise(0.05));
    expect(missed).toBeGreaterThan(0);
  });

  it('says so where there is no trial', () => {
    expect(compareShare({ hits: 0, trials: 0, expected: 0.3 })).toEqual({
      hits: 0,
      trials: 0,
      share: null,
      expected: 0.3,
      difference: null,
      p: 1,
      interval: [0, 1],
      effect: null,
      method: 'none',
    });
  });

  it('takes shares of 0 and 1 at their word', () => {
    expect(compareShare({ hits: 0, trials: 9, expected: 0 }).p).toBe(1);
    expect(compareShare({ hits: 1, trials: 9, expected: 0 }).p).toBe(0);
    expect(compareShare({ hits: 9, trials: 9, expected: 1 }).p).toBe(1);
    expect(compareShare({ hits: 8, trials: 9, expected: 1 }).p).toBe(0);
    expect(compareShare({ hits: 9, trials: 9, expected: 0 }).effect).toBeCloseTo(Math.PI, 12);
  });

  it.each([
    [{ hits: 3, trials: 2, expected: 0.5 }, 'hits is 3 of 2 trials'],
    [{ hits: -1, trials: 2, expected: 0.5 }, 'hits is -1'],
    [{ hits: 1.5, trials: 2, expected: 0.5 }, 'hits is 1.5'],
    [{ hits: 1, trials: Infinity, expected: 0.5 }, 'trials is Infinity'],
    [{ hits: 1, trials: 2, expected: 1.5 }, 'expected is 1.5'],
    [{ hits: 1, trials: 2, expected: Number.NaN }, 'expected is NaN'],
    [{ hits: 1, trials: 2, expected: 0.5, alpha: 0 }, 'alpha is 0'],
  ])('refuses %o', (asked, words) => {
    expect(() => compareShare(asked)).toThrow(expect.objectContaining({ code: 'bad-option' }));
    expect(() => compareShare(asked)).toThrow(words);
  });

  it('prints what its docstrings say', () => {
    expect(compareShare({ hits: 3, trials: 10, expected: 0.5 }).p.toFixed(5)).toBe('0.34375');
    expect(shareP(3, 10, 0.5)).toBeCloseTo(quotient(2n * sum(binomialMasses(10, [1, 2]).slice(0, 4)), 1024n), 12);
  });
});
