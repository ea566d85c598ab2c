import { describe, expect, it } from 'vitest';
import {
  boolean,
  choice,
  decimal,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  record,
  scored,
  subset,
  tuple,
  uuid,
} from '../../src/arbitrary/index.js';

const stay = record()
  .field('nights', integer({ min: 1, max: 9 }))
  .field('breakfasts', ({ nights }) => integer({ min: 0, max: nights }))
  .field('wish', optional(choice(['quiet', 'view'])))
  .derived('isHalfBoard', ({ nights, breakfasts }) => nights === breakfasts);

const risk = scored({
  age: [0, 1, 2].map((value) => ({ value, weight: 1, points: value })),
  smokes: [
    { value: false, weight: 1, points: 0 },
    { value: true, weight: 1, points: 5 },
  ],
});

describe('mending', () => {
  it.each([
    ['a number to the nearest bound', integer({ min: 5, max: 9 }), 12, 9],
    ['a number to the nearest step', decimal({ min: 0, max: 1, digits: 1 }), 0.26, 0.3],
    ['a number that is none to the simplest', integer({ min: -9, max: 9 }), Number.NaN, 0],
    ['infinity to a bound', integer({ min: -9, max: 9 }), -Infinity, -9],
    ['an unknown choice to the first', choice(['a', 'b']), 'c', 'a'],
    [
      'an identifier in upper case and braces to the usual writing',
      uuid(),
      '{6008B4F1-4A04-4422-B268-B0755A0EC363}',
      '6008b4f1-4a04-4422-b268-b0755a0ec363',
    ],
    [
      'an identifier of another version to version 4',
      uuid(),
      '6008b4f1-4a04-1422-7268-b0755a0ec363',
      '6008b4f1-4a04-4422-b268-b0755a0ec363',
    ],
    [
      'items to the order in which they were given, without strangers',
      subset(['a', 'b', 'c']),
      ['c', 'x', 'a'],
      ['a', 'c'],
    ],
    ['items that are too few by adding the first ones', subset(['a', 'b', 'c'], { minLength: 2 }), ['c'], ['a', 'c']],
    ['a list element by element', list(integer({ min: 0, max: 9 }), { maxLength: 3 }), [1, 20, -3, 4], [1, 9, 0]],
    [
      'a list without repeating a key',
      list(integer({ min: 0, max: 9 }), { uniqueBy: (value) => value }),
      [9, 20, 3],
      [9, 3],
    ],
    ['a list into order', list(integer({ min: 0, max: 9 }), { orderedBy: (value) => value }), [5, 1, 12], [1, 5, 9]],
    [
      'a list that hangs on itself',
      list((before: readonly number[]) => integer({ min: before.at(-1) ?? 0, max: 9 })),
      [3, 1, 12],
      [3, 3, 9],
    ],
    ['a tuple place by place', tuple(integer({ min: 0, max: 9 }), boolean()), [12], [9, false]],
    ['what is missing to null', nullable(integer({ min: 0, max: 9 })), undefined, null],
    ['another kind to the branch of its type', oneOf(integer({ min: 0, max: 9 }), choice(['a', 'b'])), 'z', 'a'],
    [
      'parts of a score as far as its total allows',
      risk.within({ max: 5 }),
      { age: 2, smokes: true },
      { age: 2, smokes: false },
    ],
    [
      'a record field by field, and what follows from them',
      stay,
      { nights: 3, breakfasts: 12, isHalfBoard: false, extra: 1 },
      { nights: 3, breakfasts: 3, isHalfBoard: true },
    ],
    ['nothing at all to the simplest record', stay, 'a hotel', { nights: 1, breakfasts: 0, isHalfBoard: false }],
  ] as const)('brings %s', (_, arbitrary, given, mended) => {
    expect(arbitrary.mend(given)).toEqual(mended);
    expect(arbitrary.accepts(mended)).toBe(true);
    expect(arbitrary.accepts(given)).toBe(false);
  });

  it('guesses an aim from what the given record comes to', () => {
    const aimed = record()
      .aim('level', choice({ low: 1, high: 1 }))
      .field('score', ({ level }) => (level === 'low' ? integer({ min: 0, max: 49 }) : integer({ min: 50, max: 99 })))
      .derived('level', ({ score }) => (score < 50 ? 'low' : 'high'));
    expect(aimed.mend({ score: 70, level: 'low' })).toEqual({ score: 70, level: 'high' });
    expect(aimed.mend({ score: 20 })).toEqual({ score: 20, level: 'low' });
  });
});

describe('accepting', () => {
  it('takes keys in any order and members that are undefined, but no strangers', () => {
    expect(stay.accepts({ isHalfBoard: false, breakfasts: 0, nights: 2, wish: undefined })).toBe(true);
    expect(stay.accepts({ isHalfBoard: false, breakfasts: 0, nights: 2, extra: 1 })).toBe(false);
    expect(stay.accepts({ isHalfBoard: true, breakfasts: 0, nights: 2 })).toBe(false);
    expect(stay.accepts({ breakfasts: 0, nights: 2 })).toBe(false);
  });

  it('takes null for what may be null alone, also where the inner arbitrary has a say', () => {
    expect(nullable(choice([null, 1]), { presentShare: 1 }).accepts(null)).toBe(true);
    expect(nullable(choice([2, 1]), { presentShare: 1 }).accepts(null)).toBe(false);
    expect(optional(choice([2, 1])).accepts(null)).toBe(false);
  });
});
