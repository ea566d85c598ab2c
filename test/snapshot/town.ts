import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choice, constant, defineDomain, instant, integer, list, record, Source, uuid } from '../../src/index.js';
import type { Collection, Domain } from '../../src/index.js';
import { peopleCalled } from './people.js';

/** What a visitor of the town does: a record with a timeline, for some of the people. */
export interface Visit {
  readonly visit_id: string;
  readonly kind: string;
  readonly user: { readonly age: number };
  readonly steps: readonly { readonly step: string; readonly timestamp: string }[];
}

/** A sparse collection in the folder `visits`: a visit for each third of the people, unless told otherwise. */
export function visitsCalled(
  name: string,
  stands: (index: number) => boolean = (index) => index % 3 === 1,
): Collection<Visit> {
  const visit = record()
    .field('visit_id', uuid())
    .field('kind', constant(name))
    .field('user', record().field('age', integer({ min: 18, max: 80 })))
    .field(
      'steps',
      list(
        record()
          .field('step', choice(['look around', 'have a coffee', 'go home']))
          .field('timestamp', instant({ min: '2025-01-01T08:00:00Z', max: '2025-03-01T20:00:00Z' })),
        { minLength: 1, maxLength: 3 },
      ),
    );
  return {
    name,
    folder: 'visits',
    group: 'visit',
    type: 'TownVisit',
    model: {
      name: 'visit',
      version: 1,
      id: 'visit_id',
      arbitrary: visit,
      invariants: [],
      schema: () => Promise.reject(new Error('nobody should need the schema')),
    },
    targets: {},
    population: ({ size, seed, asOf }) => {
      const source = Source.of(seed).child(asOf).child(name);
      return { size, at: (index) => (stands(index) ? visit.draw(source.childAt(index)) : undefined) };
    },
    arbitrary: (constraints) => visit.given(constraints as object),
    card: ({ kind, user, steps }) => ({
      title: `A visit: ${kind}`,
      rows: [['age', String(user.age)]],
      timeline: steps.map(({ step, timestamp }) => ({ at: timestamp, title: step, text: '', mark: 'done' as const })),
    }),
  };
}

/** People, and two sparse collections of one group in a folder. */
export const town: Domain = defineDomain({
  name: 'town',
  asOf: '2025-03-31',
  collections: [peopleCalled('people'), visitsCalled('arrival'), visitsCalled('tour', (index) => index % 7 === 0)],
});

/** The visits among the first places of the default seed. */
export function visitsIn(size: number, name = 'arrival', seed = 42): object[] {
  const population = town.collections.find((one) => one.name === name)?.population({ size, seed, asOf: town.asOf });
  return Array.from({ length: size }, (_, index) => population?.at(index)).filter((one) => one !== undefined);
}

/** The content of all files below a directory, by path; a directory without files by its path and a slash. */
export async function treeOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const tree: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(directory.length + 1).replaceAll('\\', '/');
    if (!entry.isDirectory()) tree[name] = await readFile(path, 'utf8');
    else if ((await readdir(path)).length === 0) tree[`${name}/`] = '';
  }
  return tree;
}
