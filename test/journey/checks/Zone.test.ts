import { describe, expect, it } from 'vitest';
import { LAST, NAMED, Zone } from '../../../src/journey/checks/Zone.js';

const [A, B, C] = [NAMED, NAMED + 1, NAMED + 2];

/** The zone of a, b and c, where a is the first step and the others come after it with these gaps. */
function zoneOf(...gaps: readonly (readonly [from: number, min: number, max: number])[][]): Zone | undefined {
  const first = Zone.first(3, A, { min: 0, max: 0 });
  return gaps.reduce<Zone | undefined>(
    (zone, given, index) =>
      zone?.next(
        given.map(([from, min, max]) => ({ from, min, max })),
        [B, C][index],
      ),
    first,
  );
}

describe('Zone', () => {
  it('knows the least time from the first step', () => {
    expect(zoneOf()?.span).toBe(0);
    expect(zoneOf([[LAST, 2, 5]], [[LAST, 1, 2]])?.span).toBe(3);
    expect(
      zoneOf(
        [[LAST, 2, 5]],
        [
          [A, 4, 9],
          [B, 0, 1],
        ],
      )?.span,
    ).toBe(4);
  });

  it('has no times where gaps contradict each other', () => {
    expect(
      zoneOf(
        [[LAST, 2, 5]],
        [
          [LAST, 1, 2],
          [A, 0, 3],
        ],
      )?.span,
    ).toBe(3);
    expect(
      zoneOf(
        [[LAST, 2, 5]],
        [
          [LAST, 1, 2],
          [A, 0, 2],
        ],
      ),
    ).toBeUndefined();
    expect(
      zoneOf(
        [[LAST, 2, 5]],
        [
          [LAST, 1, 2],
          [A, 8, 9],
        ],
      ),
    ).toBeUndefined();
  });

  it('tells how long a step must come after the others, its own upper bounds left aside', () => {
    const zone = zoneOf([[LAST, 2, 5]], [[LAST, 1, 2]]);
    const least = zone?.leastBefore([{ from: B, min: 4, max: 0 }]);
    expect([A, B, C, LAST].map((time) => least?.[time])).toEqual([6, 4, 2, 2]);
  });

  it('remembers what a step says of the ones before it when others have come after', () => {
    // c lies 10 after a and at once after b, so b lies 10 after a, which a step much later still hangs on.
    const zone = zoneOf(
      [[LAST, 0, 10]],
      [
        [A, 10, 10],
        [B, 0, 0],
      ],
    )?.next([], undefined);
    expect(
      zone?.next(
        [
          { from: A, min: 0, max: 15 },
          { from: B, min: 5, max: 9 },
        ],
        undefined,
      )?.span,
    ).toBe(15);
    expect(
      zone?.next(
        [
          { from: A, min: 0, max: 14 },
          { from: B, min: 5, max: 9 },
        ],
        undefined,
      ),
    ).toBeUndefined();
  });

  it('leaves aside a gap from a step that was not come to', () => {
    expect(zoneOf([[C, 7, 7]])?.span).toBe(0);
    expect(zoneOf([[C, 7, 7]])?.has(C)).toBe(false);
  });

  it('covers what allows less, and nothing that is free of a step that it has', () => {
    const wide = zoneOf([[LAST, 2, 5]])!;
    const narrow = zoneOf([[LAST, 3, 4]])!;
    expect([wide.covers(narrow), narrow.covers(wide), wide.covers(wide)]).toEqual([true, false, true]);
    const free = Zone.first(3, undefined, { min: 0, max: 0 });
    const bound = Zone.first(3, A, { min: 0, max: 0 });
    expect([free.covers(bound), bound.covers(free)]).toEqual([true, false]);
  });
});
