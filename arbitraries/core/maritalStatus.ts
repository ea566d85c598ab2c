import { weighted } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import { maritalStatuses } from '../vocabulary.js';
import type { MaritalStatus } from '../vocabulary.js';

/**
 * The age, in whole years, from which a status is met: each leaves room for what must have gone before (a marriage at 20
 * or later, a separation of some length before a divorce).
 */
export const minimumAgeOfMaritalStatus: Readonly<Record<MaritalStatus, number>> = {
  single: 0,
  married: 21,
  divorced: 24,
  widowed: 28,
};

/** Shares by age, close to what the American Community Survey shows; between these ages they change evenly. */
const anchors: readonly (Readonly<Record<MaritalStatus, number>> & { readonly age: number })[] = [
  { age: 20, single: 0.96, married: 0.04, divorced: 0, widowed: 0 },
  { age: 25, single: 0.77, married: 0.21, divorced: 0.02, widowed: 0 },
  { age: 30, single: 0.47, married: 0.47, divorced: 0.058, widowed: 0.002 },
  { age: 35, single: 0.31, married: 0.58, divorced: 0.105, widowed: 0.005 },
  { age: 40, single: 0.23, married: 0.62, divorced: 0.14, widowed: 0.01 },
  { age: 45, single: 0.18, married: 0.63, divorced: 0.175, widowed: 0.015 },
  { age: 50, single: 0.15, married: 0.63, divorced: 0.195, widowed: 0.025 },
];

const byAge: (ChoiceArbitrary<MaritalStatus> | undefined)[] = [];

/** Marital statuses at an age, as likely as they are then. */
export function maritalStatusAt(age: number): ChoiceArbitrary<MaritalStatus> {
  return (byAge[age] ??= weighted(
    maritalStatuses
      .filter((status) => age >= minimumAgeOfMaritalStatus[status])
      .map((value) => ({ value, weight: maritalShare(value, age) })),
  ));
}

/** The share of a status at an age, before statuses that the age rules out are left away. */
export function maritalShare(status: MaritalStatus, age: number): number {
  const above = anchors.find((anchor) => anchor.age >= age) ?? anchors.at(-1);
  const below = anchors.findLast((anchor) => anchor.age <= age) ?? anchors[0];
  if (above === undefined || below === undefined) return 0;
  if (above.age <= below.age) return above[status];
  return below[status] + ((above[status] - below[status]) * (age - below.age)) / (above.age - below.age);
}
