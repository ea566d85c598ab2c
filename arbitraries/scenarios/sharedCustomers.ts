import type { CohortArbitrary, PopulationOptions } from '../../src/index.js';
import { cohort } from '../cohort.js';
import type { Customer } from '../schema/index.js';

/** Up to this size the customers are kept: a few mebibytes. */
const MOST_KEPT = 2000;

/** The customers whose scenarios are made, read and never handed on: so they may be shared. */
export interface SharedCustomers {
  readonly cohort: CohortArbitrary<Customer>;
  at(index: number): Customer;
}

/** All types of scenarios are made one after another for the same customers, who need not be drawn for each anew. */
let last: { readonly key: string; readonly customers: SharedCustomers } | undefined;

/** The customers of a cohort; those of the small one that was asked for last are drawn once. */
export function sharedCustomers({ size, seed, asOf }: PopulationOptions): SharedCustomers {
  const key = JSON.stringify([size, seed, asOf]);
  if (last?.key === key) return last.customers;
  const made = cohort({ size, seed, asOf });
  const kept: (Customer | undefined)[] = [];
  const customers: SharedCustomers = {
    cohort: made,
    at: (index) => (size > MOST_KEPT ? made.at(index) : (kept[index] ??= made.at(index))),
  };
  last = { key, customers };
  return customers;
}
