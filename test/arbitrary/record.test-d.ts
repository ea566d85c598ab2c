import fc from 'fast-check';
import { describe, expectTypeOf, it } from 'vitest';
import {
  calendarDate,
  choice,
  integer,
  list,
  nullable,
  optional,
  record,
  sample,
  subset,
} from '../../src/arbitrary/index.js';
import type { ConstraintOf, FieldConstraints, KeyedArbitrary } from '../../src/arbitrary/index.js';

type ValueOf<A> = A extends KeyedArbitrary<infer T> ? T : never;

describe('record', () => {
  const visit = record<{ readonly born: string }>()
    .field('kind', choice(['phone', 'on site']))
    .field('date', (above, outer) => {
      expectTypeOf(above).toEqualTypeOf<{ kind: 'phone' | 'on site' }>();
      expectTypeOf(outer).toEqualTypeOf<{ readonly born: string }>();
      return calendarDate({ min: outer.born });
    })
    .field('minutes', ({ kind }) => nullable(integer({ min: 0, max: kind === 'phone' ? 10 : 60 })))
    .field('note', optional(choice({ late: 1, early: 1 })))
    .derived('isLong', ({ minutes, note }) => {
      expectTypeOf(minutes).toEqualTypeOf<number | null>();
      expectTypeOf(note).toEqualTypeOf<'late' | 'early' | undefined>();
      return minutes !== null && minutes > 30;
    });

  it('infers each field, optional keys and derived ones', () => {
    expectTypeOf<ValueOf<typeof visit>>().toEqualTypeOf<{
      kind: 'phone' | 'on site';
      date: string;
      minutes: number | null;
      note?: 'late' | 'early';
      isLong: boolean;
    }>();
  });

  it('infers what is drawn, held and put into another record', () => {
    expectTypeOf(sample(visit.in({ born: '2000-01-01' }))).toEqualTypeOf<ValueOf<typeof visit>[]>();
    expectTypeOf(visit.given({ minutes: { max: 5 } }).in({ born: '2000-01-01' })).toExtend<
      KeyedArbitrary<ValueOf<typeof visit>>
    >();
    const person = record()
      .field('born', calendarDate())
      .field('visits', (above) => list(visit.in(above)))
      .field('tags', subset(['new', 'loyal']))
      .field('size', fc.record({ height: fc.nat() }));
    expectTypeOf<ValueOf<typeof person>>().toEqualTypeOf<{
      born: string;
      visits: ValueOf<typeof visit>[];
      tags: ('new' | 'loyal')[];
      size: { height: number };
    }>();
  });

  it('shows an aim to the fields below it, and leaves it out of the record', () => {
    const aimed = record()
      .aim('level', choice(['low', 'high']))
      .field('score', (above) => {
        expectTypeOf(above).toEqualTypeOf<{ level: 'low' | 'high' }>();
        return integer();
      });
    expectTypeOf<ValueOf<typeof aimed>>().toEqualTypeOf<{ score: number }>();
    const whole = aimed.derived('level', ({ score }) => (score < 50 ? ('low' as const) : ('high' as const)));
    expectTypeOf<ValueOf<typeof whole>>().toEqualTypeOf<{ score: number; level: 'low' | 'high' }>();
  });

  it('is itself an arbitrary of fast-check', () => {
    expectTypeOf(visit).toExtend<fc.Arbitrary<ValueOf<typeof visit>>>();
    fc.property(visit, (value) => {
      expectTypeOf(value.kind).toEqualTypeOf<'phone' | 'on site'>();
    });
  });

  it('refuses fields that are not there', () => {
    expectTypeOf<keyof FieldConstraints<ValueOf<typeof visit>>>().toEqualTypeOf<keyof ValueOf<typeof visit>>();
    record()
      .field('a', integer())
      // @ts-expect-error -- b is declared nowhere
      .field('c', ({ b }) => integer({ min: b as number }));
    record()
      // @ts-expect-error -- c stands below, and is not drawn yet
      .field('a', ({ c }) => integer({ min: c as number }))
      .field('c', integer());
    // @ts-expect-error -- a misspelt field
    visit.given({ minute: 3 });
  });

  it('refuses constraints of another kind', () => {
    expectTypeOf<'letter'>().not.toExtend<ConstraintOf<'phone' | 'on site'>>();
    // @ts-expect-error -- a number has no such bound
    visit.given({ minutes: { max: 'long' } });
    // @ts-expect-error -- not one of the values
    visit.given({ kind: 'letter' });
    // @ts-expect-error -- the outer record lacks what the fields read
    visit.in({ name: 'x' });
  });
});

describe('ConstraintOf', () => {
  it('takes the value, bounds or a choice for numbers and texts', () => {
    expectTypeOf<5>().toExtend<ConstraintOf<number>>();
    expectTypeOf<{ min: 5 }>().toExtend<ConstraintOf<number>>();
    expectTypeOf<{ oneOf: [5, 6] }>().toExtend<ConstraintOf<number>>();
    expectTypeOf<{ min: '2025-01-01' }>().toExtend<ConstraintOf<string>>();
    expectTypeOf<{ min: '2025-01-01' }>().not.toExtend<ConstraintOf<number>>();
  });

  it('takes null among the choices of what may be null', () => {
    expectTypeOf<{ oneOf: [null, 5] }>().toExtend<ConstraintOf<number | null>>();
    expectTypeOf<{ oneOf: [null, 5] }>().not.toExtend<ConstraintOf<number>>();
  });

  it('takes contents for lists, and a constraint on each field of a record', () => {
    expectTypeOf<{ includes: ['a'] }>().toExtend<ConstraintOf<('a' | 'b')[]>>();
    expectTypeOf<{ includes: ['c'] }>().not.toExtend<ConstraintOf<('a' | 'b')[]>>();
    expectTypeOf<{ a: { min: 1 } }>().toExtend<ConstraintOf<{ a: number; b: string }>>();
    expectTypeOf<ConstraintOf<{ a: number }>>().toEqualTypeOf<FieldConstraints<{ a: number }>>();
  });
});
