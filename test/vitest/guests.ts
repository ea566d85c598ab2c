import type { ZodType } from 'zod';
import {
  type CohortCheckError,
  type Collection,
  choice,
  defineModel,
  defineDomain,
  integer,
  invariant,
  record,
  uuid,
} from '../../src/index.js';

export interface Guest {
  readonly id: string;
  readonly stay: { readonly nights: number; readonly breakfasts: number };
  readonly room: 'single' | 'double';
}

const arbitrary = record()
  .field('id', uuid())
  .field('room', choice(['single', 'double']))
  .field(
    'stay',
    record()
      .field('nights', integer({ min: 1, max: 9 }))
      .field('breakfasts', ({ nights }) => integer({ min: 0, max: nights })),
  );

/** A small model with two rules that refuse and one that warns. */
export const guestModel = defineModel<Guest>({
  name: 'guest',
  version: 1,
  id: 'id',
  arbitrary,
  schema: () => Promise.reject<ZodType<Guest>>(new Error('matchers need no schema')),
  invariants: [
    invariant<Guest>({
      id: 'breakfasts-within-nights',
      sentence: 'nobody has more breakfasts than nights',
      check: ({ stay }, report) => {
        if (stay.breakfasts > stay.nights) {
          report('/stay/breakfasts', 'more breakfasts than nights', stay.breakfasts, `at most ${stay.nights}`);
        }
      },
      breaker: (guest) => ({ ...guest, stay: { nights: 1, breakfasts: 2 } }),
    }),
    invariant<Guest>({
      id: 'stays-at-least-a-night',
      sentence: 'a guest stays for at least one night',
      check: ({ stay }, report) => {
        if (stay.nights < 1) report('/stay/nights', 'no night', stay.nights, 'at least 1');
      },
      breaker: (guest) => ({ ...guest, stay: { nights: 0, breakfasts: 0 } }),
    }),
    invariant<Guest>({
      id: 'long-stay',
      sentence: 'few guests stay for more than a week',
      severity: 'warning',
      check: ({ stay }, report) => {
        if (stay.nights > 7) report('/stay/nights', 'a long stay', stay.nights, 'at most 7');
      },
      breaker: (guest) => ({ ...guest, stay: { nights: 8, breakfasts: 0 } }),
    }),
  ],
});

export const guests: Collection<Guest> = {
  name: 'guests',
  model: guestModel,
  targets: { room: { single: 0.7, double: 0.3 } },
  population: ({ size }) => ({ size, at: (index) => guest(index) }),
  arbitrary: () => arbitrary,
  card: ({ id }) => ({ title: id, rows: [] }),
};

export const hotel = defineDomain({ name: 'hotel', asOf: '2025-03-31', collections: [guests] });

interface Room {
  readonly number: string;
  readonly floor: 'ground' | 'upper';
  readonly beds: number;
}

const roomArbitrary = record()
  .field('number', uuid())
  .field('floor', choice(['ground', 'upper']))
  .field('beds', integer({ min: 1, max: 2 }));

const rooms: Collection<Room> = {
  name: 'rooms',
  model: defineModel<Room>({
    name: 'room',
    version: 1,
    id: 'number',
    arbitrary: roomArbitrary,
    schema: () => Promise.reject<ZodType<Room>>(new Error('matchers need no schema')),
    invariants: [
      invariant<Room>({
        id: 'has-a-bed',
        sentence: 'every room has a bed',
        check: ({ beds }, report) => {
          if (beds < 1) report('/beds', 'no bed', beds, 'at least 1');
        },
        breaker: (room) => ({ ...room, beds: 0 }),
      }),
    ],
  }),
  targets: { floor: { ground: 0.5, upper: 0.5 } },
  population: ({ size }) => ({ size, at: (index) => roomList(index + 1)[index] }),
  arbitrary: () => roomArbitrary,
  card: ({ number }) => ({ title: number, rows: [] }),
};

/** A domain of two collections. */
export const house = defineDomain({ name: 'house', asOf: '2025-03-31', collections: [guests, rooms] });

/** Every other room is on the ground floor. */
export function roomList(size: number): Room[] {
  return Array.from({ length: size }, (_, index) => ({
    number: `r${index}`,
    floor: index % 2 === 0 ? 'ground' : 'upper',
    beds: 1,
  }));
}

/** Seven single rooms in ten. */
export function guest(index: number, changes: Partial<Guest> = {}): Guest {
  return {
    id: `g${index}`,
    stay: { nights: 2, breakfasts: 1 },
    room: index % 10 < 7 ? 'single' : 'double',
    ...changes,
  };
}

export function guestList(size: number): Guest[] {
  return Array.from({ length: size }, (_, index) => guest(index));
}

/** The message with which `act` fails. */
export function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error | CohortCheckError).message;
  }
  throw new Error('nothing was thrown');
}
