import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDistribution, compareShare, detectable, detectableEffect } from '../../src/statistics/index.js';
import { tailAt } from './exactly.js';
import { countsOf, hitsOf, noise, shareFound } from './samples.js';

const even = (labels: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: labels }, (_, i) => [`label ${i}`, 1 / labels]));

describe('detectable', () => {
  const question = { trials: 300, expected: 0.2, alpha: 0.05 };

  it('names deviations that 80 % of the samples show', () => {
    const { above, below } = detectable(question);
    const found = (share: number): number =>
      shareFound('power of shares', (source) => {
        const hits = hitsOf(source, question.trials, share);
        return compareShare({ hits, trials: question.trials, expected: question.expected }).p <= question.alpha;
      });
    expect(Math.abs(found(0.2 + above!) - 0.8)).toBeLessThan(noise(0.8));
    expect(Math.abs(found(0.2 - below!) - 0.8)).toBeLessThan(noise(0.8));
    // A smaller or a greater deviation is found less or more often: the check above can fail.
    expect(found(0.2 + above! * 0.8)).toBeLessThan(0.8 - noise(0.8));
    expect(found(0.2 + above! * 1.2)).toBeGreaterThan(0.8 + noise(0.8));
  });

  it('is exact: at its limits the tail has the wanted power', () => {
    for (const [trials, expected, alpha, power] of [
      [40, 0.25, 0.05, 0.8],
      [25, 0.5, 0.01, 0.9],
      [60, 0.1, 0.05, 0.5],
    ] as const) {
      const isSeen = (hits: number): boolean => compareShare({ hits, trials, expected }).p <= alpha;
      const { above, below } = detectable({ trials, expected, alpha, power });
      const many = (hits: number): boolean => hits > trials * expected && isSeen(hits);
      const few = (hits: number): boolean => hits < trials * expected && isSeen(hits);
      expect(tailAt(expected + above!, trials, many)).toBeCloseTo(power, 9);
      if (below !== null) expect(tailAt(expected - below, trials, few)).toBeCloseTo(power, 9);
    }
  });

  it('falls with trials by and large, rises with power, and with a stricter alpha', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 1e9 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (trials, expected) => {
          const { deviation, reached, above, below } = detectable({ trials, expected, alpha: 0.05 });
          expect(reached).toBe(true);
          expect(deviation).toBe(Math.max(above ?? 0, below ?? 0));
          expect(expected + (above ?? 0)).toBeLessThanOrEqual(1);
          expect(expected - (below ?? 0)).toBeGreaterThanOrEqual(0);
          expect(detectable({ trials: trials * 4, expected, alpha: 0.05 }).deviation).toBeLessThan(deviation);
          const strict = detectable({ trials, expected, alpha: 0.005 });
          if (strict.above !== null) expect(strict.above).toBeGreaterThan(above!);
          expect(detectable({ trials, expected, alpha: 0.05, power: 0.95 }).deviation).toBeGreaterThan(deviation);
        },
      ),
      { seed: 1, numRuns: 40 },
    );
  });

  it('is near the textbook formula in a large sample', () => {
    const { deviation, method } = detectable({ trials: 1e9, expected: 0.3, alpha: 0.05 });
    expect(method).toBe('asymptotic');
    // (z of 0.975 + z of 0.8) standard deviations.
    expect(deviation / Math.sqrt(0.21 / 1e9)).toBeCloseTo(1.959964 + 0.841621, 2);
  });

  it('says where nothing would have been seen, and caps at what is possible', () => {
    expect(detectable({ trials: 5, expected: 0.5, alpha: 0.05 })).toEqual({
      deviation: 0.5,
      reached: false,
      above: null,
      below: null,
      method: 'exact',
    });
    expect(detectable({ trials: 0, expected: 0.3, alpha: 0.05 })).toMatchObject({ deviation: 0.7, reached: false });
    expect(detectable({ trials: 20, expected: 0.02, alpha: 0.05 })).toMatchObject({ reached: true, below: null });
  });

  it('knows in closed form what is seen where nothing, or everything, is expected', () => {
    const { deviation, below } = detectable({ trials: 100, expected: 0, alpha: 0.05 });
    expect(deviation).toBeCloseTo(1 - 0.2 ** 0.01, 12);
    expect(below).toBeNull();
    expect(detectable({ trials: 100, expected: 1, alpha: 0.05 }).deviation).toBeCloseTo(1 - 0.2 ** 0.01, 12);
  });

  it.each([
    [{ trials: -1, expected: 0.5, alpha: 0.05 }, 'trials is -1'],
    [{ trials: 1, expected: 2, alpha: 0.05 }, 'expected is 2'],
    [{ trials: 1, expected: 0.5, alpha: 1 }, 'alpha is 1'],
    [{ trials: 1, expected: 0.5, alpha: 0.05, power: 1 }, 'power is 1'],
  ])('refuses %o', (asked, words) => {
    expect(() => detectable(asked)).toThrow(expect.objectContaining({ code: 'bad-option' }));
    expect(() => detectable(asked)).toThrow(words);
  });

  it('prints what its docstring says', () => {
    expect(detectable({ trials: 500, expected: 0.3, alpha: 0.05 }).deviation.toFixed(3)).toBe('0.059');
  });
});

