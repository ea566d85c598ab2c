import { readFile } from 'node:fs/promises';
import { health } from '../../../arbitraries/index.js';
import { AnalysisState } from '../../../src/analysis/index.js';
import type { Analysis } from '../../../src/analysis/index.js';
import { recordsOf } from '../../../src/domain/index.js';
import type { Population } from '../../../src/domain/index.js';
import type { Source } from '../../../src/source/index.js';

/** A customer or a scenario, as far as the tests change them. */
export interface HealthRecord {
  readonly persona_type?: string;
  readonly user?: Readonly<Record<string, unknown>>;
}

/** Collection → its records. */
export type HealthData = Readonly<Record<string, readonly HealthRecord[]>>;

/** The committed fixture. */
export async function fixture(): Promise<HealthData> {
  const files = health.collections.map(async ({ name, folder }) => {
    const text = await readFile(`fixtures/${folder === undefined ? '' : `${folder}/`}${name}.json`, 'utf8');
    return [name, JSON.parse(text) as HealthRecord[]] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

export function population(size: number, seed: number): HealthData {
  return Object.fromEntries(
    health.collections.map((collection) => [
      collection.name,
      [...recordsOf(collection.population({ size, seed, asOf: health.asOf }) as Population<HealthRecord>)],
    ]),
  );
}

/** Analyses records whose shape is known to be right. */
export async function analysed(
  data: HealthData,
  settings: { readonly alpha?: number; readonly minEffect?: number } = {},
): Promise<Analysis> {
  const state = await AnalysisState.of({ domain: health, asOf: health.asOf, ...settings });
  for (const [collection, records] of Object.entries(data)) {
    for (const [index, record] of records.entries()) {
      state.see({ collection, record, file: collection, index, pointer: `/${index}`, broken: new Set() });
    }
  }
  return state.finish();
}

/** The same personas on other records. */
export function personasShuffled(data: HealthData, source: Source): HealthData {
  return withPersonas(data, (personas, name) => shuffled(personas, source.child(name)));
}

/** The same journeys of other users, so that no grouping has anything to do with them. */
export function usersShuffled(data: HealthData, source: Source): HealthData {
  return Object.fromEntries(
    Object.entries(data).map(([name, records]) => {
      const users = shuffled(
        records.map(({ user }) => user),
        source.child(name),
      );
      return [name, records.map((record, index) => ({ ...record, ...(users[index] && { user: users[index] }) }))];
    }),
  );
}

/** The same records with other personas, record by record. */
export function withPersonas(
  data: HealthData,
  change: (personas: readonly string[], collection: string) => readonly string[],
): HealthData {
  return Object.fromEntries(
    Object.entries(data).map(([name, records]) => {
      const personas = change(
        records.map(({ persona_type: own, user }) => own ?? String(user?.['persona_type'])),
        name,
      );
      return [
        name,
        records.map((record, index) =>
          record.user === undefined
            ? { ...record, persona_type: personas[index]! }
            : { ...record, user: { ...record.user, persona_type: personas[index]! } },
        ),
      ];
    }),
  );
}

/** By Fisher and Yates. */
function shuffled<T>(values: readonly T[], source: Source): readonly T[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = source.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
