import { describe, expect, it } from 'vitest';
import { Source } from '../../src/source/index.js';
import { drawBinomial } from '../../src/statistics/drawBinomial.js';
import { chiSquareUpper } from '../../src/statistics/distributions.js';
import { logBinomialMass } from '../../src/statistics/logMass.js';
import { pearson } from '../../src/statistics/tableTest.js';
import { binomialMasses, off, quotient } from './exactly.js';

const DRAWS = 40_000;

/** How probable draws like these are where they follow the law: far out, chance is ruled out. */
function agreement(draw: (source: Source) => number, trials: number, share: number): number {
  const source = Source.of(1).child('drawBinomial').child(`${trials} ${share}`);
  const seen = new Map<number, number>();
  for (let i = 0; i < DRAWS; i++) {
    const count = draw(source);
    seen.set(count, (seen.get(count) ?? 0) + 1);
  }
  // Counts in runs with at least 20 expected draws each.
  const middle = Math.floor(trials * share);
  const reach = Math.ceil(8 * Math.sqrt(trials * share * (1 - share))) + 20;
  const [counts, expected]: [number[], number[]] = [[0], [0]];
  for (let count = Math.max(0, middle - reach); count <= Math.min(trials, middle + reach); count++) {
    if (expected.at(-1)! >= 20) {
      counts.push(0);
      expected.push(0);
    }
    counts[counts.length - 1]! += seen.get(count) ?? 0;
    expected[expected.length - 1]! += DRAWS * Math.exp(logBinomialMass(count, trials, share));
  }
  expect(counts.reduce((a, b) => a + b)).toBe(DRAWS);
  return chiSquareUpper(pearson(counts, expected), Math.max(1, counts.length - 1));
}

describe('drawBinomial', () => {
  it.each([
    [1, 0.5],
    [5, 0.3],
    [30, 0.97],
    [1000, 0.009],
    [1000, 0.011],
    [200, 0.5],
    [1_000_000, 0.25],
    [1_000_000_000, 2e-9],
    [1_000_000_000, 5e-8],
  ])('follows the law of %d trials at %d', (trials, share) => {
    expect(agreement((source) => drawBinomial(source, trials, share), trials, share)).toBeGreaterThan(1e-4);
  });

  it('is held to a check that sees a share that is off by a hundredth of itself', () => {
    expect(agreement((source) => drawBinomial(source, 200, 0.495), 200, 0.5)).toBeLessThan(1e-4);
  });

  it('has no choice at the ends', () => {
    const source = Source.of(1);
    expect([
      drawBinomial(source, 9, 0),
      drawBinomial(source, 9, 1),
      drawBinomial(source, 0, 0.5),
      drawBinomial(source, 9, 1 + 1e-12),
    ]).toEqual([0, 9, 0, 9]);
  });
});

describe('logBinomialMass', () => {
  it('is that of whole-number arithmetic', () => {
    for (const [trials, fraction] of [
      [1, [1, 3]],
      [12, [1, 2]],
      [40, [9, 10]],
      [500, [1, 100]],
      [2000, [3, 10]],
    ] as const) {
      const masses = binomialMasses(trials, fraction);
      const all = BigInt(fraction[1]) ** BigInt(trials);
      for (let k = 0; k <= trials; k += Math.ceil(trials / 40)) {
        const exact = quotient(masses[k]!, all);
        if (exact < 1e-290) continue;
        expect(
          off(Math.exp(logBinomialMass(k, trials, fraction[0] / fraction[1])), exact),
          `${k} of ${trials}`,
        ).toBeLessThan(1e-11);
      }
    }
  });

  it('knows what cannot be', () => {
    expect([logBinomialMass(-1, 3, 0.5), logBinomialMass(4, 3, 0.5), logBinomialMass(1, 3, 0)]).toEqual([
      -Infinity,
      -Infinity,
      -Infinity,
    ]);
    expect([logBinomialMass(0, 3, 0), logBinomialMass(3, 3, 1), logBinomialMass(0, 0, 0.5)]).toEqual(
      [0, 0, 0].map((zero) => expect.closeTo(zero, 15)),
    );
  });
});
