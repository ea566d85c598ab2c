import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Series } from '../../../src/analysis/tally/index.js';
import { glance, quantile } from '../rawFigures.js';

function seriesOf(values: readonly number[]): Series {
  const series = new Series();
  for (const value of values) series.add(value);
  return series;
}

/** Many different numbers, over as many powers of ten, some of them below 0. */
const many = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.integer({ min: 4200, max: 6000 }),
    powers: fc.integer({ min: 1, max: 12 }),
    shift: fc.constantFrom(0, 0, -1, -6),
    belowZero: fc.constantFrom(0, 0, 0.3, 1),
  })
  .map(({ seed, count, powers, shift, belowZero }) =>
    Array.from({ length: count }, (_, index) => {
      const part = ((index + 1) * 0.618_033_988_75 + seed * 0.414_213_562_37) % 1;
      const sign = (index * 0.732_050_807_57) % 1 < belowZero ? -1 : 1;
      return sign * 10 ** (shift + part * powers);
    }),
  );

describe('a series', () => {
  it('says nothing of no values', () => {
    expect(new Series().distribution()).toEqual(glance([]));
  });

  it('has R’s quartiles, with the sample’s spread', () => {
    // R: quantile(c(1, 2, 4, 8)), sd(c(1, 2, 4, 8))
    expect(seriesOf([8, 1, 4, 2]).distribution()).toEqual({
      count: 4,
      min: 1,
      q1: 1.75,
      median: 3,
      q3: 5,
      max: 8,
      mean: 3.75,
      sd: expect.closeTo(3.095_695_936_834_452, 12) as unknown,
      exact: true,
    });
    expect(seriesOf([5]).distribution()).toMatchObject({ q1: 5, median: 5, q3: 5, mean: 5, sd: null });
  });

  it('is exact to the digit while it has few different values, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 }),
        (values) => {
          const { mean, sd, ...rest } = seriesOf(values).distribution();
          const {
            mean: meanFound,
            sd: sdFound,
            ...wanted
          } = glance(values.map((value) => value + 0)) as {
            readonly mean: number;
            readonly sd: number;
          };
          expect(rest).toEqual(wanted);
          expect(Math.abs(mean! - meanFound)).toBeLessThan(1e-6);
          expect(Math.abs(sd! - sdFound)).toBeLessThan(1e-4);
          expect(seriesOf([...values].reverse()).distribution()).toEqual({ mean, sd, ...rest });
        },
      ),
    );
  });

  it('keeps 4,096 different values, and as many equal ones as there are', () => {
    const values = Array.from({ length: 4096 }, (_, index) => index / 8);
    expect(seriesOf([...values, ...values]).distribution().exact).toBe(true);
    expect(seriesOf([...values, 0.05]).distribution().exact).toBe(false);
  });

  it('is off by half a percent at most where it has more, and not at all in mean and spread', () => {
    fc.assert(
      fc.property(many, (values) => {
        const found = seriesOf(values).distribution();
        const sorted = [...values].sort((a, b) => a - b);
        expect(found.exact).toBe(false);
        expect([found.min, found.max]).toEqual([sorted[0], sorted.at(-1)]);
        for (const [part, value] of [
          [0.25, found.q1!],
          [0.5, found.median!],
          [0.75, found.q3!],
        ] as const) {
          // Between two ranks, the error is a part of each of theirs.
          const rank = part * (sorted.length - 1);
          const magnitude = Math.max(Math.abs(sorted[Math.floor(rank)]!), Math.abs(sorted[Math.ceil(rank)]!));
          const allowed = 0.005 * (belowZero(sorted) ? magnitude : Math.abs(quantile(sorted, part)));
          expect(Math.abs(value - quantile(sorted, part))).toBeLessThanOrEqual(allowed);
        }
        const { mean, sd } = glance(values) as { readonly mean: number; readonly sd: number };
        expect(found.mean! / mean).toBeCloseTo(1, 6);
        expect(found.sd! / sd).toBeCloseTo(1, 9);
      }),
      { numRuns: 25 },
    );
  });

  it('takes hardly more space for twenty times as many values', () => {
    const spaceOf = (count: number): number => {
      const series = new Series();
      for (let i = 0; i < count; i++) series.add(10 ** (((i * 0.618_033_988_75) % 1) * 6 - 3));
      return JSON.stringify(series, (_, value: unknown) => (value instanceof Map ? [...value.keys()] : value)).length;
    };
    expect(spaceOf(200_000)).toBeLessThan(1.2 * spaceOf(10_000));
  });
});

function belowZero(sorted: readonly number[]): boolean {
  return sorted[0]! < 0 && sorted.at(-1)! > 0;
}
