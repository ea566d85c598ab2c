import { daysFromCivil, isoToDay } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import type { VisitFrequency } from '../vocabulary.js';
import { visitClasses } from './visitClasses.js';

/** Visits are told over one year. */
export const VISIT_DAYS = 365;
/** Accounts were opened within these years. */
export const REGISTERED_YEARS = 3;
/** Only adults open an account. */
export const ADULT_AGE = 18;

/**
 * The days, counted from 1970-01-01, on which an account may have been opened: in the last three years and as an adult,
 * early enough for the fewest visits.
 */
export function registrationDays(
  { as_of, core }: Pick<Customer, 'as_of' | 'core'>,
  frequency: VisitFrequency,
): { readonly first: number; readonly last: number } {
  const { count, gapDays } = visitClasses[frequency];
  if (today.asOf !== as_of) today = { asOf: as_of, day: dayOf(as_of), first: yearsLater(as_of, -REGISTERED_YEARS) };
  const last = today.day - (count.min - 1) * gapDays.min;
  // Most customers have been adults for long: no birthday needs to be looked up.
  const isLongAdult = core.age > ADULT_AGE + REGISTERED_YEARS;
  const first = isLongAdult ? today.first : Math.max(today.first, yearsLater(core.birth_date, ADULT_AGE));
  return { first: Math.min(first, last), last };
}

/** The reference date that was asked for last: a run has one. */
let today = { asOf: '', day: 0, first: 0 };

/** The days on which visits may lie. */
export function visitDays(asOf: string, registeredOn: string): { readonly first: number; readonly last: number } {
  const last = dayOf(asOf);
  return { first: Math.max(dayOf(registeredOn), last - VISIT_DAYS + 1), last };
}

/** The same day so many years later; 1 March where that year has no 29 February. */
export function yearsLater(date: string, years: number): number {
  return daysFromCivil(Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The day of a date, or of an instant, counted from 1970-01-01. */
export function dayOf(text: string): number {
  return isoToDay(text.length > 10 ? text.slice(0, 10) : text) ?? 0;
}
