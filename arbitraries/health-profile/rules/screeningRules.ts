import { invariant, isoToDay } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import { personas } from '../../personas.js';
import type { Customer } from '../../schema/index.js';
import { screeningFrequencies } from '../../vocabulary.js';
import type { RiskModel } from '../riskModel.js';
import { firstDayOf, isOldEnough } from '../screening.js';
import type { Frequency } from '../screening.js';
import { isOutside, valueOutside } from './attitudeRules.js';
import { broken, brokenAtSameLevel, screeningOf } from './brokenCopy.js';

const POINTER = '/health/preventive_care/screening_history';

const share = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'screening-history-of-persona',
    sentence: 'Personas that all keep up their screenings have a screening history; one that never goes has none.',
    check: (customer, report) => {
      const { persona_type, core } = customer;
      const { has_history, frequency, last_screening } = screeningOf(customer);
      // A history in parts is the other rule's matter.
      if (has_history !== (frequency !== 'never') || has_history !== (last_screening !== null)) return;
      const wanted = personas[persona_type].screening.share;
      if (wanted === 1 && !has_history && isOldEnough(persona_type, core.age))
        report(`${POINTER}/has_history`, `every ${persona_type} has been screened`, has_history, true);
      if (wanted === 0 && has_history)
        report(`${POINTER}/has_history`, `no ${persona_type} has been screened`, has_history, false);
    },
    breaker: (customer) => {
      if (personas[customer.persona_type].screening.share < 1) return undefined;
      // What a biopsy followed from would be gone.
      if (customer.life_events.past.some(({ subtype }) => subtype === 'biopsy')) return undefined;
      return brokenAtSameLevel(model, customer, (health, { life_events }) => {
        health.preventive_care.screening_history = {
          has_history: false,
          frequency: 'never',
          last_screening: null,
          completion_rate: 0,
        };
        life_events.past = life_events.past.filter(({ subtype }) => subtype !== 'screening');
      });
    },
  });

const whole = invariant<Customer>({
  id: 'screening-history-whole-or-absent',
  sentence:
    'Without a screening history the frequency is never, the last screening is null and the completion rate is 0; with one, ' +
    'there are a frequency and a last screening.',
  check: (customer, report) => {
    const { has_history, frequency, last_screening, completion_rate } = screeningOf(customer);
    if ((frequency !== 'never') !== has_history) {
      const expected = has_history ? personas[customer.persona_type].screening.frequencies : 'never';
      report(
        `${POINTER}/frequency`,
        `the frequency is ${frequency}, but there is ${some(has_history)} history`,
        frequency,
        expected,
      );
    }
    if ((last_screening !== null) !== has_history) {
      const expected = has_history ? 'a date' : null;
      report(
        `${POINTER}/last_screening`,
        `the last screening is ${last_screening ?? 'null'}, but there is ${some(has_history)} history`,
        last_screening,
        expected,
      );
    }
    if (!has_history && completion_rate !== 0)
      report(
        `${POINTER}/completion_rate`,
        `a completion rate of ${completion_rate} without a history`,
        completion_rate,
        0,
      );
  },
  breaker: (customer, source) => {
    if (!screeningOf(customer).has_history) {
      const rate = source.between(1, 100) / 100;
      return broken(customer, (health) => (health.preventive_care.screening_history.completion_rate = rate));
    }
    return broken(customer, (health) => (health.preventive_care.screening_history.frequency = 'never'));
  },
});

const frequencies = invariant<Customer>({
  id: 'screening-frequency-of-persona',
  sentence: 'Screenings take place at a frequency that the persona keeps.',
  check: (customer, report) => {
    const { has_history, frequency } = screeningOf(customer);
    const allowed = personas[customer.persona_type].screening.frequencies;
    if (!has_history || frequency === 'never' || allowed.includes(frequency)) return;
    report(`${POINTER}/frequency`, `${customer.persona_type} is never screened ${frequency}`, frequency, allowed);
  },
  breaker: (customer, source) => {
    const { has_history, last_screening } = screeningOf(customer);
    const allowed = personas[customer.persona_type].screening.frequencies;
    if (!has_history || last_screening === null) return undefined;
    const day = isoToDay(last_screening) ?? 0;
    const others = screeningFrequencies.filter(
      (one): one is Frequency => one !== 'never' && !allowed.includes(one) && day >= firstDayOf(one, customer.as_of),
    );
    const other = others[source.below(Math.max(1, others.length))];
    if (other === undefined) return undefined;
    return broken(customer, (health) => (health.preventive_care.screening_history.frequency = other));
  },
});

const completion = invariant<Customer>({
  id: 'screening-completion-within-persona',
  sentence: 'With a screening history, the completion rate lies within the range of the persona.',
  check: (customer, report) => {
    const { has_history, completion_rate } = screeningOf(customer);
    const range = personas[customer.persona_type].screening.completionRate;
    if (!has_history || !isOutside(completion_rate, range)) return;
    report(
      `${POINTER}/completion_rate`,
      `a completion rate of ${completion_rate} does not fit ${customer.persona_type}`,
      completion_rate,
      range,
    );
  },
  breaker: (customer, source) => {
    if (!screeningOf(customer).has_history) return undefined;
    const other = valueOutside(personas[customer.persona_type].screening.completionRate, source);
    if (other === undefined) return undefined;
    return broken(customer, (health) => (health.preventive_care.screening_history.completion_rate = other));
  },
});

/** Whether there is a history, how often, how completely. The day of the last one has rules of its own. */
export function screeningRules(model: RiskModel): readonly Invariant<Customer>[] {
  return [share(model), whole, frequencies, completion];
}

function some(hasHistory: boolean): string {
  return hasHistory ? 'a' : 'no';
}
