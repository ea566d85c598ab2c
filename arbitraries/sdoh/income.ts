import { weighted } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import { occupationNamed } from '../core/index.js';
import type { PayLevel } from '../core/index.js';
import type { Core } from '../schema/index.js';
import { incomeCategories } from '../vocabulary.js';
import type { IncomeCategory } from '../vocabulary.js';

/** Weights in the order of `incomeCategories`: low, lower middle, middle, upper middle, high. */
type Weights = readonly [number, number, number, number, number];
type Household = 'alone' | 'married';

/*
 * Household income by what the occupation pays and whether a second earner may add to it. A zero is what cannot be: a
 * level of pay alone keeps a household out of the categories far from it.
 */
const weights: Readonly<Record<PayLevel, Readonly<Record<Household, Weights>>>> = {
  1: { alone: [62, 33, 5, 0, 0], married: [26, 40, 27, 7, 0] },
  2: { alone: [24, 54, 21, 1, 0], married: [8, 32, 42, 17, 1] },
  3: { alone: [3, 32, 50, 15, 0], married: [0, 10, 45, 35, 10] },
  4: { alone: [0, 6, 41, 43, 10], married: [0, 0, 22, 49, 29] },
  5: { alone: [0, 0, 11, 45, 44], married: [0, 0, 4, 34, 62] },
};

const choices = Object.fromEntries(
  Object.entries(weights).map(([pay, { alone, married }]) => [pay, { alone: chosen(alone), married: chosen(married) }]),
) as Readonly<Record<string, Readonly<Record<Household, ChoiceArbitrary<IncomeCategory>>>>>;
const anything = chosen([1, 1, 1, 1, 1]);

/** The income categories of a household, as likely as the occupation and the marital status make them. */
export function incomeOf({
  occupation,
  marital_status,
}: Pick<Core, 'occupation' | 'marital_status'>): ChoiceArbitrary<IncomeCategory> {
  const work = occupationNamed(occupation);
  // An occupation outside the table says nothing of its pay.
  return (work && choices[work.pay]?.[marital_status === 'married' ? 'married' : 'alone']) ?? anything;
}

/** From the poorest, 0, to the richest, 4. */
export function incomeRank(income: IncomeCategory): number {
  return incomeCategories.indexOf(income);
}

function chosen(shares: Weights): ChoiceArbitrary<IncomeCategory> {
  return weighted(incomeCategories.map((value, rank) => ({ value, weight: shares[rank] ?? 0 })));
}
