import { describe, expect } from 'vitest';
import { matchers } from '../../src/vitest/matchers.js';
import { fc, it, test } from '../../src/vitest/index.js';
import { guestModel, guests } from './guests.js';

describe('cohort-check/vitest', () => {
  test.prop([guestModel.arbitrary], { numRuns: 20 })('gives test.prop, which takes keyed arbitraries', (guest) => {
    expect(guest).toSatisfyInvariants(guestModel);
  });

  it.prop({ guest: guestModel.arbitrary, n: fc.nat() }, { numRuns: 20 })(
    'gives it.prop and fc, side by side',
    ({ guest, n }) => {
      expect(guest.stay.nights + n).toBeGreaterThan(0);
    },
  );

  it('has matchers that any other expect can take', () => {
    const outcome = matchers.toBeCohortOf([], guests);
    expect(outcome.pass).toBe(true);
    expect(outcome.message()).toContain('expected 0 records to be no cohort of guest');
  });
});
