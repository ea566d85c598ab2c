import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../src/analysis/differenceOf.js';
import { twoShares } from '../../../src/statistics/index.js';
import { daysOf, share } from './figures.js';

describe('differenceOf', () => {
  it('says what the test of two shares says', () => {
    const [a, b] = [share(30, 90), share(10, 80)];
    const { difference, p, interval, effect } = twoShares(a, b, { alpha: 0.001 });
    expect(differenceOf({ figure: a }, { figure: b, journeys: 80 }, 0.001)).toEqual({
      difference,
      difference_interval: interval,
      effect,
      p,
    });
  });

  it('tests no more trials than there are journeys, and lays the interval around the difference of all trials', () => {
    const [a, b] = [share(40, 120), share(20, 160)];
    const cut = twoShares(share(13, 40), share(10, 80), { alpha: 0.01 });
    const found = differenceOf({ figure: a, journeys: 40 }, { figure: b, journeys: 80 }, 0.01)!;
    expect(found.p).toBe(cut.p);
    expect(found.difference).toBeCloseTo(40 / 120 - 20 / 160, 12);
    expect(found.effect).toBe(twoShares(a, b).effect);
    const moved = 40 / 120 - 13 / 40;
    expect(found.difference_interval[0]).toBeCloseTo(cut.interval[0] + moved, 12);
    expect(found.difference_interval[1]).toBeCloseTo(cut.interval[1] + moved, 12);
  });

  it('says nothing where nothing can be judged', () => {
    const days = (count: number): number[] => Array.from({ length: count }, (_, day) => day % 9);
    const none = (a: ReturnType<typeof share> | ReturnType<typeof daysOf>, b: typeof a) =>
      differenceOf({ figure: a }, { figure: b }, 0.01);
    expect(none(share(0, 20), share(0, 30))).toBeUndefined();
    expect(none(share(20, 20), share(30, 30))).toBeUndefined();
    expect(none(share(0, 0), share(3, 30))).toBeUndefined();
    expect(none(share(2, 20), daysOf(days(40)))).toBeUndefined();
    expect(none(daysOf(days(29)), daysOf(days(40)))).toBeUndefined();
    expect(none(daysOf(days(30).fill(2)), daysOf(days(40).fill(3)))).toBeUndefined();
    // One day more on each side, and it can be judged.
    expect(none(daysOf(days(30)), daysOf(days(40)))?.p).toBeGreaterThan(0);
  });
});
