/*
 * The day of the last screening. A wrong day can be wrong in several ways at once, so the rules take it one after another:
 * after the reference date, in childhood, out of the persona's years, older than the frequency allows.
 */
import { dayToIso, invariant, isoToDay } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import type { Customer } from '../../schema/index.js';
import type { RiskModel } from '../riskModel.js';
import { adultFrom, firstDayOf, oldestMonths, personaWindow } from '../screening.js';
import { screeningOf, withLastScreening } from './brokenCopy.js';

const POINTER = '/health/preventive_care/screening_history/last_screening';

type Fault = 'none' | 'future' | 'childhood' | 'persona' | 'frequency';

function faultOf(customer: Customer, day: number): Fault {
  const { frequency } = screeningOf(customer);
  if (day > (isoToDay(customer.as_of) ?? Infinity)) return 'future';
  if (day < adultFrom(customer.core.birth_date)) return 'childhood';
  const { first, last } = personaWindow(customer.persona_type, customer.as_of);
  if (day < first || day > last) return 'persona';
  return frequency !== 'never' && day < firstDayOf(frequency, customer.as_of) ? 'frequency' : 'none';
}

/** A rule on the day that reports one fault, and whose breaker looks among the given days for one with that fault. */
function dateRule(
  model: RiskModel,
  fault: Fault,
  words: Pick<Invariant<Customer>, 'id' | 'sentence'> & {
    readonly message: (customer: Customer, date: string) => string;
    readonly expected: (customer: Customer) => unknown;
    /** First and last of the days that a breaker may try. */
    readonly days: (customer: Customer) => readonly [number, number];
  },
): Invariant<Customer> {
  const { id, sentence, message, expected, days } = words;
  return invariant<Customer>({
    id,
    sentence,
    check: (customer, report) => {
      const date = screeningOf(customer).last_screening;
      if (date === null || faultOf(customer, isoToDay(date) ?? Number.NaN) !== fault) return;
      report(POINTER, message(customer, date), date, expected(customer));
    },
    breaker: (customer, source) => {
      if (screeningOf(customer).last_screening === null) return undefined;
      const [first, last] = days(customer);
      if (first > last) return undefined;
      const day = source.between(first, last);
      return faultOf(customer, day) === fault ? withLastScreening(model, customer, dayToIso(day)) : undefined;
    },
  });
}

/** When the last screening can have been. */
export function screeningDateRules(model: RiskModel): readonly Invariant<Customer>[] {
  const window = ({ persona_type, as_of }: Customer): { readonly min: string; readonly max: string } => {
    const { first, last } = personaWindow(persona_type, as_of);
    return { min: dayToIso(first), max: dayToIso(last) };
  };
  return [
    dateRule(model, 'future', {
      id: 'screening-date-not-after-as-of',
      sentence: 'The last screening is not after the reference date.',
      message: ({ as_of }, date) => `a last screening on ${date} is after the reference date ${as_of}`,
      expected: ({ as_of }) => ({ max: as_of }),
      days: ({ as_of }) => [dayOf(as_of) + 1, dayOf(as_of) + 300],
    }),
    dateRule(model, 'childhood', {
      id: 'screening-date-in-adult-life',
      sentence: 'The last screening is not before the 18th birthday.',
      message: ({ core }, date) =>
        `a last screening on ${date} is before the 18th birthday of somebody born on ${core.birth_date}`,
      expected: ({ core }) => ({ min: dayToIso(adultFrom(core.birth_date)) }),
      days: ({ core }) => [adultFrom(core.birth_date) - 2000, adultFrom(core.birth_date) - 1],
    }),
    dateRule(model, 'persona', {
      id: 'screening-date-within-persona',
      sentence: 'The last screening lies as many years back as the persona says.',
      message: ({ persona_type, as_of }, date) =>
        `a last screening on ${date}, seen from ${as_of}, does not fit ${persona_type}`,
      expected: window,
      days: (customer) => {
        const { first } = personaWindow(customer.persona_type, customer.as_of);
        return [Math.max(first - 700, adultFrom(customer.core.birth_date)), first - 1];
      },
    }),
    dateRule(model, 'frequency', {
      id: 'screening-date-fits-frequency',
      sentence: 'An annual screening lies at most 15 months back, a biennial one at most 27 months.',
      message: (customer, date) =>
        `a last screening on ${date} is too old for ${screeningOf(customer).frequency} screenings`,
      expected: (customer) => {
        const { frequency } = screeningOf(customer);
        return { monthsAgo: { max: frequency === 'never' ? 0 : oldestMonths[frequency] } };
      },
      days: (customer) => {
        const { frequency } = screeningOf(customer);
        const { first } = personaWindow(customer.persona_type, customer.as_of);
        return [first, frequency === 'never' ? -Infinity : firstDayOf(frequency, customer.as_of) - 1];
      },
    }),
  ];
}

function dayOf(date: string): number {
  return isoToDay(date) ?? 0;
}
