import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boolean,
  calendarDate,
  calendarDays,
  choice,
  daysBetween,
  decimal,
  instant,
  instantSeconds,
  integer,
  isoToDay,
  isoToSecond,
  list,
  nullable,
  oneOf,
  optional,
  record,
  scored,
  subset,
  tuple,
} from '../../src/arbitrary/index.js';
import { expectMinimum, foreignFailure } from './minimum.js';
import type { Case } from './minimum.js';

const small = integer({ min: 0, max: 100 });
const large = integer({ min: 0, max: 1000 });

const pair = record()
  .field('a', large)
  .field('b', ({ a }) => integer({ min: a, max: 1000 }));
const pairFromAbove = record()
  .field('b', large)
  .field('a', ({ b }) => integer({ min: 0, max: b }));
const drawnLength = record()
  .field('length', integer({ min: 0, max: 20 }))
  .field('elements', ({ length }) => list(large, { minLength: length, maxLength: length }));
const chain = record()
  .field('a', large)
  .field('b', ({ a }) => integer({ min: a, max: 1000 }))
  .field('c', ({ b }) => integer({ min: b, max: 1000 }));
const twoLists = record()
  .field('length', integer({ min: 0, max: 12 }))
  .field('left', ({ length }) => list(small, { minLength: length, maxLength: length }))
  .field('right', ({ length }) => list(small, { minLength: length, maxLength: length }));
const ascending = list((before: readonly number[]) => integer({ min: before.at(-1) ?? 0, max: 1000 }), {
  maxLength: 10,
});
const inner = record<{ readonly low: number }>()
  .field('x', (_, { low }) => integer({ min: low, max: low + 100 }))
  .field('y', ({ x }) => integer({ min: x, max: x + 50 }));
const nested = record()
  .field('low', large)
  .field('inner', (above) => inner.in(above));
const nestedList = record()
  .field('low', small)
  .field('inners', (above) => list(inner.in(above), { maxLength: 5 }));
const MOST = { plain: 10, gold: 1000, platinum: 2000 };
const byKind = record()
  .field('kind', choice(['plain', 'gold', 'platinum']))
  .field('points', ({ kind }) => integer({ min: 0, max: MOST[kind] }));
const span = record()
  .field('from', calendarDate({ min: '2020-01-01', max: '2025-12-31' }))
  .field('to', ({ from }) => calendarDays(dayOf(from), dayOf(from) + 60));
const visit = record()
  .field('starts', instant({ min: '2025-01-01T00:00:00Z', max: '2025-12-31T23:00:00Z', stepSeconds: 60 }))
  .field('ends', ({ starts }) => instantSeconds(secondOf(starts), secondOf(starts) + 7200, 60));
const perhaps = record()
  .field('a', large)
  .field('b', ({ a }) => optional(integer({ min: a, max: 1000 })))
  .field('c', ({ a, b }) => nullable(integer({ min: b ?? a, max: 1000 })));
const risk = scored({
  age: [
    { value: 'young', weight: 3, points: 0 },
    { value: 'middle', weight: 2, points: 5 },
    { value: 'old', weight: 1, points: 9 },
  ],
  relatives: [
    { value: 0, weight: 3, points: 0 },
    { value: 1, weight: 1, points: 3 },
  ],
  smokes: [
    { value: false, weight: 3, points: 0 },
    { value: true, weight: 1, points: 6 },
  ],
});
const aimed = record()
  .aim('level', choice({ low: 7, high: 3 }))
  .field('score', ({ level }) => (level === 'low' ? integer({ min: 0, max: 49 }) : integer({ min: 50, max: 99 })))
  .field('checks', ({ score }) => integer({ min: 0, max: score }))
  .derived('level', ({ score }) => (score < 50 ? 'low' : 'high'));
const inOrder = list(
  record()
    .field('day', calendarDate({ min: '2025-01-01', max: '2025-12-31' }))
    .field('minutes', small),
  { maxLength: 6, orderedBy: ({ day }) => day },
);
const distinct = list(large, { maxLength: 10, uniqueBy: (element) => element });

