import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarDate,
  choice,
  constant,
  fromFastCheck,
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
  tuple,
} from '../../src/arbitrary/index.js';
import { CohortCheckError } from '../../src/errors/index.js';
import { Source } from '../../src/source/index.js';

const AGES = { young: [20, 39], old: [40, 59] } as const;
const person = record()
  .field('persona', choice({ young: 9, old: 1 }))
  .field('age', ({ persona }) => integer({ min: AGES[persona][0], max: AGES[persona][1] }))
  .field('visits', ({ age }) => list(integer({ min: 0, max: age }), { maxLength: 5 }))
  .derived('isSenior', ({ age }) => age >= 55);

function clashOf(once: () => unknown): string {
  try {
    once();
  } catch (error) {
    if (error instanceof CohortCheckError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Misses are bounded in number, not in time: this many draws of anything are made before an error. */
const BUDGET = 5000;

describe('given', () => {
  it('pins a field, and draws what is above it to fit', () => {
    for (const { persona, age } of sample(person.given({ age: 45 }), { count: 50 }))
      expect([persona, age]).toEqual(['old', 45]);
  });

  it('narrows a field, and leaves the others as they are without it where they fit', () => {
    const free = sample(person, { count: 200 });
    const held = sample(person.given({ age: { min: 20 } }), { count: 200 });
    expect(held).toEqual(free);
  });

  it('reaches through a derived field to what it is derived from', () => {
    for (const { age } of sample(person.given({ isSenior: true }), { count: 20 }))
      expect(age).toBeGreaterThanOrEqual(55);
  });

  it('reaches an aim before anything is drawn in vain', () => {
    let draws = 0;
    const aimed = record()
      .aim('level', choice({ low: 999_999, high: 1 }))
      .field('score', ({ level }) => {
        draws++;
        return level === 'low' ? integer({ min: 0, max: 49 }) : integer({ min: 50, max: 99 });
      })
      .derived('level', ({ score }) => (score < 50 ? 'low' : 'high'))
      .given({ level: 'high' });
    draws = 0;
    expect(sample(aimed, { count: 20 }).every(({ score }) => score >= 50)).toBe(true);
    expect(draws).toBe(20);
  });

  it('adds to what was given before', () => {
    const held = person
      .given({ age: { min: 30 } })
      .given({ age: { max: 31 } })
      .given({ age: { oneOf: [10, 31, 50] } });
    expect(new Set(sample(held, { count: 30 }).map(({ age }) => age))).toEqual(new Set([31]));
    expect(
      sample(person.given({ age: { oneOf: [30, 40] } }).given({ age: { min: 35 } }), { count: 5 }).every(
        ({ age }) => age === 40,
      ),
    ).toBe(true);
  });

  it('takes bounds between two values', () => {
    const half = record()
      .field('a', integer({ min: 0, max: 5 }))
      .given({ a: { min: 2.4, max: 3.6 } });
    expect(new Set(sample(half, { count: 30 }).map(({ a }) => a))).toEqual(new Set([3]));
    const days = record()
      .field('a', calendarDate())
      .given({ a: { min: '2025-03-01T12:00:00Z', max: '2025-03-03T12:00:00Z' } });
    expect(new Set(sample(days, { count: 30 }).map(({ a }) => a))).toEqual(new Set(['2025-03-02', '2025-03-03']));
  });

  it('compares instants by the time they mean', () => {
    const held = record()
      .field('at', instant({ min: '2025-01-01T00:00:00Z', max: '2025-01-02T00:00:00Z', stepSeconds: 3600 }))
      .derived('copy', ({ at }) => at)
      .given({ at: { min: '2025-01-01T12:00:00+02:00' }, copy: { max: '2025-01-01T12:00:00+01:00' } });
    expect(new Set(sample(held, { count: 30 }).map(({ at }) => at))).toEqual(
      new Set(['2025-01-01T10:00:00Z', '2025-01-01T11:00:00Z']),
    );
  });

  it('takes what a list or subset must hold, however seldom it holds that by chance', () => {
    const held = record()
      .field('numbers', list(integer({ min: 0, max: 1_000_000 }), { maxLength: 4 }))
      .field('sorted', list(integer({ min: 0, max: 1_000_000 }), { maxLength: 4, orderedBy: (value) => value }))
      .field('items', subset(['a', 'b', 'c', 'd']))
      .given({
        numbers: { includes: [7, 8], minLength: 3 },
        sorted: { includes: [500_000] },
        items: { includes: ['b'], excludes: ['c'] },
      });
    const values = sample(held, { count: 50 });
    for (const { numbers, sorted, items } of values) {
      expect(numbers).toEqual(expect.arrayContaining([7, 8]));
      expect(numbers.length).toBeGreaterThanOrEqual(3);
      expect(sorted).toContain(500_000);
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
      expect(items).toContain('b');
      expect(items).not.toContain('c');
    }
    expect(new Set(values.map(({ numbers }) => numbers.indexOf(7))).size).toBeGreaterThan(2);
  });

  it('takes constraints on fields of inner records, and on parts of scores', () => {
    const held = record()
      .field('low', integer({ min: 0, max: 9 }))
      .field('inner', ({ low }) => record().field('x', integer({ min: low, max: 20 })))
      .field(
        'risk',
        scored({
          smokes: [
            { value: false, weight: 9, points: 0 },
            { value: true, weight: 1, points: 3 },
          ],
        }),
      )
      .given({ inner: { x: 3 }, risk: { smokes: true } });
    for (const { low, inner, risk } of sample(held, { count: 30 })) {
      expect(low).toBeLessThanOrEqual(3);
      expect([inner.x, risk.smokes]).toEqual([3, true]);
    }
  });

  it('takes an absence, a presence or either', () => {
    const arbitrary = record()
      .field('a', optional(integer({ min: 0, max: 9 })))
      .field('b', nullable(integer({ min: 0, max: 9 })));
    expect(sample(arbitrary.given({ b: null }), { count: 20 }).every(({ b }) => b === null)).toBe(true);
    expect(sample(arbitrary.given({ a: { min: 5 } }), { count: 20 }).every(({ a }) => a !== undefined && a >= 5)).toBe(
      true,
    );
    expect(new Set(sample(arbitrary.given({ b: { oneOf: [null, 3] } }), { count: 30 }).map(({ b }) => b))).toEqual(
      new Set([null, 3]),
    );
  });

  it('takes constraints on branches, places of tuples and arbitraries of fast-check', () => {
    const held = record()
      .field('either', oneOf(integer({ min: 0, max: 9 }), choice(['none'])))
      .field('both', tuple(integer({ min: 0, max: 9 }), choice(['x', 'y'])))
      .field('foreign', fromFastCheck(fc.integer({ min: 0, max: 99 })))
      .given({ either: 'none', both: [4, 'y'], foreign: { min: 90 } });
    for (const { either, both, foreign } of sample(held, { count: 20 })) {
      expect([either, both]).toEqual(['none', [4, 'y']]);
      expect(foreign).toBeGreaterThanOrEqual(90);
    }
  });

  it('keeps the values that it can when the record is mended', () => {
    const held = person.given({ age: { min: 40 } });
    expect(held.mend({ persona: 'young', age: 25, visits: [1, 99], isSenior: false })).toEqual({
      persona: 'old',
      age: 40,
      visits: [1, 40],
      isSenior: false,
    });
  });

  it('can be said before the outer record is known', () => {
    const inner = record<{ readonly low: number }>().field('x', (_, { low }) => integer({ min: low, max: low + 5 }));
    expect(sample(inner.given({ x: { max: 3 } }).in({ low: 3 }), { count: 3 })).toEqual([{ x: 3 }, { x: 3 }, { x: 3 }]);
  });
});

describe('constraints that nothing meets', () => {
  it('name the field, what was asked, and what is possible there for which reason', () => {
    expect(clashOf(() => person.given({ age: { min: 70 } })))
      .toBe(`constraint-clash  age: nothing meets {"min":70} together with the other constraints
  where   constraints {"age":{"min":70}}
  why     age can be a whole number from 20 to 39 where persona is "young"; a whole number from 40 to 59 where persona is "old"
  try     widen age, or leave out a constraint above it`);
  });

  it('name only what the clash hangs on', () => {
    expect(clashOf(() => person.given({ persona: 'young', visits: { minLength: 3 }, age: { min: 40 } })))
      .toBe(`constraint-clash  age: nothing meets {"min":40} together with the other constraints
  where   constraints {"persona":"young","visits":{"minLength":3},"age":{"min":40}}
  why     age can be a whole number from 20 to 39 where persona is "young"
  try     widen age, or leave out a constraint above it`);
  });

  it('say what a derived field comes to', () => {
    expect(clashOf(() => person.given({ age: 20, isSenior: true }))).toContain(
      'isSenior can be false, which follows from the fields above, where age is 20',
    );
  });

  it('give the path of a field of an inner record', () => {
    const outer = record()
      .field('who', person)
      .field('n', integer({ min: 0, max: 9 }));
    expect(clashOf(() => outer.given({ who: { age: { min: 70 } } }))).toContain(
      'constraint-clash  who.age: nothing meets {"min":70}',
    );
  });

  it('name what the clash hangs on in the outer record', () => {
    const inner = record<{ readonly low: number; readonly name: string }>().field('x', (_, { low }) =>
      integer({ min: low, max: 9 }),
    );
    const outer = record()
      .field('low', constant(5))
      .field('name', constant('n'))
      .field('inner', (above) => inner.in(above));
    expect(clashOf(() => outer.given({ inner: { x: 3 } }))).toContain(
      'inner.x can be a whole number from 5 to 9 where low is 5\n',
    );
  });

  it('are noticed at once where no other draw can help', () => {
    let draws = 0;
    const counted = record()
      .field('a', () => {
        draws++;
        return integer({ min: 0, max: 9 });
      })
      .field('b', integer({ min: 0, max: 9 }));
    expect(clashOf(() => counted.given({ b: 10 }))).toContain('b can be a whole number from 0 to 9');
    expect(draws).toBe(1);
  });

  it('cost no more where records stand in records in records', () => {
    let draws = 0;
    const leaf = record<{ readonly high: number }>()
      .field('a', (_, { high }) => {
        draws++;
        return integer({ min: 0, max: high });
      })
      .field('b', ({ a }) => integer({ min: 0, max: a }));
    const middle = record<{ readonly high: number }>()
      .field('high', (_, { high }) => integer({ min: 0, max: high }))
      .field('leaf', (above) => leaf.in(above));
    const root = record()
      .field('high', integer({ min: 0, max: 9 }))
      .field('middle', (above) => middle.in(above));
    const message = clashOf(() => root.given({ middle: { leaf: { b: 10 } } }));
    expect(message).toContain('constraint-clash  middle.leaf.b: nothing meets 10');
    // Each clash is told in words once or so: that builds the field again.
    expect(draws).toBeLessThan(BUDGET * 1.1);
  });

  it('cost no more where a list must hold what it cannot', () => {
    const lists = record().field('lists', list(list(integer({ min: 0, max: 9 }))));
    expect(clashOf(() => lists.given({ lists: { includes: [[10]] } }))).toContain(
      'constraint-clash  lists: nothing meets',
    );
  });

  it('are errors as well when they are met too seldom for a later draw', () => {
    const seldom = record()
      .field('a', integer({ min: 0, max: 1_000_000 }))
      .derived('isZero', ({ a }) => a === 0);
    const held = seldom.narrow({ isZero: true });
    for (const once of [
      () => sample(held as NonNullable<typeof held>, { count: 1 }),
      () => held?.generate(new fc.Random(Source.of(1)), undefined),
    ]) {
      expect(clashOf(once)).toMatch(/^constraint-clash {2}isZero: nothing meets true/);
    }
  });
});

describe('constraints that cannot be meant', () => {
  const wrong: readonly (readonly [string, () => unknown, RegExp])[] = [
    [
      'a field that is not there',
      () => person.given({ agee: 3 } as object),
      /^unknown-field {2}agee is no field of this record\n {2}where {3}constraints \{"agee":3\}\n {2}try {5}one of persona, age, visits, isSenior$/,
    ],
    [
      'a misspelt bound',
      () => person.given({ age: { minimum: 3 } as object }),
      /^bad-constraint {2}\{"minimum":3\} cannot constrain a whole number from \d+ to \d+\n {2}try {5}use min, max, or oneOf$/,
    ],
    [
      'a bound of another kind',
      () => person.given({ age: { min: 'old' as unknown as number } }),
      /^bad-constraint {2}"old" cannot constrain a whole number/,
    ],
    [
      'a misspelt length',
      () => person.given({ visits: { length: 3 } as object }),
      /^bad-constraint {2}\{"length":3\} cannot constrain a list/,
    ],
    [
      'bounds for a choice between texts',
      () => person.given({ persona: { from: 'a' } as unknown as 'old' }),
      /^bad-constraint {2}\{"from":"a"\} cannot constrain one of \["young","old"\]/,
    ],
    [
      'a part of a score that is not there',
      () =>
        record()
          .field('risk', scored({ a: [{ value: 1, weight: 1, points: 0 }] }))
          .given({ risk: { b: 1 } as object }),
      /^unknown-field {2}b is no part of this score/,
    ],
  ];
  for (const [name, once, message] of wrong) {
    it(`say what is wrong with ${name}`, () => expect(clashOf(once)).toMatch(message));
  }

  it('are a clash where they are meant for another kind of value than the field can have', () => {
    expect(clashOf(() => person.given({ age: 'old' as unknown as number }))).toContain('age: nothing meets "old"');
  });
});
