/*
 * Breakers change one fact and keep in step what is told of it further down, so that the value breaks one rule alone.
 */
import type { Source } from '../../src/index.js';
import { lifeEvents } from '../life-events/index.js';
import { retold } from '../narrative/index.js';
import type { Core, Customer } from '../schema/index.js';

/** A copy of the customer with some facts of the core changed; the narrative tells the new ones. */
export function withCore(customer: Customer, changes: Partial<Core>): Customer {
  return retold({ ...customer, core: { ...customer.core, ...changes } }, customer);
}

/** `withCore` for facts that a life hangs on, such as the birth date: its events are mended to fit. */
export function withLife(customer: Customer, changes: Partial<Core>): Customer {
  const changed = { ...customer, core: { ...customer.core, ...changes } };
  const life_events = lifeEvents.in(changed).mend(changed.life_events);
  return retold({ ...changed, life_events }, customer);
}

/** A copy of the customer with some facts of the place changed; the narrative tells the new ones. */
export function withLocation(customer: Customer, changes: Partial<Core['location']>): Customer {
  return withCore(customer, { location: { ...customer.core.location, ...changes } });
}

/** One of the candidates; undefined where there are none. */
export function oneFrom<T>(source: Source, candidates: readonly T[]): T | undefined {
  return candidates.length === 0 ? undefined : candidates[source.below(candidates.length)];
}
