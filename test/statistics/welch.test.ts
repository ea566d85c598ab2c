import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/source/index.js';
import { studentBeyond, studentLimit } from '../../src/statistics/distributions.js';
import { welch } from '../../src/statistics/index.js';
import type { Moments } from '../../src/statistics/index.js';
import { off } from './exactly.js';
import { noise, shareFound } from './samples.js';

function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

/** Near enough to a normal number: Irwin and Hall's sum of twelve. */
function normal(source: Source): number {
  return Array.from({ length: 12 }, () => source.unit()).reduce((sum, value) => sum + value, -6);
}

function sampleOf(count: number, draw: () => number): Moments {
  return momentsOf(Array.from({ length: count }, draw));
}

describe('welch', () => {
  /** From scipy's `ttest_ind_from_stats(…, equal_var=False)`; the interval at 99 % from its t and Welch's formula. */
  it.each([
    [[10, 5, 2], [20, 3, 1], 0.012147369943879181, [-0.07212851689419, 4.072128516894191], 1.4270121360253516],
    [[40, 12.5, 4], [200, 10, 6.5], 0.0019370869563208805, [0.44069714532496, 4.559302854675038], 0.4058284911055234],
    [
      [1000, 1.01, 0.5],
      [30, 1.4, 0.1],
      5.785693914745319e-28,
      [-0.4535994485047122, -0.3264005514952876],
      -0.790781351813875,
    ],
  ] as const)('gives what scipy gives for %o and %o', ([a, meanA, sdA], [b, meanB, sdB], p, interval, effect) => {
    const found = welch({ count: a, mean: meanA, sd: sdA }, { count: b, mean: meanB, sd: sdB }, { alpha: 0.01 });
    expect(off(found.p, p)).toBeLessThan(1e-9);
    expect(found.interval[0]).toBeCloseTo(interval[0], 9);
    expect(found.interval[1]).toBeCloseTo(interval[1], 9);
    expect(found.effect).toBeCloseTo(effect, 9);
  });

  it("gives Student's tails to many digits, however far out", () => {
    for (const [t, degrees, p] of [
      [0.3, 1, 0.8144528418445154],
      [40, 1, 0.015912179824051624],
      [12, 2.5, 0.0028362150300783244],
      [5, 11, 0.0004025298181245196],
      [40, 40, 7.040810574778496e-34],
      [12, 500, 2.4864512784618514e-29],
      [2, 1e6, 0.04550053385131924],
    ] as const) {
      expect(off(studentBeyond(t, degrees), p), `${t} at ${degrees}`).toBeLessThan(1e-10);
    }
    expect(studentBeyond(Infinity, 3)).toBe(0);
  });

  it('has limits that are the tails the other way round', () => {
    for (const degrees of [1, 1.5, 3, 30, 1e4, 1e8]) {
      for (const alpha of [0.9, 0.05, 1e-6, 1e-12]) {
        expect(off(studentBeyond(studentLimit(alpha, degrees), degrees), alpha), `${alpha} at ${degrees}`).toBeLessThan(
          1e-8,
        );
      }
    }
  });

  it('gives an interval around the difference, and the mirror image where the groups are swapped', () => {
    const moments = fc.record({
      count: fc.integer({ min: 2, max: 1e6 }),
      mean: fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      sd: fc.double({ min: 0.01, max: 1e3, noNaN: true }),
    });
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const found = welch(a, b);
        const mirrored = welch(b, a);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
        expect(found.interval[0]).toBeLessThanOrEqual(found.difference!);
        expect(found.interval[1]).toBeGreaterThanOrEqual(found.difference!);
        expect(-mirrored.interval[1]).toBeCloseTo(found.interval[0], 8);
        expect(mirrored.p).toBeCloseTo(found.p, 12);
        // The test and the interval are one construction: 0 lies within where p is above the level.
        const holdsNone = found.interval[0] <= 0 && 0 <= found.interval[1];
        if (Math.abs(found.p - 0.05) > 1e-9) expect(holdsNone).toBe(found.p > 0.05);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('finds about alpha of the samples in which nothing is wrong, though one group varies more', () => {
    const falseAlarms = (shift: number, scale: number): number =>
      shareFound('null of two means', (source) => {
        const a = sampleOf(12, () => 3 * normal(source) + shift);
        const b = sampleOf(40, () => normal(source));
        return welch(a, b).p * scale < 0.05;
      });
    expect(Math.abs(falseAlarms(0, 1) - 0.05)).toBeLessThan(noise(0.05));
    expect(falseAlarms(0, 0.5)).toBeGreaterThan(0.065);
    expect(falseAlarms(4, 1)).toBeGreaterThan(0.9);
  });

  it('says so where there is nothing to judge by', () => {
    const none = { p: 1, interval: [-Infinity, Infinity], effect: null, degrees: null };
    const some = { count: 5, mean: 2, sd: 1 };
    expect(welch({ count: 0, mean: null, sd: null }, some)).toEqual({ ...none, difference: null });
    expect(welch({ count: 1, mean: 3, sd: null }, some)).toEqual({ ...none, difference: 1 });
    expect(welch({ count: 4, mean: 3, sd: 0 }, { ...some, sd: 0 })).toEqual({ ...none, difference: 1 });
  });

  it.each([
    [{ count: 1.5, mean: 1, sd: 1 }, 'a.count is 1.5'],
    [{ count: 3, mean: null, sd: 1 }, 'a.mean is null of 3 values'],
    [{ count: 0, mean: 1, sd: null }, 'a.mean is 1 of 0 values'],
    [{ count: 3, mean: 1, sd: null }, 'a.sd is null of 3 values'],
    [{ count: 3, mean: 1, sd: -1 }, 'a.sd is -1 of 3 values'],
    [{ count: 3, mean: 1, sd: Infinity }, 'a.sd is Infinity of 3 values'],
    [{ count: 1, mean: 1, sd: 0 }, 'a.sd is 0 of 1 values'],
  ])('refuses %o', (a, words) => {
    const b = { count: 3, mean: 1, sd: 1 };
    expect(() => welch(a, b)).toThrow(expect.objectContaining({ code: 'bad-option' }));
    expect(() => welch(a, b)).toThrow(words);
    expect(() => welch(b, b, { alpha: 0 })).toThrow('alpha is 0');
  });

  it('prints what its docstring says', () => {
    expect(welch({ count: 10, mean: 5, sd: 2 }, { count: 20, mean: 3, sd: 1 }).p.toFixed(4)).toBe('0.0121');
  });
});
