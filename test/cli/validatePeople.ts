import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { choice, constant, defineDomain, integer, invariant, list, record, Source, uuid } from '../../src/index.js';
import type { Collection } from '../../src/index.js';
import { recordCount, validationOf } from '../../src/validation/index.js';

/** Somebody in a small domain that can be checked. */
export interface Guest {
  readonly guest_id: string;
  readonly kind: string;
  readonly name: string;
  readonly age: number;
  readonly years_left: number;
  readonly visits: { readonly day: string; readonly rating: number }[];
}

const days = ['2024-02-29', '2024-12-31', '2025-01-01'];
const targets = { kind: { guest: 1 }, half: { yes: 0.5, no: 0.5 } };

const guest = record()
  .field('guest_id', uuid())
  .field('kind', constant('guest'))
  .field('name', choice(['Ann', 'Zoë', 'Bo']))
  .field('age', integer({ min: 18, max: 80 }))
  .derived('years_left', ({ age }) => 100 - age)
  .field(
    'visits',
    list(
      record()
        .field('day', choice(days))
        .field('rating', integer({ min: 1, max: 5 })),
      { maxLength: 3 },
    ),
  );

const schema = z.strictObject({
  guest_id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  age: z.int(),
  years_left: z.int(),
  visits: z.array(z.strictObject({ day: z.iso.date(), rating: z.int() })),
});

const adult = invariant<Guest>({
  id: 'adult',
  sentence: 'A guest is of age.',
  check: ({ age }, report) => {
    if (age < 18) report('/age', `a guest of ${age}`, age, '18 or more');
  },
  breaker: (value) => ({ ...value, age: 7, years_left: 93 }),
});

const yearsLeft = invariant<Guest>({
  id: 'years-left-from-age',
  sentence: 'The years left follow from the age.',
  check: ({ age, years_left: left }, report) => {
    if (left !== 100 - age) report('/years_left', `${left} years left at ${age}`, left, 100 - age);
  },
  breaker: (value) => ({ ...value, years_left: 0 }),
});

const trimmed = invariant<Guest>({
  id: 'trimmed-name',
  sentence: 'A name has no blanks around it.',
  severity: 'warning',
  check: ({ name }, report) => {
    if (name !== name.trim()) report('/name', 'blanks around the name', name, name.trim());
  },
  breaker: (value) => ({ ...value, name: ' Ann ' }),
});

const guests: Collection<Guest> = {
  name: 'guests',
  model: {
    name: 'guest',
    version: 1,
    id: 'guest_id',
    arbitrary: guest,
    invariants: [adult, yearsLeft, trimmed],
    schema: async () => schema,
  },
  targets,
  population: ({ size, seed }) => ({ size, at: (index) => guest.draw(Source.of(seed).childAt(index)) }),
  arbitrary: (constraints) => guest.given(constraints as object),
  card: ({ name }) => ({ title: name, rows: [] }),
};

/** Guests are promised in pairs. */
export const inn = defineDomain({
  name: 'inn',
  asOf: '2025-03-31',
  collections: [guests],
  validations: async () => [validationOf('guest-count', 'Guest Count', [recordCount('guests', targets)])],
});

/** Legal guests. */
export function guestsOf(count: number, seed = 42): Guest[] {
  const population = guests.population({ size: count, seed, asOf: inn.asOf });
  return Array.from({ length: count }, (_, index) => population.at(index) as Guest);
}

/** Writes a file of records as JSON and gives its path. */
export async function jsonFile(directory: string, name: string, records: unknown): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `${JSON.stringify(records, null, 2)}\n`);
  return path;
}

/** A copy of a list with one of its records changed. */
export function changed<T>(records: readonly T[], index: number, change: object): T[] {
  return records.map((one, at) => (at === index ? { ...one, ...change } : one));
}
