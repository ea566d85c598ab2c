import { cohort, DEFAULT_AS_OF, health, scenarios } from '../../arbitraries/index.js';
import type { Customer, LifeEvent, Scenario, ScenarioName } from '../../arbitraries/index.js';
import { eventKinds } from '../../arbitraries/life-events/index.js';
import { dayToIso, isoToDay, recordsOf, validate } from '../../src/index.js';
import type { ValidateOptions, ValidationReport } from '../../src/index.js';

export const asOf = DEFAULT_AS_OF;

const known = new Map<string, readonly object[]>();

function kept<T extends object>(key: string, make: () => readonly T[]): readonly T[] {
  let list = known.get(key) as readonly T[] | undefined;
  if (list === undefined) known.set(key, (list = make()));
  return list;
}

/** A cohort that hits its targets. */
export function people(size = 500, seed = 42): readonly Customer[] {
  return kept(`customers ${size} ${seed}`, () => [...cohort({ size, seed, asOf })]);
}

/** The scenarios of `people(size, seed)`. */
export function journeys(name: ScenarioName, size = 500, seed = 42): readonly Scenario[] {
  return kept(`${name} ${size} ${seed}`, () => [...recordsOf(scenarios[name].population({ size, seed, asOf }))]);
}

/** Customers and all their scenarios: nothing is wrong with them. */
export function wholeSet(size = 500, seed = 42): readonly (Customer | Scenario)[] {
  return [
    ...people(size, seed),
    ...(Object.keys(scenarios) as ScenarioName[]).flatMap((name) => journeys(name, size, seed)),
  ];
}

/** A copy of a list in which a change was made to copies of some records. */
export function withChanges<T extends object>(
  list: readonly T[],
  indices: readonly number[],
  change: (record: T, index: number) => void,
): T[] {
  const changed = [...list];
  for (const index of indices) {
    const copy = structuredClone(list[index]!);
    change(copy, index);
    changed[index] = copy;
  }
  return changed;
}

/** Where the first records stand that meet a condition. */
export function indicesOf<T>(list: readonly T[], count: number, holds: (record: T) => boolean): number[] {
  const found = [...list.keys()].filter((index) => holds(list[index]!)).slice(0, count);
  if (found.length < count) throw new Error(`only ${found.length} of ${count} records are of the wanted kind`);
  return found;
}

export async function check(
  records: readonly unknown[],
  options: Partial<ValidateOptions> = {},
): Promise<ValidationReport> {
  return validate(records, { domain: health, ...options });
}

/** What a report found, as `rule record pointer`, in its order. */
export function foundIn({ violations }: ValidationReport): string[] {
  return violations.map(({ rule, record, pointer }) => `${rule} ${record ?? '-'} ${pointer}`);
}

/** Ids of the validations that failed. */
export function failedIn({ validations }: ValidationReport): string[] {
  return validations.filter(({ ok }) => !ok).map(({ id }) => id);
}

/** An event of a subtype, true to the tables but for its day. */
export function lifeEvent(subtype: LifeEvent['subtype'], date: string, status: LifeEvent['status']): LifeEvent {
  const { type, impact, opportunities, needs } = eventKinds[subtype];
  return {
    date,
    type,
    subtype,
    impact,
    prevention_opportunity: opportunities[0]!,
    support_needs: needs.slice(0, 1),
    status,
  };
}

/** A moment moved by whole days. */
export function movedBy(instant: string, days: number): string {
  const day = isoToDay(instant.slice(0, 10));
  if (day === undefined) throw new Error(`${instant} is no instant`);
  return dayToIso(day + days) + instant.slice(10);
}
