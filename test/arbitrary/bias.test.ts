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
  scored,
  subset,
  tuple,
  weighted,
} from '../../src/arbitrary/index.js';
import { Source } from '../../src/source/index.js';

const DRAWS = 4000;

/** How many of the draws are edge cases. */
function edges<T>(arbitrary: KeyedArbitrary<T>, isEdge: (value: T) => boolean, bias?: number): number {
  let count = 0;
  for (let index = 0; index < DRAWS; index++) if (isEdge(arbitrary.draw(Source.of(index), bias))) count++;
  return count;
}

interface Edge<T> {
  readonly arbitrary: KeyedArbitrary<T>;
  readonly isEdge: (value: T) => boolean;
}

function edge<T>(arbitrary: KeyedArbitrary<T>, isEdge: (value: T) => boolean): Edge<never> {
  return { arbitrary, isEdge } as unknown as Edge<never>;
}

const wide = integer({ min: -1_000_000, max: 1_000_000 });
const hundred = choice(Array.from({ length: 100 }, (_, index) => index));
const seldom = weighted([
  { value: 'first', weight: 1 },
  { value: 'often', weight: 98 },
  { value: 'last', weight: 1 },
]);
const parts = [0, 1, 2, 3].map((value) => ({ value, weight: 1, points: value }));
const score = scored({ a: parts, b: parts, c: parts, d: parts });

const kinds: Readonly<Record<string, Edge<never>>> = {
  'the smallest integers': edge(wide, (value) => value <= -999_900),
  'the largest integers': edge(wide, (value) => value >= 999_900),
  'the simplest integers': edge(wide, (value) => Math.abs(value) <= 100),
  'the very bound of integers': edge(wide, (value) => value === 1_000_000),
  'the bounds of decimals': edge(decimal({ min: 0, max: 1, digits: 6 }), (value) => value < 0.0001 || value > 0.9999),
  'the first and last dates': edge(calendarDate({ min: '1900-01-01', max: '2099-12-31' }), (value) =>
    ['1900-01-01', '2099-12-31'].includes(value),
  ),
  'the last instants': edge(instant(), (value) => value >= '2099-12-31T23:50:00Z'),
  'the first choice': edge(hundred, (value) => value === 0),
  'the last choice': edge(hundred, (value) => value === 99),
  'a first choice that is seldom': edge(seldom, (value) => value === 'first'),
  'a last choice that is seldom': edge(seldom, (value) => value === 'last'),
  'a truth that is seldom': edge(boolean(0.01), (value) => value),
  'empty lists': edge(list(wide, { maxLength: 200 }), (value) => value.length === 0),
  'full lists': edge(list(wide, { maxLength: 200 }), (value) => value.length === 200),
  'edge cases in lists': edge(list(wide, { minLength: 1, maxLength: 3 }), (value) => value.includes(1_000_000)),
  'empty subsets': edge(subset({ a: 0.9, b: 0.9, c: 0.9, d: 0.9 }), (value) => value.length === 0),
  'full subsets': edge(subset({ a: 0.1, b: 0.1, c: 0.1, d: 0.1 }), (value) => value.length === 4),
  'an absence that is seldom': edge(nullable(wide, { presentShare: 0.99 }), (value) => value === null),
  'a presence that is seldom': edge(nullable(wide, { presentShare: 0.01 }), (value) => value !== null),
  'a last branch that is seldom': edge(
    oneOf({ arbitrary: wide, weight: 99 }, { arbitrary: choice(['none']), weight: 1 }),
    (value) => value === 'none',
  ),
  'the lowest scores': edge(score, (value) => score.total(value) === 0),
  'the highest scores': edge(score, (value) => score.total(value) === 12),
  'the lowest scores within bounds': edge(
    score.within({ min: 5 }),
    (value) => value.a === 0 && value.b === 0 && value.c === 2,
  ),
  'edge cases in tuples': edge(tuple(wide, wide), ([a, b]) => Math.max(a, b) === 1_000_000),
};

describe('bias', () => {
  for (const [name, { arbitrary, isEdge }] of Object.entries(kinds)) {
    it(`favours ${name}`, () => {
      const plain = edges(arbitrary, isEdge);
      expect(edges(arbitrary, isEdge, 2)).toBeGreaterThan(Math.max(20, 3 * plain));
    });
  }

  it('asks for fewer edge cases the larger it is', () => {
    const counts = [1, 4, 16, 64].map((bias) => edges(wide, (value) => value >= 999_900, bias));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(4 * (counts[2] ?? 0));
  });

  it('leaves every other value possible', () => {
    const arbitrary = integer({ min: 0, max: 400 });
    const seen = new Set(Array.from({ length: 20_000 }, (_, index) => arbitrary.draw(Source.of(index), 2)));
    expect(seen.size).toBe(401);
  });

  it('is not needed for a fixture: without it, draws are plain', () => {
    expect(edges(wide, (value) => value >= 999_900)).toBeLessThan(5);
  });
});
