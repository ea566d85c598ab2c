import { weighted } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import { occupationNamed } from '../core/index.js';
import type { Core } from '../schema/index.js';
import { incomeCategories, insurances } from '../vocabulary.js';
import type { IncomeCategory, Insurance } from '../vocabulary.js';

/** Who could insure somebody as an employer: their own, their spouse's alone, or nobody. */
type Work = 'employed' | 'self_employed_married' | 'self_employed';

/** Weights in the order of `insurances`: employer, marketplace, medicaid, uninsured. */
type Weights = readonly [number, number, number, number];

/*
 * With income, cover by an employer becomes likelier and no cover at all rarer; Medicaid asks for a low income. A zero is
 * what cannot be.
 */
const weights: Readonly<Record<Work, Readonly<Record<IncomeCategory, Weights>>>> = {
  employed: {
    low: [30, 12, 38, 20],
    lower_middle: [54, 17, 14, 15],
    middle: [79, 13, 0, 8],
    upper_middle: [89, 8, 0, 3],
    high: [95, 4, 0, 1],
  },
  self_employed_married: {
    low: [14, 28, 36, 22],
    lower_middle: [32, 38, 13, 17],
    middle: [50, 40, 0, 10],
    upper_middle: [60, 36, 0, 4],
    high: [62, 36, 0, 2],
  },
  self_employed: {
    low: [0, 32, 42, 26],
    lower_middle: [0, 58, 17, 25],
    middle: [0, 85, 0, 15],
    upper_middle: [0, 94, 0, 6],
    high: [0, 97, 0, 3],
  },
};

const choices = Object.fromEntries(
  Object.entries(weights).map(([work, byIncome]) => [
    work,
    Object.fromEntries(incomeCategories.map((income) => [income, chosen(byIncome[income])])),
  ]),
) as Readonly<Record<Work, Readonly<Record<IncomeCategory, ChoiceArbitrary<Insurance>>>>>;

/** The sources of insurance, as likely as work, marriage and income make them. */
export function insuranceOf(
  core: Pick<Core, 'occupation' | 'marital_status'>,
  income: IncomeCategory,
): ChoiceArbitrary<Insurance> {
  return choices[workOf(core)][income];
}

/** Whether some employer, their own or a spouse's, could insure this person. */
export function hasEmployer(core: Pick<Core, 'occupation' | 'marital_status'>): boolean {
  return workOf(core) !== 'self_employed';
}

/** Medicaid is for these. */
export function mayHaveMedicaid(income: IncomeCategory): boolean {
  return income === 'low' || income === 'lower_middle';
}

function workOf({ occupation, marital_status }: Pick<Core, 'occupation' | 'marital_status'>): Work {
  if (occupationNamed(occupation)?.isSelfEmployed !== true) return 'employed';
  return marital_status === 'married' ? 'self_employed_married' : 'self_employed';
}

function chosen(shares: Weights): ChoiceArbitrary<Insurance> {
  return weighted(insurances.map((value, index) => ({ value, weight: shares[index] ?? 0 })));
}
