import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesBetween } from '../../src/journey/earlierTimes.js';

const DAY = 86400;
const HALF_A_YEAR = 182 * DAY;

type Between = typeof timesBetween;

/** Looks for the earliest second from `first` on, as a search that goes on where it stands does. */
function found(between: Between, first: number, passed: number, time: number, origin: number): [number, number] {
  let [low, high, tries] = [passed, time, 0];
  for (let isFound = true; isFound;) {
    isFound = false;
    for (const next of between(low, high, origin)) {
      tries++;
      if (next >= first) {
        [high, isFound] = [next, true];
        break;
      }
      low = next;
    }
  }
  return [high, tries];
}

function* halving(passed: number, time: number): Iterable<number> {
  for (let low = passed; time - low > 1;) yield (low += Math.floor((time - low) / 2));
}

describe('the times between one that passed and one that fails', () => {
  const range = fc.record({
    origin: fc.integer({ min: -1e9, max: 2e9 }),
    passed: fc.integer({ min: -1e9, max: 2e9 }),
    left: fc.integer({ min: 1, max: 2 * HALF_A_YEAR }),
  });

  it('come ever later, and end a second before the one that fails', () => {
    fc.assert(
      fc.property(range, ({ origin, passed, left }) => {
        const times = [passed, ...timesBetween(passed, passed + left, origin)];
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        expect(times.at(-1)).toBe(passed + left - 1);
      }),
    );
  });

  it('lead to the earliest that fails, wherever it lies, in a few tries more than halving', () => {
    fc.assert(
      fc.property(range, fc.nat(), ({ origin, passed, left }, nat) => {
        const first = passed + 1 + (nat % left);
        const [end, tries] = found(timesBetween, first, passed, passed + left, origin);
        expect(end).toBe(first);
        expect(tries).toBeLessThanOrEqual(Math.ceil(Math.log2(left + 1)) + 8);
      }),
      { numRuns: 1000 },
    );
  });

  it('lead to whole days, and to the second after them, in few tries', () => {
    for (let day = 1; day < 182; day++) {
      for (const first of [day * DAY, day * DAY + 1]) {
        const [end, tries] = found(timesBetween, first, 300, HALF_A_YEAR, 0);
        expect(end).toBe(first);
        expect(tries).toBeLessThanOrEqual(12);
        expect(found(halving, first, 300, HALF_A_YEAR, 0)[1]).toBeGreaterThan(20);
      }
    }
  });

  it('are those of the example', () => {
    const asked: number[] = [];
    const noting: Between = function* (...range) {
      for (const time of timesBetween(...range)) {
        asked.push(time);
        yield time;
      }
    };
    expect(found(noting, 5 * DAY + 1, 300, 9.5 * DAY, 0)).toEqual([5 * DAY + 1, 4]);
    expect(asked).toEqual([5 * DAY, 7 * DAY, 6 * DAY, 5 * DAY + 1]);
  });
});
