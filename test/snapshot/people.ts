import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  boolean,
  calendarDate,
  choice,
  defineDomain,
  integer,
  list,
  nullable,
  record,
  Source,
  uuid,
} from '../../src/index.js';
import type { Collection, Domain } from '../../src/index.js';

/** A person in a small domain: one field of each kind that a command line can hold, and text that is hard to write. */
export interface Person {
  readonly person_id: string;
  readonly name: string;
  readonly home: { readonly state: string; readonly postal_code: string };
  readonly age: number;
  readonly is_member: boolean;
  readonly last_visit: string | null;
  readonly hobbies: string[];
}

const person = record()
  .field('person_id', uuid())
  .field('name', choice(['Ann', 'Zoë Ōe', 'say "hi"', 'tab\tline\u2028end', '\u{1F600} \ud800', '__proto__']))
  .field(
    'home',
    record()
      .field('state', choice(['TX', 'CA', 'NY']))
      .field('postal_code', choice(['73301', '00501'])),
  )
  .field('age', integer({ min: 18, max: 80 }))
  .field('is_member', boolean())
  .field('last_visit', nullable(calendarDate({ min: '2024-01-01', max: '2025-03-31' })))
  .field('hobbies', list(choice(['chess', 'rowing', 'reading']), { maxLength: 3, uniqueBy: (hobby: string) => hobby }));

/** The same people under another file name. */
export function peopleCalled(name: string): Collection<Person> {
  return {
    name,
    model: {
      name: 'person',
      version: 1,
      id: 'person_id',
      arbitrary: person,
      invariants: [],
      schema: () => Promise.reject(new Error('nobody should need the schema')),
    },
    targets: { member: { yes: 0.5, no: 0.5 } },
    population: ({ size, seed, asOf }) => {
      const source = Source.of(seed).child(asOf);
      return { size, at: (index) => person.draw(source.childAt(index)) };
    },
    arbitrary: (constraints) => person.given(constraints as object),
    card: ({ name: title, age, home, hobbies }) => ({
      title,
      rows: [
        ['age', String(age)],
        ['home', `${home.state} ${home.postal_code}`],
        ['hobbies', hobbies.join(', ') || 'none'],
      ],
    }),
  };
}

export const people: Domain = defineDomain({
  name: 'people',
  asOf: '2025-03-31',
  collections: [peopleCalled('people')],
});

/** Records `from` to `to` - 1 of the default seed. */
export function peopleFrom(from: number, to: number, seed = 42): object[] {
  const population = people.collections[0]?.population({ size: to, seed, asOf: people.asOf });
  return Array.from({ length: to - from }, (_, index) => population?.at(from + index) ?? {});
}

/** Runs with a fresh directory that is taken away afterwards. */
export async function withDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'cohort-check ünïcode '));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The names in a directory, sorted; empty where there is none. */
export async function namesIn(directory: string): Promise<string[]> {
  const names: string[] = await readdir(directory).catch(() => []);
  return names.sort();
}
