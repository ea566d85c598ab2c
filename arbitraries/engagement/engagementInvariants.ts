import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { accountInvariants } from './accountInvariants.js';
import { visitContentInvariants } from './visitContentInvariants.js';
import { visitDayInvariants } from './visitDayInvariants.js';

/** What is always true of how a customer uses the platform. */
export const engagementInvariants: readonly Invariant<Customer>[] = [
  ...accountInvariants,
  ...visitDayInvariants,
  ...visitContentInvariants,
];