const cases = {
  'a pair more than 5 apart': expectedOf({
    arbitrary: pair,
    fails: ({ a, b }) => b - a > 5,
    minimum: { a: 0, b: 6 },
    tries: { median: 20, max: 20 },
  }),
  'a pair from 6 to 10 apart': expectedOf({
    arbitrary: pair,
    fails: ({ a, b }) => b - a >= 6 && b - a <= 10,
    minimum: { a: 0, b: 6 },
    tries: { median: 10, max: 15 },
  }),
  'a pair more than 5 apart, the larger one drawn first': expectedOf({
    arbitrary: pairFromAbove,
    fails: ({ a, b }) => b - a > 5,
    minimum: { b: 6, a: 0 },
    tries: { median: 20, max: 30 },
  }),
  'a pair from 6 to 10 apart, the larger one drawn first': expectedOf({
    arbitrary: pairFromAbove,
    fails: ({ a, b }) => b - a >= 6 && b - a <= 10,
    minimum: { b: 6, a: 0 },
    tries: { median: 20, max: 30 },
  }),
  'a large element where the length was drawn first': expectedOf({
    arbitrary: drawnLength,
    fails: ({ elements }) => elements.some((element) => element >= 700),
    minimum: { length: 1, elements: [700] },
    tries: { median: 35, max: 40 },
  }),
  'a large element of a list': expectedOf({
    arbitrary: list(large, { maxLength: 20 }),
    fails: (elements) => elements.some((element) => element >= 700),
    minimum: [700],
    tries: { median: 35, max: 40 },
  }),
  'three in a row, the outer ones more than 5 apart': expectedOf({
    arbitrary: chain,
    fails: ({ a, c }) => c - a > 5,
    minimum: { a: 0, b: 0, c: 6 },
    tries: { median: 20, max: 20 },
  }),
  'three in a row, the outer ones from 6 to 10 apart': expectedOf({
    arbitrary: chain,
    fails: ({ a, c }) => c - a >= 6 && c - a <= 10,
    minimum: { a: 0, b: 0, c: 6 },
    tries: { median: 12, max: 15 },
  }),
  'three in a row, each more than 5 from the one before': expectedOf({
    arbitrary: chain,
    fails: ({ a, b, c }) => b - a > 5 && c - b > 5,
    minimum: { a: 0, b: 6, c: 12 },
    tries: { median: 45, max: 45 },
  }),
  'three in a row, each from 6 to 10 from the one before': expectedOf({
    arbitrary: chain,
    fails: ({ a, b, c }) => b - a >= 6 && b - a <= 10 && c - b >= 6 && c - b <= 10,
    minimum: { a: 0, b: 6, c: 12 },
    tries: { median: 30, max: 35 },
  }),
  'two lists of one drawn length, large at the same place': expectedOf({
    arbitrary: twoLists,
    fails: ({ left, right }) => left.some((element, index) => element > 50 && (right[index] ?? 0) > 50),
    minimum: { length: 1, left: [51], right: [51] },
    tries: { median: 40, max: 45 },
  }),
  'two lists of one drawn length that differ in two places': expectedOf({
    arbitrary: twoLists,
    fails: ({ left, right }) => left.filter((element, index) => element < (right[index] ?? 0)).length >= 2,
    minimum: { length: 2, left: [0, 0], right: [1, 1] },
    tries: { median: 35, max: 55 },
  }),
  'an ascending list with a gap of more than 5': expectedOf({
    arbitrary: ascending,
    fails: (elements) => elements.some((element, index) => index > 0 && element - (elements[index - 1] ?? 0) > 5),
    minimum: [0, 6],
    tries: { median: 35, max: 40 },
  }),
  'an ascending list with a gap from 6 to 10': expectedOf({
    arbitrary: ascending,
    fails: (elements) =>
      elements.some((element, index) => {
        const gap = element - (elements[index - 1] ?? element);
        return gap >= 6 && gap <= 10;
      }),
    minimum: [0, 6],
    tries: { median: 30, max: 40 },
  }),
  'an inner record far from what it hangs on': expectedOf({
    arbitrary: nested,
    fails: ({ low, inner: { y } }) => y - low > 20,
    minimum: { low: 0, inner: { x: 0, y: 21 } },
    tries: { median: 20, max: 20 },
  }),
  'an inner record from 6 to 10 from what it hangs on': expectedOf({
    arbitrary: nested,
    fails: ({ low, inner: { y } }) => y - low >= 6 && y - low <= 10,
    minimum: { low: 0, inner: { x: 0, y: 6 } },
    tries: { median: 12, max: 15 },
  }),
  'one of several inner records from 6 to 10 from what they hang on': expectedOf({
    arbitrary: nestedList,
    fails: ({ low, inners }) => inners.some(({ y }) => y - low >= 6 && y - low <= 10),
    minimum: { low: 0, inners: [{ x: 0, y: 6 }] },
    tries: { median: 20, max: 25 },
  }),
  'more points than the simplest kind allows': expectedOf({
    arbitrary: byKind,
    fails: ({ points }) => points > 500,
    minimum: { kind: 'gold', points: 501 },
    tries: { median: 30, max: 30 },
  }),
  'a span of more than 5 days': expectedOf({
    arbitrary: span,
    fails: ({ from, to }) => daysBetween(from, to) > 5,
    minimum: { from: '2020-01-01', to: '2020-01-07' },
    tries: { median: 15, max: 15 },
  }),
  'a span of 6 to 10 days': expectedOf({
    arbitrary: span,
    fails: ({ from, to }) => daysBetween(from, to) >= 6 && daysBetween(from, to) <= 10,
    minimum: { from: '2020-01-01', to: '2020-01-07' },
    tries: { median: 10, max: 15 },
  }),
  'a visit of 20 to 30 minutes': expectedOf({
    arbitrary: visit,
    fails: ({ starts, ends }) => secondOf(ends) - secondOf(starts) >= 1200 && secondOf(ends) - secondOf(starts) <= 1800,
    minimum: { starts: '2025-01-01T00:00:00Z', ends: '2025-01-01T00:20:00Z' },
    tries: { median: 15, max: 15 },
  }),
  'an optional value from 6 to 10 from what it hangs on': expectedOf({
    arbitrary: perhaps,
    fails: ({ a, b }) => b !== undefined && b - a >= 6 && b - a <= 10,
    minimum: { a: 0, b: 6, c: null },
    tries: { median: 20, max: 20 },
  }),
  'a value below an optional one, from 6 to 10 from what both hang on': expectedOf({
    arbitrary: perhaps,
    fails: ({ a, c }) => c !== null && c - a >= 6 && c - a <= 10,
    minimum: { a: 0, c: 6 },
    tries: { median: 15, max: 20 },
  }),
  'a score of at least 8': expectedOf({
    arbitrary: risk,
    fails: (value) => risk.total(value) >= 8,
    minimum: { age: 'young', relatives: 1, smokes: true },
    tries: { median: 5, max: 6 },
  }),
  'a smoker with a score of at least 8': expectedOf({
    arbitrary: risk.within({ min: 8 }),
    fails: ({ smokes }) => smokes,
    minimum: { age: 'young', relatives: 1, smokes: true },
    tries: { median: 3, max: 3 },
  }),
  'a high aim with some checks': expectedOf({
    arbitrary: aimed,
    fails: ({ level, checks }) => level === 'high' && checks > 10,
    minimum: { score: 50, checks: 11, level: 'high' },
    tries: { median: 20, max: 20 },
  }),
  'checks that leave a narrow rest of an aimed score': expectedOf({
    arbitrary: aimed,
    fails: ({ score, checks }) => score - checks >= 6 && score - checks <= 10,
    minimum: { score: 6, checks: 0, level: 'low' },
    tries: { median: 15, max: 30 },
  }),
  'a long visit in a list in time order': expectedOf({
    arbitrary: inOrder,
    fails: (visits) => visits.some(({ minutes }) => minutes >= 70),
    minimum: [{ day: '2025-01-01', minutes: 70 }],
    tries: { median: 25, max: 30 },
  }),
  'two visits in time order, the second one longer': expectedOf({
    arbitrary: inOrder,
    fails: (visits) => visits.some(({ minutes }, index) => index > 0 && minutes > (visits[index - 1]?.minutes ?? 0)),
    minimum: [
      { day: '2025-01-01', minutes: 0 },
      { day: '2025-01-01', minutes: 1 },
    ],
    tries: { median: 25, max: 30 },
  }),
  'three different numbers': expectedOf({
    arbitrary: distinct,
    fails: (elements) => elements.length >= 3,
    minimum: [0, 1, 2],
    tries: { median: 40, max: 45 },
  }),
  'some of a few items': expectedOf({
    arbitrary: subset(['a', 'b', 'c', 'd', 'e']),
    fails: (items) => items.length >= 2,
    minimum: ['a', 'b'],
    tries: { median: 9, max: 15 },
  }),
  'odd minutes, which halving alone never leaves at 15': expectedOf({
    arbitrary: large,
    fails: (minutes) => minutes % 2 === 1,
    minimum: 1,
    tries: { median: 40, max: 80 },
  }),
  'a decimal above a threshold': expectedOf({
    arbitrary: decimal({ min: -5, max: 5, digits: 3 }),
    fails: (value) => Math.abs(value) > 0.3,
    minimum: 0.301,
    tries: { median: 45, max: 50 },
  }),
  'a value of a later kind': expectedOf({
    arbitrary: oneOf(small, choice(['none', 'some']), tuple(small, boolean())),
    fails: (value) => Array.isArray(value) && value[0] > 20,
    minimum: [21, false],
    tries: { median: 20, max: 20 },
  }),
};

describe('shrinking', () => {
  for (const [name, one] of Object.entries<Case<never>>(cases as object as Record<string, Case<never>>)) {
    it(`ends at the simplest case of ${name}`, () => expectMinimum(one));
    it(`ends there as well from JSON: ${name}`, () => expectMinimum(one, (seed) => foreignFailure(one, seed)));
  }

  it('notices an arbitrary that gets stuck: the chain of fast-check', () => {
    const chained = fc.nat({ max: 1000 }).chain((a) => fc.tuple(fc.constant(a), fc.integer({ min: a, max: 1000 })));
    const stuck: Case<readonly [number, number]> = {
      arbitrary: chained,
      fails: ([a, b]) => b - a >= 6 && b - a <= 10,
      minimum: [0, 6],
      tries: { median: 1000, max: 10_000 },
    };
    expect(() => expectMinimum(stuck)).toThrow(/200/);
  });
});

function expectedOf<T>(one: Case<T>): Case<T> {
  return one;
}

function dayOf(date: string): number {
  return isoToDay(date) ?? Number.NaN;
}

function secondOf(text: string): number {
  return isoToSecond(text) ?? Number.NaN;
}
