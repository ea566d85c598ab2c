import type { Customer } from '../schema/index.js';
import { narrative } from './narrative.js';

/**
 * The customer with a narrative that is true of it again, after facts above it have changed.
 *
 * Every sentence and goal that still fits stays, with the new facts in its words; the others give way to the simplest
 * ones. Breakers of other parts use it, so that a changed age is wrong by their rule alone.
 *
 * @param before - the customer before the change, which the narrative is true of.
 */
export function retold(customer: Customer, before: Customer): Customer {
  const now = narrative.in(customer);
  if (now.accepts(customer.narrative)) return customer;
  for (const seated of now.reseat(customer.narrative, narrative.in(before))) return { ...customer, narrative: seated };
  return { ...customer, narrative: now.mend(customer.narrative) };
}
