import { integer } from '../../src/index.js';
import type { GridArbitrary } from '../../src/index.js';
import type { Range } from '../personas.js';
import { areaTypes, incomeCategories } from '../vocabulary.js';
import type { AreaType, IncomeCategory } from '../vocabulary.js';

/*
 * People of the same income live near each other, though not all of them: the ranges fall with income and overlap by far.
 * The index speaks of a block group, a part of a census tract, so two customers of one tract may differ. Country towns
 * rank as more deprived than suburbs at the same income.
 */
const ranges: Readonly<Record<AreaType, Readonly<Record<IncomeCategory, readonly [min: number, max: number]>>>> = {
  urban: { low: [46, 100], lower_middle: [34, 98], middle: [20, 88], upper_middle: [8, 72], high: [1, 56] },
  suburban: { low: [38, 95], lower_middle: [26, 86], middle: [12, 74], upper_middle: [4, 58], high: [1, 44] },
  rural: { low: [54, 100], lower_middle: [44, 99], middle: [32, 92], upper_middle: [20, 80], high: [12, 68] },
};

const indices = Object.fromEntries(
  areaTypes.map((area) => [
    area,
    Object.fromEntries(incomeCategories.map((income) => [income, integer(deprivationRange(area, income))])),
  ]),
) as Readonly<Record<AreaType, Readonly<Record<IncomeCategory, GridArbitrary<number>>>>>;

/** The deprivation index of the neighbourhoods where such households live. */
export function deprivationOf(area: AreaType, income: IncomeCategory): GridArbitrary<number> {
  return indices[area][income];
}

export function deprivationRange(area: AreaType, income: IncomeCategory): Range {
  const [min, max] = ranges[area][income];
  return { min, max };
}
