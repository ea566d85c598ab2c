import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { keeps, lifeEventRules } from './lifeEventRules.js';

/** What is always true of the events of a life; each breaker gives the first copy that breaks its rule alone. */
export const lifeEventsInvariants: readonly Invariant<Customer>[] = lifeEventRules.map((rule) => {
  const { id, sentence, check, broken, severity = 'error' } = rule;
  return invariant<Customer>({
    id,
    sentence,
    severity,
    check,
    breaker: (customer, source) => {
      for (const copy of broken(customer, source)) {
        if (lifeEventRules.every((other) => keeps(other, copy) === (other !== rule))) return copy;
      }
      return undefined;
    },
  });
});