describe('detectableEffect', () => {
  it('is where noncentral chi-square has the wanted power, in closed form for two degrees', () => {
    /** Σ Poisson(j; λ / 2) · P(χ²(2 + 2j) ≥ x), where the tail is itself a Poisson sum: P(Poisson(x / 2) ≤ j). */
    const powerAt = (x: number, noncentrality: number): number => {
      let [power, weight, mass, tail] = [0, Math.exp(-noncentrality / 2), Math.exp(-x / 2), 0];
      for (let j = 0; j < 400; j++) {
        tail += mass;
        power += weight * tail;
        weight *= noncentrality / 2 / (j + 1);
        mass *= x / 2 / (j + 1);
      }
      return power;
    };
    for (const [trials, alpha, power] of [
      [50, 0.05, 0.8],
      [500, 0.01, 0.95],
      [1e6, 0.001, 0.5],
    ] as const) {
      const { effect } = detectableEffect({ trials, expected: even(3), alpha, power });
      expect(powerAt(-2 * Math.log(alpha), trials * effect ** 2)).toBeCloseTo(power, 10);
    }
  });

  it('is the noncentral normal in disguise where there are two labels', () => {
    // |Z + δ| ≥ 1.96 with probability 0.8 at δ = 2.8016; the far tail adds less than 10^-5.
    const { effect } = detectableEffect({ trials: 400, expected: even(2), alpha: 0.05 });
    expect(effect * 20).toBeCloseTo(2.80158, 4);
  });

  it('names effects that 80 % of the samples show', () => {
    const expected = { a: 0.4, b: 0.3, c: 0.2, d: 0.1 };
    const { effect } = detectableEffect({ trials: 400, expected, alpha: 0.05 });
    const found = (w: number): number => {
      // From a to c: w² = x² (1 / 0.4 + 1 / 0.2).
      const moved = w / Math.sqrt(1 / 0.4 + 1 / 0.2);
      const truth = { ...expected, a: 0.4 - moved, c: 0.2 + moved };
      return shareFound('power of tables', (source) => {
        return compareDistribution({ counts: countsOf(source, 400, truth), expected }).p <= 0.05;
      });
    };
    expect(Math.abs(found(effect) - 0.8)).toBeLessThan(noise(0.8) + 0.01);
    expect(found(effect * 0.8)).toBeLessThan(0.75);
    expect(found(effect * 1.2)).toBeGreaterThan(0.85);
  });

  it('caps at all counts on the rarest label, and says where that would not be seen', () => {
    const expected = { a: 0.9, b: 0.1, never: 0 };
    expect(detectableEffect({ trials: 0, expected, alpha: 0.05 })).toEqual({ effect: 3, reached: false, degrees: 1 });
    expect(detectableEffect({ trials: 1, expected: even(2), alpha: 0.001 })).toEqual({
      effect: 1,
      reached: false,
      degrees: 1,
    });
    expect(detectableEffect({ trials: 9, expected: { a: 1 }, alpha: 0.05 })).toEqual({
      effect: 0,
      reached: false,
      degrees: 0,
    });
    expect(detectableEffect({ trials: 1e9, expected, alpha: 0.05 })).toMatchObject({ reached: true });
  });

  it('prints what its docstring says', () => {
    expect(detectableEffect({ trials: 500, expected: even(4), alpha: 0.05 }).effect.toFixed(3)).toBe('0.148');
  });

  it('refuses shares that do not add up to 1', () => {
    expect(() => detectableEffect({ trials: 9, expected: { a: 0.5 }, alpha: 0.05 })).toThrow('expected adds up to 0.5');
  });
});
