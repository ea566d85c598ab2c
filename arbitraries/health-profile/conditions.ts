import { subset } from '../../src/index.js';
import type { KeyedArbitrary } from '../../src/index.js';
import { conditions } from '../vocabulary.js';
import type { AgeBand, Condition, Gender } from '../vocabulary.js';
import { bmiClasses, bmiClassShares } from './body.js';
import type { BmiClass } from './body.js';

/** Share of an age band that has the condition; 0 where the band has no such customers. */
export const conditionShares: Readonly<Record<Condition, Readonly<Record<AgeBand, number>>>> = {
  hypertension: { '20s': 0.05, '30s': 0.1, '40s': 0.2, '50s': 0.3 },
  diabetes: { '20s': 0.02, '30s': 0.05, '40s': 0.1, '50s': 0.15 },
  asthma: { '20s': 0.15, '30s': 0.15, '40s': 0.12, '50s': 0.1 },
  anxiety: { '20s': 0.2, '30s': 0.2, '40s': 0.25, '50s': 0.3 },
  depression: { '20s': 0.15, '30s': 0.15, '40s': 0.2, '50s': 0.25 },
  arthritis: { '20s': 0, '30s': 0, '40s': 0.1, '50s': 0.2 },
  heart_disease: { '20s': 0, '30s': 0, '40s': 0, '50s': 0.1 },
  benign_breast_condition: { '20s': 0.1, '30s': 0.15, '40s': 0.2, '50s': 0.25 },
  fibrocystic_breast_change: { '20s': 0, '30s': 0.1, '40s': 0.15, '50s': 0.2 },
};

/** Conditions of women alone; their shares are shares of women. */
export const conditionsOfWomen: ReadonlySet<Condition> = new Set([
  'benign_breast_condition',
  'fibrocystic_breast_change',
]);

/** How much likelier a condition is in a class of body mass, beside the others; 1 for all where it stands not here. */
const odds: Readonly<Partial<Record<Condition, Readonly<Record<BmiClass, number>>>>> = {
  hypertension: { underweight: 0.7, normal: 0.65, overweight: 1, obese: 1.7 },
  diabetes: { underweight: 0.5, normal: 0.5, overweight: 1, obese: 2.2 },
  asthma: { underweight: 1, normal: 0.95, overweight: 1, obese: 1.25 },
  arthritis: { underweight: 0.8, normal: 0.8, overweight: 1, obese: 1.5 },
  heart_disease: { underweight: 1, normal: 0.8, overweight: 1, obese: 1.6 },
};

type ByClass = Partial<Record<BmiClass, KeyedArbitrary<Condition[]>>>;

const made: Readonly<Record<AgeBand, Readonly<Record<Gender, ByClass>>>> = {
  '20s': { female: {}, male: {} },
  '30s': { female: {}, male: {} },
  '40s': { female: {}, male: {} },
  '50s': { female: {}, male: {} },
};

/** The chronic conditions of a customer, in the order of the vocabulary. */
export function conditionsOf(ageBand: AgeBand, gender: Gender, bmiClass: BmiClass): KeyedArbitrary<Condition[]> {
  return (made[ageBand][gender][bmiClass] ??= subset(
    sharesOf(
      conditions.filter((one) => isPossible(one, ageBand, gender)),
      ageBand,
      bmiClass,
    ),
  ));
}

export function isPossible(condition: Condition, ageBand: AgeBand, gender: Gender): boolean {
  return conditionShares[condition][ageBand] > 0 && (gender === 'female' || !conditionsOfWomen.has(condition));
}

function sharesOf(possible: readonly Condition[], ageBand: AgeBand, bmiClass: BmiClass): Record<Condition, number> {
  const classShares = bmiClassShares(ageBand);
  return Object.fromEntries(
    possible.map((condition) => {
      const ratios = odds[condition];
      const mean = ratios && bmiClasses.reduce((sum, one) => sum + classShares[one] * ratios[one], 0);
      // Divided by the mean ratio, the shares of the classes add up to the share of the table.
      const ratio = ratios === undefined || mean === undefined ? 1 : ratios[bmiClass] / mean;
      return [condition, conditionShares[condition][ageBand] * ratio];
    }),
  ) as Record<Condition, number>;
}
