import { describe, expectTypeOf } from 'vitest';
import { customer } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { fc, it, remember, test } from '../../src/vitest/index.js';
import { guestModel } from './guests.js';
import type { Guest } from './guests.js';

describe('remember', () => {
  test.prop([customer(), fc.nat()], remember('a'))('takes the types of a list', (one, n) => {
    expectTypeOf(one).toEqualTypeOf<Customer>();
    expectTypeOf(n).toBeNumber();
  });

  it.skip.prop({ guest: guestModel.arbitrary }, remember('a', { numRuns: 3, model: guestModel }))(
    'takes the types of names',
    ({ guest }) => {
      expectTypeOf(guest).toEqualTypeOf<Guest>();
    },
  );

  test.prop([fc.nat()], { ...remember('a'), numRuns: 3 })('may be spread', (n) => {
    expectTypeOf(n).toBeNumber();
  });

  test.prop([fc.nat()], remember('a', { examples: [[1]] }))('takes examples', (n) => {
    expectTypeOf(n).toBeNumber();
  });

  it('has options that are checked', () => {
    // @ts-expect-error no such option
    remember('a', { folder: 'x' });
    // @ts-expect-error a name is a text
    remember(3);
  });
});
