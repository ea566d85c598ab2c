import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoShares } from '../../src/statistics/index.js';
import type { CountedShare } from '../../src/statistics/index.js';
import { divisionMasses, off, smallMasses } from './exactly.js';
import { hitsOf, noise, shareFound } from './samples.js';

const counted = fc
  .record({
    trials: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1e9 })),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ trials, part }) => ({ trials, hits: Math.round(trials * part) }));

describe('twoShares', () => {
  it("gives Fisher's p of whole-number arithmetic for every division of small groups", () => {
    for (const [a, b] of [
      [1, 1],
      [4, 4],
      [9, 5],
      [3, 30],
      [40, 25],
    ] as const) {
      for (let hits = 0; hits <= a + b; hits++) {
        const masses = divisionMasses(a, b, hits);
        for (let ofA = Math.max(0, hits - b); ofA <= Math.min(a, hits); ofA++) {
          const { p, method } = twoShares({ hits: ofA, trials: a }, { hits: hits - ofA, trials: b });
          expect(method).toBe('exact');
          expect(off(p, smallMasses(masses, ofA)), `${ofA} of ${a}, ${hits - ofA} of ${b}`).toBeLessThan(1e-10);
        }
      }
    }
  });

  it('gives it for groups of a thousand', () => {
    const masses = divisionMasses(1000, 700, 510);
    for (const hits of [240, 280, 300, 301, 330, 400]) {
      const { p } = twoShares({ hits, trials: 1000 }, { hits: 510 - hits, trials: 700 });
      expect(off(p, smallMasses(masses, hits)), `${hits}`).toBeLessThan(1e-9);
    }
  });

  it('is held to a check that tells one tail from two', () => {
    const masses = divisionMasses(9, 5, 6);
    const oneTail = smallMasses([...masses.slice(0, 3), masses.slice(3).reduce((a, b) => a + b)], 2);
    expect(off(oneTail, smallMasses(masses, 2))).toBeGreaterThan(0.01);
  });

  it.each([
    [[56, 70], [48, 80], '0.0524', '0.3339'],
    [[9, 10], [3, 10], '0.1705', '0.8090'],
  ] as const)('gives the interval that Newcombe prints for %o and %o', ([hitsA, a], [hitsB, b], low, high) => {
    const { interval } = twoShares({ hits: hitsA, trials: a }, { hits: hitsB, trials: b });
    expect(interval.map((end) => end.toFixed(4))).toEqual([low, high]);
  });

  it('joins score intervals: their ends are where the score test of one share just rejects', () => {
    const z = 2.5758293035489004;
    const score = ({ hits, trials }: CountedShare, share: number): number =>
      Math.abs(hits - trials * share) / Math.sqrt(trials * share * (1 - share));
    /** The end between the counted share and 0 or 1, by bisection of the score. */
    const end = (counted: CountedShare, outer: number): number => {
      let [inside, outside] = [counted.hits / counted.trials, outer];
      for (let step = 0; step < 200; step++) {
        const middle = (inside + outside) / 2;
        if (score(counted, middle) <= z) inside = middle;
        else outside = middle;
      }
      return inside;
    };
    const [a, b] = [
      { hits: 5, trials: 56 },
      { hits: 12, trials: 29 },
    ];
    const { difference, interval } = twoShares(a, b, { alpha: 0.01 });
    const reach = (one: CountedShare, outer: number): number => one.hits / one.trials - end(one, outer);
    expect(interval[0]).toBeCloseTo(difference! - Math.hypot(reach(a, 0), reach(b, 1)), 10);
    expect(interval[1]).toBeCloseTo(difference! + Math.hypot(reach(a, 1), reach(b, 0)), 10);
  });

  it('gives an interval around the difference, and the mirror image where the groups are swapped', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const { difference, interval, p, effect } = twoShares(a, b);
        const mirrored = twoShares(b, a);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        const values = [-1, interval[0], difference!, interval[1], 1];
        expect(values).toEqual([...values].sort((x, y) => x - y));
        expect(-mirrored.interval[1]).toBeCloseTo(interval[0], 12);
        expect(-mirrored.effect!).toBeCloseTo(effect!, 12);
        expect(mirrored.p).toBeCloseTo(p, 9);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('does not jump where the score test takes over', () => {
    // The variance of the hits of one group is trials / 8 where half of all are hits and the groups are equal.
    for (const away of [200, 1000, 3000, 6000]) {
      const [before, after] = [8_000_000 - 20, 8_000_000 + 20].map((trials) =>
        twoShares({ hits: trials / 2 + away, trials }, { hits: trials / 2 - away, trials }),
      );
      expect([before!.method, after!.method]).toEqual(['exact', 'asymptotic']);
      expect(off(after!.p, before!.p), `${away}`).toBeLessThan(0.01);
    }
  });

  it('finds at most alpha of the samples in which nothing is wrong', () => {
    const falseAlarms = (shareOfB: number, scale: number): number =>
      shareFound('null of two shares', (source) => {
        const a = { hits: hitsOf(source, 150, 0.4), trials: 150 };
        const b = { hits: hitsOf(source, 250, shareOfB), trials: 250 };
        return twoShares(a, b).p * scale < 0.05;
      });
    const found = falseAlarms(0.4, 1);
    expect(found).toBeLessThan(0.05 + noise(0.05));
    expect(found).toBeGreaterThan(0.02);
    expect(falseAlarms(0.4, 0.5)).toBeGreaterThan(0.065);
    expect(falseAlarms(0.55, 1)).toBeGreaterThan(0.5);
  });

  it('gives intervals that hold the true difference in about 95 % of samples', () => {
    const missed = shareFound('cover of two shares', (source) => {
      const a = { hits: hitsOf(source, 60, 0.3), trials: 60 };
      const b = { hits: hitsOf(source, 40, 0.1), trials: 40 };
      const { interval } = twoShares(a, b);
      return !(interval[0] <= 0.2 && 0.2 <= interval[1]);
    });
    expect(Math.abs(missed - 0.05)).toBeLessThan(0.02);
  });

  it('says so where a group has no trial', () => {
    expect(twoShares({ hits: 0, trials: 0 }, { hits: 2, trials: 4 })).toEqual({
      shares: [null, 0.5],
      difference: null,
      p: 1,
      interval: [-1, 1],
      effect: null,
      method: 'none',
    });
  });

  it('finds nothing where all or none are hits in both groups', () => {
    expect(twoShares({ hits: 0, trials: 5 }, { hits: 0, trials: 9 })).toMatchObject({ p: 1, difference: 0, effect: 0 });
    expect(twoShares({ hits: 5, trials: 5 }, { hits: 9, trials: 9 })).toMatchObject({ p: 1, difference: 0, effect: 0 });
  });

  it.each([
    [{ hits: 3, trials: 2 }, { hits: 0, trials: 1 }, 'a.hits is 3 of 2 trials'],
    [{ hits: 0, trials: 1 }, { hits: 0, trials: -1 }, 'b.trials is -1'],
    [{ hits: 0, trials: 2 ** 53 - 1 }, { hits: 0, trials: 2 ** 53 - 1 }, 'a and b: trials'],
  ])('refuses %o and %o', (a, b, words) => {
    expect(() => twoShares(a, b)).toThrow(expect.objectContaining({ code: 'bad-option' }));
    expect(() => twoShares(a, b)).toThrow(words);
    expect(() => twoShares({ hits: 1, trials: 2 }, { hits: 1, trials: 2 }, { alpha: 2 })).toThrow('alpha is 2');
  });

  it('prints what its docstring says', () => {
    expect(twoShares({ hits: 3, trials: 4 }, { hits: 1, trials: 4 }).p.toFixed(4)).toBe((34 / 70).toFixed(4));
  });
});
