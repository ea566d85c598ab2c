import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { maritalStatuses } from '../vocabulary.js';
import { withLife } from './breaking.js';
import { minimumAgeOfMaritalStatus } from './maritalStatus.js';

export const maritalStatusRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'marital-status-possible-at-age',
    sentence: `The age leaves room for the marital status: married from ${minimumAgeOfMaritalStatus.married} on, divorced from ${minimumAgeOfMaritalStatus.divorced}, widowed from ${minimumAgeOfMaritalStatus.widowed}.`,
    check: ({ core: { age, marital_status } }, report) => {
      const least = minimumAgeOfMaritalStatus[marital_status];
      if (age >= least) return;
      report(
        '/core/marital_status',
        `nobody here is ${marital_status} before ${least}, and the age is ${age}`,
        marital_status,
        maritalStatuses.filter((status) => age >= minimumAgeOfMaritalStatus[status]).join(' or '),
      );
    },
    // From a divorced or single person: the household stays one of a single earner.
    breaker: (customer) =>
      customer.core.age < minimumAgeOfMaritalStatus.widowed && customer.core.marital_status !== 'married'
        ? withLife(customer, { marital_status: 'widowed' })
        : undefined,
  }),
];
