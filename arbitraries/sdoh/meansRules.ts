import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { placeOf, places } from '../core/index.js';
import type { Customer } from '../schema/index.js';
import { incomeCategories } from '../vocabulary.js';
import { deprivationRange } from './deprivation.js';
import { incomeOf } from './income.js';
import { hasEmployer, mayHaveMedicaid } from './insurance.js';
import { areaOf, withSdoh } from './withSdoh.js';

/** Where people live, and what they live on. */
export const meansRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'census-tract-in-place',
    sentence: 'The census tract lies in the state and county of the city, and is one of the tracts listed for it.',
    check: ({ core: { location }, sdoh: { census_tract } }, report) => {
      const place = placeOf(location.city);
      if (place === undefined || place.censusTracts.includes(census_tract)) return;
      const home = `county ${place.countyFips} (${place.city}, ${place.state})`;
      const message = census_tract.startsWith(place.countyFips)
        ? `${census_tract} is not among the tracts listed in ${home}`
        : `${census_tract} lies in county ${census_tract.slice(0, 5)}, not in ${home}`;
      report('/sdoh/census_tract', message, census_tract, place.censusTracts.join(' or '));
    },
    breaker: (customer, source) => {
      const place = places[source.below(places.length)];
      const tract = place?.censusTracts[0];
      if (tract === undefined || place?.countyFips === placeOf(customer.core.location.city)?.countyFips)
        return undefined;
      return withSdoh(customer, { census_tract: tract });
    },
  }),
  invariant({
    id: 'income-fits-occupation',
    sentence: 'The household income is one that the pay of the occupation, with a spouse or without, can come to.',
    check: ({ core, sdoh }, report) => {
      const income: string = sdoh.income_category;
      const possible = incomeOf(core);
      if (possible.accepts(income)) return;
      report(
        '/sdoh/income_category',
        `the household of a ${core.marital_status} ${core.occupation} does not have a ${income} income`,
        income,
        possible.values.join(' or '),
      );
    },
    // The neighbourhood and the insurance must be possible with the other income as well.
    breaker: (customer) => {
      const { core, sdoh } = customer;
      const possible = incomeOf(core);
      const income = incomeCategories.find((one) => {
        const { min, max } = deprivationRange(areaOf(customer), one);
        return (
          !possible.accepts(one) &&
          sdoh.area_deprivation_index >= min &&
          sdoh.area_deprivation_index <= max &&
          (sdoh.insurance !== 'medicaid' || mayHaveMedicaid(one))
        );
      });
      return income && withSdoh(customer, { income_category: income });
    },
  }),
  invariant({
    id: 'deprivation-fits-income-and-area',
    sentence: 'The deprivation index lies in the range in which households of this income live, in areas of this type.',
    check: (customer, report) => {
      const { income_category: income, area_deprivation_index: index } = customer.sdoh;
      const area = areaOf(customer);
      const { min, max } = deprivationRange(area, income);
      if (index >= min && index <= max) return;
      report(
        '/sdoh/area_deprivation_index',
        `${index} is no neighbourhood of ${income} income in ${area} areas: they lie at ${min} to ${max}`,
        index,
        `${min} to ${max}`,
      );
    },
    // Just outside the range and in the same fifth, so that a reader of the index sees no other kind of neighbourhood.
    breaker: (customer) => {
      const { income_category: income, area_deprivation_index: index } = customer.sdoh;
      const { min, max } = deprivationRange(areaOf(customer), income);
      const outside = [min - 1, max + 1].find((one) => one >= 1 && one <= 100 && fifthOf(one) === fifthOf(index));
      return outside === undefined ? undefined : withSdoh(customer, { area_deprivation_index: outside });
    },
  }),
  invariant({
    id: 'medicaid-needs-low-income',
    sentence: 'Medicaid insures people of low or lower middle income alone.',
    check: ({ sdoh: { insurance, income_category: income } }, report) => {
      if (insurance !== 'medicaid' || mayHaveMedicaid(income)) return;
      report(
        '/sdoh/insurance',
        `medicaid does not go with a ${income} income`,
        insurance,
        'another insurance, or none',
      );
    },
    breaker: (customer) =>
      mayHaveMedicaid(customer.sdoh.income_category) ? undefined : withSdoh(customer, { insurance: 'medicaid' }),
  }),
  invariant({
    id: 'employer-insurance-needs-employer',
    sentence: 'Insurance by an employer takes an employer: the own one, or the one of a spouse.',
    check: ({ core, sdoh: { insurance } }, report) => {
      if (insurance !== 'employer' || hasEmployer(core)) return;
      report(
        '/sdoh/insurance',
        `a ${core.marital_status} ${core.occupation} has no employer who could insure`,
        insurance,
        'another insurance, or none',
      );
    },
    breaker: (customer) => (hasEmployer(customer.core) ? undefined : withSdoh(customer, { insurance: 'employer' })),
  }),
];

function fifthOf(index: number): number {
  return Math.floor(index / 20);
}
