import { choice, constant, record, Source, uuid, violationsOf } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import { core, coreInvariants } from '../../../arbitraries/core/index.js';
import { personas } from '../../../arbitraries/personas.js';
import type { Customer } from '../../../arbitraries/schema/index.js';
import { sdoh, sdohInvariants } from '../../../arbitraries/sdoh/index.js';
import { personaTypes } from '../../../arbitraries/vocabulary.js';
import type { PersonaType } from '../../../arbitraries/vocabulary.js';

const shares = Object.fromEntries(personaTypes.map((type) => [type, personas[type].share])) as Record<
  PersonaType,
  number
>;

/** The parts of a customer that these rooms make, without those below them. */
export function personAt(asOf: string) {
  return record()
    .field('customer_id', uuid())
    .field('persona_type', choice(shares))
    .field('as_of', constant(asOf))
    .field('core', (above) => core.in(above))
    .field('sdoh', (above) => sdoh.in(above));
}

export const person = personAt('2025-03-31');
export type Person = ReturnType<typeof person.draw>;

export function draws(count: number, seed = 1): Person[] {
  const root = Source.of(seed);
  return Array.from({ length: count }, (_, index) => person.draw(root.childAt(index)));
}

export const rules: readonly Invariant<Customer>[] = [...coreInvariants, ...sdohInvariants];

/** The ids of the rules that a person breaks, each once. */
export function broken(value: Person | Customer): string[] {
  return [...new Set(violationsOf(value as unknown as Customer, rules).map(({ rule }) => rule))];
}

export function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

/** Spearman's rank correlation, with the mean rank for ties. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const x = meanRanks(pairs.map(([a]) => a));
  const y = meanRanks(pairs.map(([, b]) => b));
  const mean = (pairs.length + 1) / 2;
  const products = (left: readonly number[], right: readonly number[]): number =>
    left.reduce((sum, rank, index) => sum + (rank - mean) * ((right[index] ?? 0) - mean), 0);
  return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
}

function meanRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!first.has(value)) first.set(value, index + 1);
    count.set(value, (count.get(value) ?? 0) + 1);
  });
  return values.map((value) => (first.get(value) ?? 0) + ((count.get(value) ?? 1) - 1) / 2);
}
