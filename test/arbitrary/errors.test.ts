import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  optional,
  record,
  sample,
  scored,
  subset,
  weighted,
} from '../../src/arbitrary/index.js';
import { CohortCheckError } from '../../src/errors/index.js';

function messageOf(once: () => unknown): string {
  try {
    once();
  } catch (error) {
    if (error instanceof CohortCheckError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Declarations that cannot be meant, and the whole message of each. */
const MISTAKES: Readonly<Record<string, readonly [() => unknown, string]>> = {
  'an integer bound that is no integer': [
    () => integer({ min: 0.5 }),
    `bad-option  integer(…): min is 0.5
  why     it must be a whole number from -9007199254740991 to 9007199254740991
  try     min: -9007199254740991`,
  ],
  'swapped integer bounds': [
    () => integer({ min: 9, max: 1 }),
    `bad-option  integer(…): min 9 is above max 1
  why     no value lies between them
  try     swap them`,
  ],
  'a decimal bound off its grid': [
    () => decimal({ min: 0.125, max: 1 }),
    `bad-option  decimal(…): min is 0.125
  why     it has more than 2 digits after the point
  try     digits: 3`,
  ],
  'a decimal bound off the finest grid': [
    () => decimal({ min: 1 / 3, max: 1, digits: 9 }),
    `bad-option  decimal(…): min is 0.3333333333333333
  why     it has more than 9 digits after the point
  try     min: 0.333333333`,
  ],
  'a decimal grid that is too fine for its range': [
    () => decimal({ min: 0, max: 1e9, digits: 9 }),
    `bad-option  decimal(…): max is 1000000000
  why     with 9 digits after the point, numbers lie between -2251799.813685248 and 2251799.813685248
  try     fewer digits, or integer(…)`,
  ],
  'a date that no calendar has': [
    () => calendarDate({ min: '2024-02-30' }),
    `bad-option  calendarDate(…): min is "2024-02-30"
  why     it is no date of the form YYYY-MM-DD
  try     min: '2025-03-31'`,
  ],
  'swapped dates': [
    () => calendarDate({ min: '2025-01-02', max: '2025-01-01' }),
    `bad-option  calendarDate(…): min "2025-01-02" is above max "2025-01-01"
  why     no value lies between them
  try     swap them`,
  ],
  'an instant that is no instant': [
    () => instant({ min: 'yesterday' }),
    `bad-option  instant(…): min is "yesterday"
  why     it is no ISO 8601 instant from year 0000 to 9999, counted in UTC
  try     min: '2025-03-31T00:00:00Z'`,
  ],
  'an instant that UTC puts before year 0': [
    () => instant({ min: '0000-01-01T00:00:00+14:00' }),
    `bad-option  instant(…): min is "0000-01-01T00:00:00+14:00"
  why     it is no ISO 8601 instant from year 0000 to 9999, counted in UTC
  try     min: '2025-03-31T00:00:00Z'`,
  ],
  'instants with no step between them': [
    () => instant({ min: '2025-01-01T00:00:01Z', max: '2025-01-01T00:00:59Z', stepSeconds: 60 }),
    `bad-option  instant(…): nothing from "2025-01-01T00:00:01Z" to "2025-01-01T00:00:59Z"
  why     the bounds are swapped, or no step lies between
  try     swap them`,
  ],
  'a choice of nothing': [
    () => choice([]),
    `bad-option  choice(…): nothing to choose from
  why     no value has a weight above 0
  try     give at least one value`,
  ],
  'a choice of weights that are all 0': [
    () => choice({ a: 0 }),
    `bad-option  choice(…): nothing to choose from
  why     no value has a weight above 0
  try     give at least one value`,
  ],
  'a value that stands twice': [
    () => choice(['a', 'b', 'a']),
    `bad-option  choice(…): "a" stands twice
  why     each value stands once
  try     add up its weights`,
  ],
  'an object that stands twice, its keys in another order': [
    () =>
      choice([
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    `bad-option  choice(…): {"b":2,"a":1} stands twice
  why     each value stands once
  try     add up its weights`,
  ],
  'a negative weight': [
    () => choice({ a: 1, b: -1 }),
    `bad-option  choice(…): the weight of "b" is -1
  why     weights are finite and not negative
  try     weight: 1`,
  ],
  'a weight that is no number': [
    () => weighted([{ value: 1, weight: Number.NaN }]),
    `bad-option  choice(…): the weight of 1 is NaN
  why     weights are finite and not negative
  try     weight: 1`,
  ],
  'weights that add up to Infinity': [
    () => choice({ a: 1e308, b: 1e308 }),
    `bad-option  choice(…): the weights add up to Infinity
  why     only their ratios count
  try     smaller weights`,
  ],
  'a choice whose names JavaScript would sort': [
    () => choice({ b: 1, 10: 1, 2: 1 }),
    `bad-option  choice(…): the key "2" is a whole number
  why     JavaScript sorts such keys to the front of an object, whatever the order in which they are written
  try     weighted([{ value: '1', weight: 1 }, …])`,
  ],
  'a share of truth above 1': [
    () => boolean(20),
    `bad-option  boolean(…): trueShare is 20
  why     a probability lies between 0 and 1
  try     trueShare: 0.5`,
  ],
  'a share of presence that is no number': [
    () => nullable(integer(), { presentShare: Number.NaN }),
    `bad-option  nullable(…): presentShare is NaN
  why     a probability lies between 0 and 1
  try     presentShare: 0.5`,
  ],
  'a share of presence below 0': [
    () => optional(integer(), { presentShare: -0.1 }),
    `bad-option  optional(…): presentShare is -0.1
  why     a probability lies between 0 and 1
  try     presentShare: 0.5`,
  ],
  'swapped lengths': [
    () => list(integer(), { minLength: 3, maxLength: 2 }),
    `bad-option  list(…): maxLength is 2
  why     it must be a whole number from 3 to 4294967295
  try     maxLength: 3`,
  ],
  'a negative length': [
    () => list(integer(), { minLength: -1 }),
    `bad-option  list(…): minLength is -1
  why     it must be a whole number from 0 to 4294967295
  try     minLength: 0`,
  ],
  'an order for elements that hang on those before': [
    () => list(() => integer(), { orderedBy: (value) => value }),
    `bad-option  list(…): orderedBy with elements that depend on those before them
  why     sorting would tear them from what they hang on
  try     draw each element after the one before it: list((before) => calendarDate({ min: before.at(-1) ?? start }))`,
  ],
  'an item that stands twice': [
    () => subset(['a', 'a']),
    `bad-option  subset(…): "a" stands twice
  why     each item stands once
  try     remove one of them`,
  ],
  'an item that JSON cannot hold': [
    () => subset([1, Number.NaN]),
    `bad-option  subset(…): an item is NaN
  why     JSON cannot hold it
  try     remove it`,
  ],
  'a share above 1': [
    () => subset({ a: 1.5 }),
    `bad-option  subset(…): the share of "a" is 1.5
  why     a probability lies between 0 and 1
  try     the share of "a": 0.5`,
  ],
  'items by names that JavaScript would sort': [
    () => subset({ 2024: 0.5 }),
    `bad-option  subset(…): the key "2024" is a whole number
  why     JavaScript sorts such keys to the front of an object, whatever the order in which they are written
  try     an array, or names such as 'grade 1'`,
  ],
  'more items than there are': [
    () => subset(['a'], { minLength: 2 }),
    `bad-option  subset(…): minLength is 2
  why     it must be a whole number from 0 to 1
  try     minLength: 0`,
  ],
  'a number of items that shares rule out': [
    () => subset({ a: 1, b: 0.5 }, { maxLength: 0 }),
    `bad-option  subset(…): no subset has 0 to 0 items
  why     items with a share of 1 are always there, those with a share of 0 never
  try     widen the lengths, or change those shares`,
  ],
  'no branches': [
    () => oneOf(),
    `bad-option  oneOf(): it has no branches
  why     it needs something to take a value from
  try     give at least one arbitrary`,
  ],
  'a field that stands twice': [
    () => record().field('a', integer()).field('a', integer()),
    `bad-option  record().field("a", …): the name is taken
  why     each field of a record has its own name
  try     choose another name`,
  ],
  'a derived field that stands twice': [
    () =>
      record()
        .derived('a', () => 1)
        .derived('a', () => 2),
    `bad-option  record().derived("a", …): the name is taken
  why     each field of a record has its own name
  try     choose another name`,
  ],
  'a field called __proto__': [
    () => record().field('__proto__', integer()),
    `bad-option  record().field("__proto__", …): the name cannot be used
  why     JavaScript gives it to the prototype of an object
  try     choose another name`,
  ],
  'an aim that no derived field takes up': [
    () =>
      sample(
        record()
          .aim('level', choice(['low']))
          .field('a', integer()),
      ),
    `stray-aim  record().aim('level', …): no derived field is called level
  why     an aim is what a derived field below it must come to; it is not written to the record itself
  try     add .derived('level', …) below it`,
  ],
  'an aim that is missed': [
    () =>
      sample(
        record()
          .aim('level', choice(['low']))
          .field('score', integer({ min: 60, max: 60 }))
          .derived('level', ({ score }) => (score < 50 ? 'low' : 'high')),
      ),
    `aim-missed  level came to "high" where its aim was "low"
  where   record().aim('level', …)
  why     the fields between the aim and the derived field were not drawn to fit it
  try     build one of those fields from ({ level }) so that level follows`,
  ],
  'points that are no whole numbers': [
    () => scored({ a: [{ value: 0, weight: 1, points: 0.5 }] }),
    `bad-option  scored(…): a 0 has weight 1 and points 0.5
  why     points are whole numbers from 0 to 10000, weights are finite and not negative
  try     { value, weight: 1, points: 0 }`,
  ],
  'a part without options': [
    () => scored({ a: [] }),
    `bad-option  scored(…): a has no option
  why     each part needs one
  try     { value, weight: 1, points: 0 }`,
  ],
  'an option that stands twice': [
    () =>
      scored({
        a: [
          { value: 0, weight: 1, points: 0 },
          { value: 0, weight: 1, points: 2 },
        ],
      }),
    `bad-option  scored(…): a 0 stands twice
  why     each value stands once
  try     remove one`,
  ],
  'a total out of reach': [
    () =>
      scored({
        a: [
          { value: 0, weight: 1, points: 1 },
          { value: 1, weight: 1, points: 5 },
        ],
      }).within({ min: 2, max: 4 }),
    `total-out-of-reach  scored(…).within({"min":2,"max":4}): no combination has such a total
  why     the parts together bring 1 to 5 points, not every total between
  try     bounds that hold a possible total, such as { max: 5 }`,
  ],
  'a bound on a total that is no number': [
    () => scored({ a: [{ value: 0, weight: 1, points: 1 }] }).within({ min: Number.NaN }),
    `bad-option  scored(…).within(…): min is NaN
  why     it bounds a number of points
  try     min: 0`,
  ],
  'a negative count': [
    () => sample(integer(), { count: -1 }),
    `bad-option  sample(…): count is -1
  why     it must be a whole number from 0 to 4294967295
  try     count: 0`,
  ],
  'a seed that is no whole number': [
    () => sample(integer(), { seed: 0.5 }),
    `bad-option  sample(…): seed is 0.5
  why     it must be a whole number from -9007199254740991 to 9007199254740991
  try     seed: -9007199254740991`,
  ],
  'a list that runs out of different elements': [
    () => sample(list(integer({ min: 0, max: 2 }), { minLength: 5, uniqueBy: (value) => value })),
    `unique-exhausted  list(…): found 3 elements with different keys where minLength asks for 5
  why     10000 further draws of a whole number from 0 to 2 brought no new key
  try     minLength: 3, or subset(…) for all of a few items`,
  ],
};

describe('declarations that cannot be meant', () => {
  for (const [name, [once, message]] of Object.entries(MISTAKES)) {
    it(`say what is wrong with ${name}, and what to do`, () => expect(messageOf(once)).toBe(message));
  }

  it('are refused for every bound that is no number a file can hold', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity, 2 ** 53, '5' as unknown as number]) {
      expect(
        messageOf(() => integer({ min: bad, max: 10 })),
        String(bad),
      ).toMatch(/^bad-option {2}integer\(…\): min /);
      expect(
        messageOf(() => integer({ min: 0, max: bad })),
        String(bad),
      ).toMatch(/^bad-option {2}integer\(…\): (max|m)/);
      expect(
        messageOf(() => integer({ toward: bad })),
        String(bad),
      ).toMatch(/^bad-option {2}integer\(…\): toward /);
      expect(
        messageOf(() => decimal({ min: bad, max: 10 })),
        String(bad),
      ).toMatch(/^bad-option {2}decimal\(…\): min /);
      expect(messageOf(() => decimal({ min: 0, max: 1, digits: bad }))).toMatch(/^bad-option {2}decimal\(…\): digits /);
      expect(messageOf(() => list(integer(), { minLength: bad }))).toMatch(/^bad-option {2}list\(…\): minLength /);
    }
  });

  it('are refused for every text that is no date', () => {
    for (const bad of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-1-1',
      '24-01-01',
      '',
      '2024-01-01T00:00:00Z',
      '-001-01-01',
      '10000-01-01',
    ]) {
      expect(
        messageOf(() => calendarDate({ min: bad })),
        bad,
      ).toMatch(/it is no date of the form YYYY-MM-DD/);
    }
  });

  it('stay off the zero that has a sign', () => {
    expect(Object.is(sample(integer({ min: -0, max: -0 }), { count: 1 })[0], 0)).toBe(true);
    expect(Object.is(integer({ min: -5, max: 5 }).mend(-0.3), 0)).toBe(true);
    expect(Object.is(decimal({ min: -5, max: 5 }).mend(-0.001), 0)).toBe(true);
  });
});

describe('odd texts', () => {
  const lone = '\ud800';

  it('are values like any other, also half of a pair and names that every object has', () => {
    const arbitrary = choice(['__proto__', 'constructor', lone, '', '\u0000', '1']);
    for (const value of sample(arbitrary, { count: 100 })) {
      expect(arbitrary.accepts(JSON.parse(JSON.stringify(value)))).toBe(true);
    }
    expect(sample(subset(['__proto__', lone], { minLength: 2 }), { count: 1 })).toEqual([['__proto__', lone]]);
  });

  it('are names of fields like any other', () => {
    const arbitrary = record()
      .field('constructor', integer({ min: 1, max: 9 }))
      .field('toString', optional(integer({ min: 1, max: 9 })))
      .field(lone, ({ constructor }) => integer({ min: constructor, max: 9 }));
    for (const value of sample(arbitrary, { count: 50 })) {
      expect(arbitrary.accepts(JSON.parse(JSON.stringify(value)))).toBe(true);
      expect(value[lone]).toBeGreaterThanOrEqual(value.constructor);
    }
    expect(arbitrary.accepts({})).toBe(false);
    expect(arbitrary.mend({})).toEqual({ constructor: 1, [lone]: 1 });
  });

  it('are no way to slip a prototype into a record', () => {
    const arbitrary = record().field('a', integer({ min: 0, max: 9 }));
    const foreign: unknown = JSON.parse('{"a": 1, "__proto__": {"b": 2}}');
    expect(arbitrary.accepts(foreign)).toBe(false);
    expect(arbitrary.mend(foreign)).toEqual({ a: 1 });
    expect(Object.getPrototypeOf(arbitrary.mend(foreign))).toBe(Object.prototype);
  });
});

describe('weights for texts', () => {
  it('take any names but whole numbers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1 }), (names) => {
        const isSorted = names.some((name) => /^(0|[1-9]\d*)$/.test(name) && Number(name) < 2 ** 32 - 1);
        const declared = (): unknown => choice(Object.fromEntries(names.map((name) => [name, 1])));
        if (isSorted) expect(messageOf(declared)).toMatch(/is a whole number/);
        else expect(choice(Object.fromEntries(names.map((name) => [name, 1]))).values).toEqual(names);
      }),
      { seed: 1 },
    );
  });
});
