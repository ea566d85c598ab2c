import { readFileSync } from 'node:fs';
import { health } from '../../arbitraries/health.js';
import type { Customer, Scenario } from '../../arbitraries/index.js';
import { analyze } from '../../src/analysis/index.js';
import type { Analysis, CollectionFigures, GroupFigures } from '../../src/analysis/index.js';
import type { Domain } from '../../src/domain/index.js';

export const domain: Domain = health;
export const types = ['first_time_user', 'life_transition', 'prevention_conversion'] as const;

export const paths = ['fixtures/customers.json', ...types.map((type) => `fixtures/scenarios/${type}.json`)];

/** The committed fixture, by collection. */
export const fixture = {
  customers: read(paths[0]!) as readonly Customer[],
  ...(Object.fromEntries(types.map((type, index) => [type, read(paths[index + 1]!)])) as Record<
    (typeof types)[number],
    readonly Scenario[]
  >),
};

/** All of its records. */
export const records: readonly (Customer | Scenario)[] = Object.values(fixture).flat();

let known: Promise<Analysis> | undefined;

/** The analysis of the fixture. */
export function fixtureAnalysis(): Promise<Analysis> {
  return (known ??= analyze(records, { domain }));
}

export function collectionIn(analysis: Analysis, name: string): CollectionFigures {
  return analysis.collections.find(({ collection }) => collection === name)!;
}

export function groupIn(groups: readonly GroupFigures[], grouping: string, label = grouping): GroupFigures {
  return groups.find((one) => one.grouping === grouping && one.label === label)!;
}

/** Records in another order, the same every time. */
export function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one, index) => [(index * 7919 + 104_729) % 10_007, one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

function read(path: string): readonly object[] {
  return JSON.parse(readFileSync(path, 'utf8')) as object[];
}
