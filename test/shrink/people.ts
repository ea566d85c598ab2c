import { z } from 'zod';
import {
  calendarDate,
  choice,
  decimal,
  defineModel,
  instant,
  integer,
  invariant,
  list,
  nullable,
  record,
  shrink,
} from '../../src/index.js';
import type { Model, Shrunk, ShrinkOptions } from '../../src/index.js';

/** A person and their visits: small, with a member of each kind. */
export interface Person {
  readonly name: string;
  readonly age: number;
  readonly weight: number;
  readonly born: string;
  readonly pet: string | null;
  readonly visits: readonly { readonly at: string; readonly minutes: number }[];
  readonly count: number;
}

const schema = z.strictObject({
  name: z.string().min(1),
  age: z.int().min(0).max(150),
  weight: z.number(),
  born: z.iso.date(),
  pet: z.enum(['cat', 'dog', 'bird']).nullable(),
  visits: z.array(z.strictObject({ at: z.iso.datetime(), minutes: z.int() })),
  count: z.int(),
});

const visit = record()
  .field('at', instant({ min: '2024-01-01T00:00:00Z', max: '2024-12-31T00:00:00Z' }))
  .field('minutes', integer({ min: 1, max: 90 }));

export const person = record()
  .field('name', choice(['Ann', 'Ben', 'Cid']))
  .field('age', integer({ min: 18, max: 90 }))
  .field('weight', decimal({ min: 40.5, max: 140, digits: 1 }))
  .field('born', calendarDate({ min: '1950-01-01', max: '2000-12-31' }))
  .field('pet', nullable(choice(['cat', 'dog'])))
  .field('visits', list(visit, { maxLength: 5 }))
  .derived('count', ({ visits }) => visits.length);

export const countAgrees = invariant<Person>({
  id: 'count-agrees',
  sentence: 'The count is the number of visits.',
  check: ({ visits, count }, report) => {
    if (visits.length !== count) report('/count', `${visits.length} visits`, count, visits.length);
  },
  breaker: (one) => ({ ...one, count: one.count + 1 }),
});

export const grownUp = invariant<Person>({
  id: 'grown-up',
  sentence: 'Everybody is of age.',
  check: ({ age }, report) => {
    if (age < 18) report('/age', 'under age', age, 'at least 18');
  },
  breaker: (one) => ({ ...one, age: 17 }),
});

export const personModel: Model<Person> = defineModel<Person>({
  name: 'person',
  version: 1,
  id: 'name',
  arbitrary: person,
  invariants: [countAgrees, grownUp],
  schema: async () => schema,
});

export const simplest: Person = {
  name: 'Ann',
  age: 18,
  weight: 40.5,
  born: '1950-01-01',
  pet: null,
  visits: [],
  count: 0,
};

/** Somebody in whom nothing is at its simplest. */
export const somebody: Person = {
  name: 'Cid',
  age: 83,
  weight: 77.3,
  born: '1987-07-09',
  pet: 'dog',
  visits: [
    { at: '2024-12-02T01:10:55Z', minutes: 80 },
    { at: '2024-05-08T03:18:46Z', minutes: 58 },
    { at: '2024-01-14T00:10:04Z', minutes: 18 },
  ],
  count: 3,
};

/** What JSON makes of a value. */
export function throughJson<V>(value: V): V {
  return JSON.parse(JSON.stringify(value)) as V;
}

/** Shrinks what need not look like a person at all. */
export async function shrunk(
  value: unknown,
  fails: (value: never) => unknown,
  options: Partial<ShrinkOptions<unknown, Person>> = {},
): Promise<Shrunk<unknown>> {
  const found = await shrink<unknown, Person>(value, {
    model: personModel,
    fails: fails as (value: unknown) => unknown,
    ...options,
  });
  return found;
}
