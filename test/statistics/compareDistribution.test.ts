import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '../../src/source/index.js';
import { chiSquareUpper, normalBeyond } from '../../src/statistics/distributions.js';
import { compareDistribution } from '../../src/statistics/index.js';
import { exactP, sampledP, tableCount } from '../../src/statistics/tableTest.js';
import { off, tablesAsFar } from './exactly.js';
import { countsOf, noise, shareFound } from './samples.js';

const FOUR = { a: 0.4, b: 0.3, c: 0.2, d: 0.1 };
const RARE = { a: 0.6, b: 0.36, c: 0.03, d: 0.01 };

const named = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, i) => [`label ${i}`, value]));

describe('compareDistribution', () => {
  it('adds up all tables of small samples as whole-number arithmetic does', () => {
    for (const [counts, weights] of [
      [
        [3, 0],
        [1, 1],
      ],
      [
        [12, 3, 1, 0],
        [1, 1, 1, 1],
      ],
      [
        [0, 4, 9],
        [5, 3, 2],
      ],
      [
        [2, 2, 2],
        [5, 3, 2],
      ],
      [
        [20, 1, 1],
        [1, 2, 7],
      ],
      [
        [0, 0, 0, 3],
        [4, 3, 2, 1],
      ],
    ] as const) {
      const total = weights.reduce<number>((a, b) => a + b, 0);
      const { p, method } = compareDistribution({
        counts: named(counts),
        expected: named(weights.map((weight) => weight / total)),
      });
      expect(method).toBe('exact');
      expect(off(p, tablesAsFar(counts, weights)), counts.join()).toBeLessThan(1e-10);
    }
  });

  it('is held to a check that tells chi-square from the exact sum', () => {
    expect(off(chiSquareUpper(22.5, 3), tablesAsFar([12, 3, 1, 0], [1, 1, 1, 1]))).toBeGreaterThan(0.1);
  });

  it('counts the tables before it adds them up', () => {
    expect(tableCount(3, 2, 100)).toBe(4);
    expect(tableCount(16, 4, 1000)).toBe(969);
    expect(tableCount(1e9, 2, 20_000)).toBeGreaterThan(20_000);
    expect(tableCount(500, 200, 20_000)).toBeGreaterThan(20_000);
  });

  it('gives chi-square where all expected counts are at least 5', () => {
    const { p, statistic, degrees, method, effect } = compareDistribution({
      counts: { a: 230, b: 140, c: 90, d: 40 },
      expected: FOUR,
    });
    expect([method, degrees]).toEqual(['chi-square', 3]);
    // (30² / 200) + (10² / 150) + (10² / 100) + (10² / 50)
    expect(statistic).toBeCloseTo(4.5 + 2 / 3 + 1 + 2, 12);
    expect(effect).toBeCloseTo(Math.sqrt((7.5 + 2 / 3) / 500), 12);
    // Closed forms: with three degrees from the normal tail, with even ones from the Poisson sum.
    const x = 7.5 + 2 / 3;
    expect(off(p, normalBeyond(Math.sqrt(x)) + Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2))).toBeLessThan(1e-12);
    expect(chiSquareUpper(7, 2)).toBeCloseTo(Math.exp(-3.5), 14);
    expect(off(chiSquareUpper(400, 2), Math.exp(-200))).toBeLessThan(1e-12);
    expect(off(chiSquareUpper(30, 4), Math.exp(-15) * 16)).toBeLessThan(1e-12);
  });

  it('draws tables where chi-square is not trusted, the same for the same seed', () => {
    const asked = { counts: { a: 290, b: 190, c: 14, d: 6 }, expected: { a: 0.6, b: 0.365, c: 0.03, d: 0.005 } };
    const first = compareDistribution(asked);
    expect(first.method).toBe('monte-carlo');
    expect(compareDistribution(asked)).toEqual(first);
    const others = [1, 2, 3, 4].map((seed) => compareDistribution({ ...asked, seed }).p);
    expect(new Set(others).size).toBeGreaterThan(1);
    for (const p of others) expect(Math.abs(p - first.p)).toBeLessThan(0.02);
  });

  it('draws tables that estimate the exact sum', () => {
    for (const [counts, shares] of [
      [
        [12, 3, 1, 0],
        [0.25, 0.25, 0.25, 0.25],
      ],
      [
        [6, 3, 1],
        [0.5, 0.3, 0.2],
      ],
      [
        [40, 9, 1],
        [0.7, 0.25, 0.05],
      ],
      [
        [9, 9, 2, 0],
        [0.3, 0.6, 0.08, 0.02],
      ],
    ] as const) {
      const exact = exactP(counts, shares);
      const estimate = sampledP(counts, shares, Source.of(1), 20_000);
      expect(Math.abs(estimate - exact), counts.join()).toBeLessThan(4 * Math.sqrt(exact / 20_000) + 1e-4);
    }
  });

  it('counts the observed table as one of the draws', () => {
    // Every draw is at least as far as a table that is as expected.
    expect(sampledP([6, 3, 1], [0.6, 0.3, 0.1], Source.of(1), 9)).toBe(1);
  });

  it('lets what no draw comes near stand out from any number of tests', () => {
    const { p, method } = compareDistribution({ counts: { a: 100, b: 100, c: 200, d: 100 }, expected: RARE, seed: 1 });
    expect(method).toBe('chi-square');
    expect(p).toBeLessThan(1e-50);
    const rare = compareDistribution({ counts: { a: 60, b: 36, c: 3, d: 50 }, expected: RARE });
    expect(rare.method).toBe('monte-carlo');
    expect(rare.p).toBeLessThan(1e-40);
  });

  it('finds at most alpha of the samples in which nothing is wrong, by every method', () => {
    for (const [trials, expected, method] of [
      [12, FOUR, 'exact'],
      [500, FOUR, 'chi-square'],
    ] as const) {
      const falseAlarms = (declared: Readonly<Record<string, number>>): number =>
        shareFound(`null of ${method}`, (source) => {
          const compared = compareDistribution({ counts: countsOf(source, trials, expected), expected: declared });
          expect(compared.method).toBe(method);
          return compared.p < 0.05;
        });
      const found = falseAlarms(expected);
      expect(found, method).toBeLessThan(0.05 + noise(0.05));
      expect(found, method).toBeGreaterThan(0.03);
      expect(falseAlarms({ a: 0.3, b: 0.3, c: 0.2, d: 0.2 }), method).toBeGreaterThan(0.065);
    }
    const drawn = shareFound('null of draws', (source) => {
      const counts = Object.values(countsOf(source, 60, RARE));
      return sampledP(counts, Object.values(RARE), source.child('tables'), 199) <= 0.05;
    });
    expect(drawn).toBeLessThan(0.05 + noise(0.05));
    expect(drawn).toBeGreaterThan(0.03);
  });

  it('shows each label with its residual, and the residuals of two labels are opposite', () => {
    const { perLabel } = compareDistribution({ counts: { yes: 30, no: 10 }, expected: { yes: 0.5, no: 0.5 } });
    expect(perLabel.map(({ label, count, expected }) => [label, count, expected])).toEqual([
      ['yes', 30, 20],
      ['no', 10, 20],
    ]);
    expect(perLabel[0]!.residual).toBeCloseTo(Math.sqrt(10), 12);
    expect(perLabel[1]!.residual).toBeCloseTo(-Math.sqrt(10), 12);
  });

  it('names labels that must not occur', () => {
    const compared = compareDistribution({
      counts: { a: 5, never: 1, stranger: 2, unseen: 0 },
      expected: { a: 0.5, b: 0.5, never: 0 },
    });
    expect(compared).toMatchObject({
      trials: 8,
      p: 0,
      statistic: null,
      effect: null,
      degrees: 1,
      method: 'impossible',
      unknown: ['stranger'],
      impossible: ['never', 'stranger'],
    });
    expect(compared.perLabel.map(({ label }) => label)).toEqual(['a', 'b', 'never', 'stranger']);
    expect(compared.perLabel.slice(2).map(({ residual }) => residual)).toEqual([null, null]);
    expect(compareDistribution({ counts: { a: 5, b: 5, never: 0 }, expected: { a: 0.5, b: 0.5, never: 0 } }).p).toBe(1);
  });

  it('takes names of object members for labels like any other', () => {
    const compared = compareDistribution({ counts: { toString: 5 }, expected: { a: 1 } });
    expect(compared.unknown).toEqual(['toString']);
    expect(compareDistribution({ counts: { a: 5 }, expected: { toString: 0.5, a: 0.5 } }).perLabel[0]!.count).toBe(0);
  });

  it('says so where nothing was counted, or only one label can be', () => {
    expect(compareDistribution({ counts: {}, expected: FOUR })).toMatchObject({
      trials: 0,
      p: 1,
      statistic: 0,
      effect: null,
      method: 'none',
    });
    expect(compareDistribution({ counts: { a: 7 }, expected: { a: 1 } })).toMatchObject({
      p: 1,
      statistic: 0,
      effect: 0,
      degrees: 0,
      method: 'none',
    });
  });

  it('gives plain finite numbers or null, and a p that is a probability, whatever is counted', () => {
    const label = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'toString');
    const table = fc.record({
      counts: fc.dictionary(label, fc.oneof(fc.nat(6), fc.nat(100_000_000))),
      weights: fc.dictionary(label, fc.nat(1000), { minKeys: 1 }).filter((w) => Object.values(w).some((x) => x > 0)),
    });
    fc.assert(
      fc.property(table, ({ counts, weights }) => {
        const total = Object.values(weights).reduce((a, b) => a + b, 0);
        const expected = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight / total]));
        const compared = compareDistribution({ counts, expected });
        expect(JSON.parse(JSON.stringify(compared))).toEqual(compared);
        expect(compared.p).toBeGreaterThanOrEqual(0);
        expect(compared.p).toBeLessThanOrEqual(1);
        expect(compared.p === 0 || compared.impossible.length === 0).toBe(true);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('takes a billion records', () => {
    const counts = { a: 600_000_000, b: 400_000_000 - 10, c: 10 };
    const common = compareDistribution({ counts, expected: { a: 0.6, b: 0.4 - 1e-8, c: 1e-8 } });
    expect([common.method, common.p > 0.9]).toEqual(['chi-square', true]);
    const rare = compareDistribution({ counts, expected: { a: 0.6, b: 0.4 - 1e-9, c: 1e-9 } });
    expect([rare.method, rare.p < 0.001]).toEqual(['monte-carlo', true]);
  });

  it.each([
    [{ counts: { a: 1 }, expected: { a: 0.5, b: 0.4 } }, 'expected adds up to 0.9'],
    [{ counts: { a: 1 }, expected: {} }, 'expected adds up to 0'],
    [{ counts: { a: 1 }, expected: { a: -0.5, b: 1.5 } }, 'expected["a"] is -0.5'],
    [{ counts: { a: -1 }, expected: { a: 1 } }, 'counts["a"] is -1'],
    [{ counts: { a: 0.5 }, expected: { a: 1 } }, 'counts["a"] is 0.5'],
    [{ counts: { a: 2 ** 53 - 1, b: 2 ** 53 - 1 }, expected: { a: 1 } }, 'the sum of counts'],
  ])('refuses %o', (asked: { counts: Record<string, number>; expected: Record<string, number> }, words) => {
    expect(() => compareDistribution(asked)).toThrow(expect.objectContaining({ code: 'bad-option' }));
    expect(() => compareDistribution(asked)).toThrow(words);
  });

  it('takes shares that were rounded to six digits', () => {
    const { perLabel } = compareDistribution({
      counts: { a: 1, b: 1, c: 1 },
      expected: { a: 0.333333, b: 0.333333, c: 0.333333 },
    });
    expect(perLabel.map(({ expected }) => expected)).toEqual([1, 1, 1].map((one) => expect.closeTo(one, 12)));
  });

  it('prints what its docstring says', () => {
    expect(compareDistribution({ counts: { yes: 30, no: 10 }, expected: { yes: 0.5, no: 0.5 } }).statistic).toBe(10);
  });
});
