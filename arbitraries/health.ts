import { defineDomain } from '../src/index.js';
import type { Collection } from '../src/index.js';
import { cohort } from './cohort.js';
import { customer, DEFAULT_AS_OF } from './customer.js';
import { customerCard } from './customerCard.js';
import type { CustomerConstraints } from './customerConstraints.js';
import { customerModel } from './customerModel.js';
import type { Customer } from './schema/index.js';
import { scenarios } from './scenarios/index.js';
import { customerMargins, customerTargets } from './targets.js';

/** The customers of the health platform, 500 by default. */
export const customers: Collection<Customer> = {
  name: 'customers',
  model: customerModel,
  targets: customerTargets,
  margins: customerMargins,
  population: ({ size, seed, asOf }) => cohort({ size, seed, asOf }),
  arbitrary: (constraints, { asOf }) => customer(constraints as CustomerConstraints, { asOf }),
  card: customerCard,
  asOfOf: ({ as_of }) => as_of,
};

/** The built-in domain: a health platform that wants to detect risk early. */
export const health = defineDomain({
  name: 'health',
  asOf: DEFAULT_AS_OF,
  collections: [customers, ...Object.values(scenarios)],
  validations: async () => (await import('./validations/index.js')).healthValidations,
  studies: async () => (await import('./studies/index.js')).healthStudies,
});
