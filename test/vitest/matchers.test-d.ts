import { expect, expectTypeOf, test } from 'vitest';
import { integer } from '../../src/index.js';
import { fc, test as propertyTest } from '../../src/vitest/index.js';
import { type Guest, guest, guestModel, guests, hotel } from './guests.js';

const foreign: unknown = guest(1);

test('the matchers take a model of what is looked at', async () => {
  expectTypeOf(expect(guest(1)).toSatisfyInvariants).toBeCallableWith(guestModel);
  expectTypeOf(expect(foreign).toSatisfyInvariants).toBeCallableWith(guestModel);
  expectTypeOf(expect([guest(1)].at(0)).toSatisfyInvariants).toBeCallableWith(guestModel);
  expectTypeOf(expect([guest(1)]).toBeCohortOf).toBeCallableWith(guests);
  expectTypeOf(expect([guest(1)]).toBeCohortOf).toBeCallableWith(hotel);
  expectTypeOf(expect(foreign).not.toBeCohortOf).toBeCallableWith(guests);
  expectTypeOf(expect(guest(1)).toSatisfyInvariants(guestModel)).toBeVoid();
  await expect(Promise.resolve([guest(1)])).resolves.toBeCohortOf(guests);
});

test('the matchers refuse what is no model of it', () => {
  // @ts-expect-error a number is no guest
  expect(5).toSatisfyInvariants(guestModel);
  // @ts-expect-error records of another shape
  expect([{ id: 'x' }]).toBeCohortOf(guests);
  // @ts-expect-error an arbitrary is no model
  expect(guest(1)).toSatisfyInvariants(integer());
  // @ts-expect-error a model is wanted
  expect(guest(1)).toSatisfyInvariants();
});

test('test.prop knows the type of what it is given', () => {
  propertyTest.prop([guestModel.arbitrary, fc.nat()])('typed', (one, n) => {
    expectTypeOf(one).toEqualTypeOf<Guest>();
    expectTypeOf(n).toEqualTypeOf<number>();
  });
});
