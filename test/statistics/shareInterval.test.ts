import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareInterval } from '../../src/statistics/index.js';

describe('shareInterval', () => {
  it('is the score interval as others work it out', () => {
    // R: prop.test(hits, trials, correct = FALSE)$conf.int
    expect(shareInterval(0, 10).map((end) => end.toFixed(4))).toEqual(['0.0000', '0.2775']);
    expect(shareInterval(81, 263).map((end) => end.toFixed(4))).toEqual(['0.2553', '0.3662']);
  });

  it('has ends at which the share is as far from the true one as the level says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
        const hits = Math.round(trials * part);
        for (const end of shareInterval(hits, trials, 0.01)) {
          if (end === 0 || end === 1) continue;
          const z = (hits / trials - end) / Math.sqrt((end * (1 - end)) / trials);
          expect(Math.abs(z)).toBeCloseTo(2.575_829_303_548_901, 5);
        }
      }),
    );
  });

  it('is everything without a trial, and an error for what is no count', () => {
    expect(shareInterval(0, 0)).toEqual([0, 1]);
    expect(() => shareInterval(3, 2)).toThrow(/bad-option.*hits is 3 of 2 trials/s);
    expect(() => shareInterval(1, 2, 0)).toThrow(/bad-option.*alpha/s);
  });
});
