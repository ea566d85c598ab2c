import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../src/analysis/index.js';
import { completionTime } from '../../../src/analysis/figures/completionTime.js';
import { DayTally } from '../../../src/analysis/tally/index.js';

type Watched = readonly [days: number, ending: Ending];

function timeOf(journeys: readonly Watched[]): ReturnType<typeof completionTime> {
  const tally = new DayTally();
  for (const [days, ending] of journeys) tally.add(days, ending);
  return completionTime(tally);
}

const ended: readonly Ending[] = ['finished', 'stopped', 'abandoned'];
const watched = (endings: readonly Ending[]): fc.Arbitrary<Watched[]> =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(...endings)), { minLength: 1, maxLength: 40 });

describe('the time to completion', () => {
  it('is the worked example: one is watched for 3 days, and one is lost', () => {
    const { journeys, median_days, points } = timeOf([
      [2, 'finished'],
      [3, 'open'],
      [4, 'abandoned'],
      [5, 'finished'],
    ]);
    expect([journeys, median_days]).toEqual([4, 5]);
    expect(points.map(({ day, at_risk, finished, lost }) => [day, at_risk, finished, lost])).toEqual([
      [2, 4, 0.25, 0],
      [4, 2, 0.25, 0.375],
      [5, 1, 0.625, 0.375],
    ]);
    // Var F on day 2 is 1/4 · 3/4 / 4 = 3/64; e ^ ± (1.96 · √(3/64) / (1/4 · ln 4)) is 3.4021 and its inverse.
    expect(points[0]!.finished_interval[0]).toBeCloseTo(0.25 ** 3.4021, 4);
    expect(points[0]!.finished_interval[1]).toBeCloseTo(0.25 ** (1 / 3.4021), 4);
  });

  it('counts what happens within a day at its end', () => {
    expect(
      timeOf([
        [0.2, 'finished'],
        [1, 'finished'],
        [1.01, 'stopped'],
      ]).points.map(({ day, at_risk }) => [day, at_risk]),
    ).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });

  it('says nothing where nobody came to an end', () => {
    expect(timeOf([[3, 'open']])).toEqual({ journeys: 1, median_days: null, points: [] });
    expect(timeOf([])).toEqual({ journeys: 0, median_days: null, points: [] });
  });

  it('is the share of those who have finished where nobody is open, with its variance', () => {
    fc.assert(
      fc.property(watched(ended), (journeys) => {
        const { points, median_days } = timeOf(journeys);
        for (const { day, at_risk, finished, lost, finished_interval } of points) {
          const part = (test: (one: Watched) => boolean): number => journeys.filter(test).length / journeys.length;
          expect(at_risk).toBe(journeys.filter(([days]) => days >= day).length);
          const share = part(([days, ending]) => days <= day && ending === 'finished');
          expect(finished).toBeCloseTo(share, 10);
          expect(lost).toBeCloseTo(
            part(([days, ending]) => days <= day && ending !== 'finished'),
            10,
          );
          if (share > 0 && share < 1) {
            expectInterval(finished_interval, share, (share * (1 - share)) / journeys.length);
          }
        }
        const half = points.find(({ finished }) => finished > 0.5 - 1e-9)?.day ?? null;
        expect(median_days).toBe(half);
      }),
    );
  });

  it('has the variance of the delta method, worked out by small steps, where some are open', () => {
    fc.assert(
      fc.property(watched([...ended, 'open', 'open']), (journeys) => {
        for (const { day, finished, finished_interval } of timeOf(journeys).points) {
          if (finished > 1e-9 && finished < 1 - 1e-9) {
            expectInterval(finished_interval, finished, variance(journeys, day));
          }
        }
      }),
    );
  });

  it('goes up, and its interval holds it', () => {
    fc.assert(
      fc.property(watched([...ended, 'open']), (journeys) => {
        let before = 0;
        for (const {
          finished,
          lost,
          finished_interval: [low, high],
        } of timeOf(journeys).points) {
          expect(finished).toBeGreaterThanOrEqual(before);
          expect(finished + lost).toBeLessThanOrEqual(1 + 1e-9);
          expect(0 <= low && low <= finished + 1e-12 && finished - 1e-12 <= high && high <= 1).toBe(true);
          before = finished;
        }
      }),
    );
  });

  it('says what could have been missed where none or all have finished', () => {
    const lost = timeOf([
      [1, 'stopped'],
      [1, 'stopped'],
      [2, 'open'],
      [3, 'stopped'],
    ]).points;
    // Of four nobody had finished on day 1; of one it is not known on day 3. The score interval's end is z² / (n + z²).
    expect(lost[0]!.finished_interval[1]).toBeCloseTo(3.8415 / 7.8415, 4);
    expect(lost[1]!.finished_interval[1]).toBeCloseTo(3.8415 / 6.8415, 4);
    const all = timeOf([
      [1, 'finished'],
      [2, 'finished'],
    ]).points;
    expect(all[1]!.finished_interval).toEqual([expect.closeTo(2 / 5.8415, 4) as unknown, 1]);
  });
});

/** The interval on the scale of log(-log) that belongs to a variance. */
function expectInterval(found: readonly [number, number], share: number, wanted: number): void {
  const reach = 1.959_963_984_540_054 * Math.sqrt(wanted);
  const middle = Math.log(-Math.log(share));
  const spread = reach / (share * -Math.log(share));
  expect(found[0]).toBeCloseTo(Math.exp(-Math.exp(middle + spread)), 6);
  expect(found[1]).toBeCloseTo(Math.exp(-Math.exp(middle - spread)), 6);
}

/** What finishes and is lost on each day are parts of those at risk: their spread, by how far the estimate moves with each. */
function variance(journeys: readonly Watched[], until: number): number {
  const days = [...new Set(journeys.map(([days]) => days))].sort((a, b) => a - b).filter((day) => day <= until);
  const parts = days.map((day) => {
    const atRisk = journeys.filter(([days]) => days >= day).length;
    const on = (isWanted: (ending: Ending) => boolean): number =>
      journeys.filter(([days, ending]) => days === day && isWanted(ending)).length / atRisk;
    return {
      atRisk,
      finished: on((one) => one === 'finished'),
      lost: on((one) => one === 'stopped' || one === 'abandoned'),
    };
  });
  const estimate = (moved: number, byFinished: number, byLost: number): number => {
    let underWay = 1;
    let share = 0;
    for (const [index, part] of parts.entries()) {
      const finished = part.finished + (index === moved ? byFinished : 0);
      const lost = part.lost + (index === moved ? byLost : 0);
      share += underWay * finished;
      underWay *= 1 - finished - lost;
    }
    return share;
  };
  return parts.reduce((sum, { atRisk, finished, lost }, index) => {
    const slopeFinished = (estimate(index, 1e-4, 0) - estimate(index, -1e-4, 0)) / 2e-4;
    const slopeLost = (estimate(index, 0, 1e-4) - estimate(index, 0, -1e-4)) / 2e-4;
    const mean = finished * slopeFinished + lost * slopeLost;
    return sum + (finished * slopeFinished ** 2 + lost * slopeLost ** 2 - mean ** 2) / atRisk;
  }, 0);
}
