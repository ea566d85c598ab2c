import { defineModel } from '../src/index.js';
import type { Model } from '../src/index.js';
import { coreInvariants } from './core/index.js';
import { customer } from './customer.js';
import { engagementInvariants } from './engagement/index.js';
import { healthInvariants } from './health-profile/index.js';
import { lifeEventsInvariants } from './life-events/index.js';
import { narrativeInvariants } from './narrative/index.js';
import type { Customer } from './schema/index.js';
import { sdohInvariants } from './sdoh/index.js';

/** Part of the key of every customer: raised whenever the same seed comes to give other customers. */
export const CUSTOMER_VERSION = 1;

/** What a customer is: shape, arbitrary, and everything that is always true of one. */
export const customerModel: Model<Customer> = defineModel({
  name: 'customer',
  version: CUSTOMER_VERSION,
  id: 'customer_id',
  persona: 'persona_type',
  arbitrary: customer(),
  invariants: [
    ...coreInvariants,
    ...sdohInvariants,
    ...healthInvariants,
    ...lifeEventsInvariants,
    ...engagementInvariants,
    ...narrativeInvariants,
  ],
  schema: async () => (await import('./schema/index.js')).customerSchema,
});
