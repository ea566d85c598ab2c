import { describe, expect, it } from 'vitest';
import type { KeyedArbitrary } from '../../src/arbitrary/index.js';
import {
  boolean,
  calendarDate,
  choice,
  decimal,
  instant,
  integer,
  list,
  nullable,
  oneOf,
  record,
  sameJson,
  scored,
  subset,
  uuid,
  weighted,
} from '../../src/arbitrary/index.js';
import { Source } from '../../src/source/index.js';
import { chiSquare, chiSquareLimit } from '../source/statistics.js';

const DRAWS = 40_000;

/** Draws values and asks for each kind of them as often as its share says, to what chance allows. */
function expectShares<T>(
  arbitrary: KeyedArbitrary<T>,
  shares: ReadonlyMap<string, number>,
  kindOf: (value: T) => string,
): void {
  const counts = new Map<string, number>();
  const root = Source.of(2025);
  for (let index = 0; index < DRAWS; index++) {
    const kind = kindOf(arbitrary.draw(root.childAt(index)));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  expect([...counts.keys()].filter((kind) => !shares.has(kind))).toEqual([]);
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const kinds = [...shares].filter(([, share]) => share > 0);
  const observed = kinds.map(([kind]) => counts.get(kind) ?? 0);
  const expected = kinds.map(([, share]) => (share / total) * DRAWS);
  expect(chiSquare(observed, expected), JSON.stringify(observed)).toBeLessThan(chiSquareLimit(kinds.length - 1));
}

function evenly(kinds: readonly (string | number)[]): Map<string, number> {
  return new Map(kinds.map((kind) => [String(kind), 1]));
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe('unbiased draws', () => {
  it('are even for integers, from one end to the other', () => {
    expectShares(integer({ min: -3, max: 3 }), evenly([-3, -2, -1, 0, 1, 2, 3]), String);
  });

  it('are even over huge ranges', () => {
    const arbitrary = integer({ min: -(2 ** 51), max: 2 ** 51 });
    expectShares(arbitrary, evenly(upTo(16)), (value) =>
      String(Math.min(15, Math.floor((value / 2 ** 52 + 0.5) * 16))),
    );
  });

  it('are even for decimals, ends included', () => {
    expectShares(decimal({ min: 0, max: 1, digits: 1 }), evenly(upTo(11).map((tenth) => tenth / 10)), String);
  });

  it('are even for dates and instants', () => {
    expectShares(
      calendarDate({ min: '2024-02-27', max: '2024-03-02' }),
      evenly(['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']),
      String,
    );
    const quarters = instant({ min: '2025-01-01T08:00:00Z', max: '2025-01-01T08:45:00Z', stepSeconds: 900 });
    expectShares(quarters, evenly(['00', '15', '30', '45']), (value) => value.slice(14, 16));
  });

  it('are even for equal choices, few or many', () => {
    expectShares(choice(['a', 'b', 'c']), evenly(['a', 'b', 'c']), String);
    expectShares(choice(upTo(100)), evenly(upTo(100)), String);
  });

  it('follow weights, few or many', () => {
    expectShares(choice({ low: 71, moderate: 29 }), new Map(Object.entries({ low: 71, moderate: 29 })), String);
    const many = upTo(30).map((value) => ({ value, weight: value + 1 }));
    expectShares(weighted(many), new Map(many.map(({ value, weight }) => [String(value), weight])), String);
    expectShares(boolean(0.2), new Map(Object.entries({ true: 0.2, false: 0.8 })), String);
  });

  it('never take a weight of 0', () => {
    expectShares(choice({ never: 0, always: 5 }), evenly(['always']), String);
  });

  it('make every length of a list equally likely', () => {
    expectShares(list(boolean(), { minLength: 2, maxLength: 6 }), evenly([2, 3, 4, 5, 6]), (value) =>
      String(value.length),
    );
  });

  it('fill each place of a list evenly', () => {
    const arbitrary = list(integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 });
    expectShares(arbitrary, evenly(upTo(9)), ([a = 0, b = 0]) => String(3 * a + b));
  });

  it('make every order of unique elements equally likely', () => {
    const arbitrary = list(integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3, uniqueBy: (element) => element });
    expectShares(arbitrary, evenly(['012', '021', '102', '120', '201', '210']), (value) => value.join(''));
  });

  it('take each number of items, and each set of that many, equally often', () => {
    expectShares(
      subset(['a', 'b', 'c']),
      new Map(Object.entries({ '': 3, a: 1, b: 1, c: 1, ab: 1, ac: 1, bc: 1, abc: 3 })),
      (value) => value.join(''),
    );
  });

  it('take items by their own shares, independently', () => {
    const shares = [0.1, 0.5, 0.8];
    const wanted = new Map(
      upTo(8).map((mask) => [
        ['a', 'b', 'c'].filter((_, index) => (mask >> index) & 1).join(''),
        shares.reduce((product, share, index) => product * ((mask >> index) & 1 ? share : 1 - share), 1),
      ]),
    );
    expectShares(subset({ a: 0.1, b: 0.5, c: 0.8 }), wanted, (value) => value.join(''));
    const two = new Map([...wanted].filter(([items]) => items.length === 2));
    expectShares(subset({ a: 0.1, b: 0.5, c: 0.8 }, { minLength: 2, maxLength: 2 }), two, (value) => value.join(''));
  });

  it('are absent by their share', () => {
    expectShares(
      nullable(boolean(), { presentShare: 0.3 }),
      new Map(Object.entries({ null: 7, true: 1.5, false: 1.5 })),
      String,
    );
  });

  it('take branches by their weights', () => {
    const arbitrary = oneOf(
      { arbitrary: integer({ min: 0, max: 1 }), weight: 3 },
      { arbitrary: choice(['x']), weight: 1 },
    );
    expectShares(arbitrary, new Map(Object.entries({ 0: 1.5, 1: 1.5, x: 1 })), String);
    const narrowed = arbitrary.narrow({ oneOf: [1, 'x'] });
    expectShares(narrowed as typeof arbitrary, new Map(Object.entries({ 1: 3, x: 1 })), String);
  });

  it('give every combination within bounds on a score its odds', () => {
    const arbitrary = scored({
      a: [
        { value: 0, weight: 3, points: 0 },
        { value: 1, weight: 1, points: 2 },
      ],
      b: [
        { value: 0, weight: 2, points: 0 },
        { value: 1, weight: 1, points: 1 },
        { value: 2, weight: 1, points: 3 },
      ],
    });
    const wanted = { '00': 6, '01': 3, '02': 3, '10': 2, '11': 1, '12': 1 };
    expectShares(arbitrary, new Map(Object.entries(wanted)), ({ a, b }) => `${a}${b}`);
    // Totals are 0, 1, 3, 2, 3, 5.
    expectShares(
      arbitrary.within({ min: 2, max: 3 }),
      new Map(Object.entries({ '02': 3, '10': 2, '11': 1 })),
      ({ a, b }) => `${a}${b}`,
    );
  });

  it('draw what is above a constraint by the odds that it leaves', () => {
    const arbitrary = record()
      .field('kind', choice({ a: 1, b: 1 }))
      .field('value', ({ kind }) => integer({ min: 0, max: kind === 'a' ? 3 : 7 }))
      .given({ value: { max: 1 } });
    expectShares(arbitrary, new Map(Object.entries({ a: 1, b: 1 })), ({ kind }) => kind);
    expectShares(arbitrary, evenly([0, 1]), ({ value }) => String(value));
  });

  it('keep fields apart', () => {
    const arbitrary = record()
      .field('a', integer({ min: 0, max: 3 }))
      .field('b', integer({ min: 0, max: 3 }));
    expectShares(arbitrary, evenly(upTo(16)), ({ a, b }) => String(4 * a + b));
  });

  it('never give an identifier twice', () => {
    const seen = new Set<string>();
    const root = Source.of(7);
    for (let index = 0; index < 200_000; index++) seen.add(uuid().draw(root.childAt(index)));
    expect(seen.size).toBe(200_000);
  });
});

describe('a list', () => {
  it('begins with the shorter list of the same key', () => {
    for (let seed = 0; seed < 200; seed++) {
      const long = list(integer(), { minLength: 8, maxLength: 8 }).draw(Source.of(seed));
      const short = list(integer(), { minLength: 3, maxLength: 3 }).draw(Source.of(seed));
      expect(sameJson(long.slice(0, 3), short)).toBe(true);
    }
  });
});

describe('the tests of this file', () => {
  it('notice shares that are a little off', () => {
    const off = choice({ a: 51.5, b: 48.5 });
    expect(() => expectShares(off, evenly(['a', 'b']), String)).toThrow(/expected/);
  });
});
