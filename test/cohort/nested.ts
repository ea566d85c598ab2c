import { parseTargets } from '../../src/cohort/index.js';
import { choice, cohort, integer, record } from '../../src/index.js';
import type { CohortArbitrary, Shares, Targets } from '../../src/index.js';
import { healthPrior, healthTargets } from './health.js';

const [personas = {}, bands = {}, risks = {}] = healthTargets.map((each) => ('shares' in each ? each.shares : {}));

const person = record()
  .field('persona', choice(Object.keys(personas)))
  .field('band', choice(Object.keys(bands)))
  .field('risk', choice(Object.keys(risks)))
  .field('points', integer({ min: 0, max: 9 }));
type Person = ReturnType<typeof person.draw>;

export const health = (size: number, seed = 42): CohortArbitrary<Person> =>
  cohort({
    of: person,
    size,
    seed,
    targets: { persona: personas, band: bands, risk: risks },
    prior: (labels) => healthPrior(Object.values(labels)),
  });

/** Records of nothing but `kind`, a or b, and `side`, l or r. */
const simple = record()
  .field('kind', choice(['a', 'b']))
  .field('side', choice(['l', 'r']));
export type Simple = ReturnType<typeof simple.draw>;

export const simply = (size: number, targets: Targets<Simple>, seed = 1): CohortArbitrary<Simple> =>
  cohort({ of: simple, size, seed, targets, prior: () => 1 });

export type NestedShares = Readonly<Record<string, Shares>>;

/** How far each persona gets: shares with a period of 25, 3, 8, 10 and 1 members, where a block holds 30, 25, 20, 15 and 10. */
export const reached: NestedShares = {
  health_aware_avoider: { first: 0.4, second: 0.28, third: 0.32 },
  structured_system_seeker: { first: 1 / 3, all: 2 / 3 },
  balanced_life_integrator: { first: 0.125, second: 0.25, third: 0.375, all: 0.25 },
  healthcare_professional: { second: 0.1, all: 0.9 },
  overlooked_risk_group: { first: 0, second: 1 },
};

export interface Target {
  at(index: number): string;
}

export const within = (of: CohortArbitrary<Person>, name = 'reached'): Target =>
  of.within({ margin: 'persona', name, shares: reached });

interface Member {
  readonly label: string;
  readonly level: string;
}

export const indices = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

export const levelsOf = (target: Target, from: number, to: number): string[] =>
  indices(from, to).map((i) => target.at(i));

/** What the records really are, and the level that each is given. */
export const membersOf = (of: CohortArbitrary<Person>, target: Target, from = 0, to = of.size): Member[] =>
  indices(from, to).map((i) => ({ label: of.at(i).persona, level: target.at(i) }));

export const kindsOf = (of: CohortArbitrary<Simple>, target: Target): Member[] =>
  indices(0, of.size).map((i) => ({ label: of.at(i).kind, level: target.at(i) }));

/** The labels some level of which has neither the floor nor the ceiling of its share of the members. */
export function inexact(members: readonly Member[], shares: NestedShares = reached): string[] {
  return Object.entries(shares)
    .filter(([label, wanted]) => {
      const mine = members.filter((member) => member.label === label);
      const { labels, weights, denominator } = parseTargets([{ name: label, shares: wanted }], 0)[0]!;
      const counts = labels.map((level) => mine.filter((member) => member.level === level).length);
      return (
        counts.reduce((a, b) => a + b, 0) < mine.length ||
        weights.some((weight, i) => Math.abs(counts[i]! * denominator - weight * mine.length) >= denominator)
      );
    })
    .map(([label]) => label);
}
