import { z } from 'zod';
import {
  addDays,
  calendarDate,
  choice,
  daysBetween,
  defineModel,
  integer,
  invariant,
  list,
  nullable,
  record,
  uuid,
} from '../../src/index.js';
import type { Invariant, Model } from '../../src/index.js';

/** A stay in a hotel: small, and with a place for every fault. */
export interface Stay {
  readonly stay_id: string;
  readonly arrival: string;
  readonly departure: string;
  readonly nights: number;
  readonly room: { readonly kind: 'single' | 'double'; readonly floor: number };
  readonly guests: { readonly name: string; readonly age: number }[];
  readonly paid_on: string | null;
}

export const staySchema = z.strictObject({
  stay_id: z.uuidv4(),
  arrival: z.iso.date(),
  departure: z.iso.date(),
  nights: z.int().min(1).max(30),
  room: z.strictObject({ kind: z.enum(['single', 'double']), floor: z.int().min(0).max(9) }),
  guests: z.array(z.strictObject({ name: z.string().min(1), age: z.int().min(0).max(120) })).min(1),
  paid_on: z.iso.date().nullable(),
});

const guest = record()
  .field('name', choice(['Ann', 'Ben', 'Zoë']))
  .field('age', integer({ min: 18, max: 90 }));

export const stay = record()
  .field('stay_id', uuid())
  .field('arrival', calendarDate({ min: '2024-01-01', max: '2024-12-31' }))
  .field('nights', integer({ min: 1, max: 9 }))
  .derived('departure', ({ arrival, nights }) => addDays(arrival, nights))
  .field(
    'room',
    record()
      .field('kind', choice(['single', 'double']))
      .field('floor', integer({ min: 0, max: 9 })),
  )
  .field('guests', ({ room }) => list(guest, { minLength: 1, maxLength: room.kind === 'single' ? 1 : 3 }))
  .field('paid_on', ({ arrival }) => nullable(calendarDate({ min: '2024-01-01', max: arrival })));

export const departureFollows = invariant<Stay>({
  id: 'departure-follows-nights',
  sentence: 'The departure is as many days after the arrival as there are nights.',
  check: ({ arrival, departure, nights }, report) => {
    const days = daysBetween(arrival, departure);
    if (days !== nights) report('/departure', `${departure} is ${days} days after ${arrival}`, departure, nights);
  },
  breaker: (one, source) => ({
    ...one,
    departure: addDays(one.departure, source.between(1, 5)),
  }),
});

export const singleHoldsOne = invariant<Stay>({
  id: 'single-holds-one',
  sentence: 'A single room has one guest.',
  check: ({ room, guests }, report) => {
    for (const index of guests.keys()) {
      if (room.kind === 'single' && index > 0) report(`/guests/${index}`, 'one too many', guests.length, 1);
    }
  },
  // Only where two are there already.
  breaker: (one) => (one.guests.length > 1 ? { ...one, room: { ...one.room, kind: 'single' } } : undefined),
});

export const paidBefore = invariant<Stay>({
  id: 'paid-before-arrival',
  sentence: 'What is paid is paid by the day of arrival.',
  check: ({ paid_on, arrival }, report) => {
    if (paid_on !== null && paid_on > arrival) report('/paid_on', 'too late', paid_on, `at most ${arrival}`);
  },
  breaker: (one) => (one.paid_on === null ? undefined : { ...one, paid_on: addDays(one.arrival, 1) }),
});

export const nameKnown = invariant<Stay>({
  id: 'guest-named-once',
  sentence: 'No two guests have the same name and age.',
  severity: 'warning',
  check: ({ guests }, report) => {
    for (const [index, { name, age }] of guests.entries()) {
      const first = guests.findIndex((other) => other.name === name && other.age === age);
      if (first < index) report(`/guests/${index}`, 'stands twice', name, 'another name or age');
    }
  },
  breaker: ({ guests, ...rest }) =>
    guests.length === 2 ? { ...rest, guests: [guests[0]!, { ...guests[0]! }] } : undefined,
});

export const stayModel: Model<Stay> = stayModelOf([departureFollows, singleHoldsOne, paidBefore, nameKnown]);

/** The same model with other rules. */
export function stayModelOf(invariants: readonly Invariant<Stay>[]): Model<Stay> {
  return defineModel<Stay>({
    name: 'stay',
    version: 1,
    id: 'stay_id',
    arbitrary: stay,
    invariants,
    schema: async () => staySchema,
  });
}
