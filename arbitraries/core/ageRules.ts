import { civilFromDays, daysFromCivil, dayToIso, invariant, isoToDay, wholeYears } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { personas } from '../personas.js';
import type { Customer } from '../schema/index.js';
import { withLife } from './breaking.js';

export const ageRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'age-within-persona',
    sentence: 'The age lies within the ages of the persona.',
    check: ({ persona_type, core: { age } }, report) => {
      const { min, max } = personas[persona_type].age;
      if (age >= min && age <= max) return;
      report('/core/age', `${age} is no age of ${persona_type}: they are ${min} to ${max}`, age, `${min} to ${max}`);
    },
    // Past the upper bound, and in the same decade: what hangs on the age band stays as it is.
    breaker: (customer) => {
      const { age, birth_date } = customer.core;
      const tooOld = personas[customer.persona_type].age.max + 1;
      if (Math.floor(age / 10) !== Math.floor(tooOld / 10)) return undefined;
      return withLife(customer, { age: tooOld, birth_date: yearsEarlier(birth_date, tooOld - age) });
    },
  }),
  invariant({
    id: 'age-from-birth-date',
    sentence: 'The age is the number of whole years from the birth date to the reference date.',
    check: ({ as_of, core: { age, birth_date } }, report) => {
      const years = wholeYears(birth_date, as_of);
      if (age === years) return;
      report('/core/age', `somebody born on ${birth_date} is ${years} on ${as_of}, not ${age}`, age, years);
    },
    breaker: (customer) => withLife(customer, { birth_date: yearsEarlier(customer.core.birth_date, 1) }),
  }),
];

/** The same day some years earlier; 1 March where the year has no 29 February, so that whole years go on counting alike. */
function yearsEarlier(date: string, years: number): string {
  const { year, month, day } = civilFromDays(isoToDay(date) ?? 0);
  return dayToIso(daysFromCivil(year - years, month, day));
}
