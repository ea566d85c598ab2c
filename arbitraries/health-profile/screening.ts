/*
 * The screening history: whole, or absent in all four fields.
 *
 * The day of the last screening must satisfy three things at once: the persona's years, the frequency (an annual
 * screening is not two years old), and adulthood. `screeningWindow` is the one place that joins them.
 */
import {
  boolean,
  calendarDays,
  choice,
  civilFromDays,
  constant,
  daysFromCivil,
  isoToDay,
  record,
} from '../../src/index.js';
import type { KeyedArbitrary } from '../../src/index.js';
import { personas } from '../personas.js';
import type { ScreeningHistory } from '../schema/index.js';
import type { PersonaType, ScreeningFrequency } from '../vocabulary.js';
import { shareWithin } from './attitudes.js';
import { perPersona } from './perPersona.js';

export type Frequency = Exclude<ScreeningFrequency, 'never'>;

/** A last screening may be this old before the frequency is no longer kept: the interval and three months of delay. */
export const oldestMonths: Readonly<Record<Frequency, number>> = { annual: 15, biennial: 27, irregular: Infinity };
export const ADULT_AGE = 18;

/** What a screening history hangs on. */
export interface ScreeningSituation {
  readonly personaType: PersonaType;
  readonly asOf: string;
  readonly birthDate: string;
  readonly age: number;
  /** Whether the customer completes preventive steps more readily than most of their persona. */
  readonly isReady: boolean;
}

const tables = perPersona(({ screening }) => ({
  hasHistory: boolean(screening.share),
  frequency: choice(screening.frequencies.filter((one) => oldestMonths[one] >= 12 * screening.yearsAgo.min)),
  rates: {
    ready: shareWithin(screening.completionRate, 'up'),
    hesitant: shareWithin(screening.completionRate, 'down'),
  },
}));
const no = constant(false);
const never = constant('never');
const nothing = constant(null);
const zero = constant(0);

export const screeningHistory = record<ScreeningSituation>()
  .field('has_history', (_, { personaType, age }): KeyedArbitrary<boolean> =>
    isOldEnough(personaType, age) ? tables[personaType].hasHistory : no,
  )
  .field('frequency', ({ has_history }, { personaType }): KeyedArbitrary<ScreeningFrequency> =>
    has_history ? tables[personaType].frequency : never,
  )
  .field('last_screening', ({ has_history, frequency }, situation): KeyedArbitrary<string | null> => {
    if (!has_history || frequency === 'never') return nothing;
    const { first, last } = screeningWindow(situation, frequency);
    return calendarDays(first, last, last);
  })
  .field('completion_rate', ({ has_history }, { personaType, isReady }): KeyedArbitrary<number> => {
    if (!has_history) return zero;
    return isReady ? tables[personaType].rates.ready : tables[personaType].rates.hesitant;
  }) satisfies KeyedArbitrary<ScreeningHistory>;

/** Whether the persona's latest possible screening lies in the customer's adult life. */
export function isOldEnough(personaType: PersonaType, age: number): boolean {
  return age >= ADULT_AGE + personas[personaType].screening.yearsAgo.min;
}

/** First and last day, counted from 1970-01-01, that the last screening can have. */
export function screeningWindow(
  { personaType, asOf, birthDate, age }: Pick<ScreeningSituation, 'personaType' | 'asOf' | 'birthDate' | 'age'>,
  frequency: Frequency,
): { readonly first: number; readonly last: number } {
  const { first, last } = personaWindow(personaType, asOf);
  const kept = Math.max(first, firstDayOf(frequency, asOf));
  const isLongAdult = age > ADULT_AGE + personas[personaType].screening.yearsAgo.max;
  return { first: isLongAdult ? kept : Math.max(kept, adultFrom(birthDate)), last };
}

/** The days that the persona's years reach back to. */
export function personaWindow(
  personaType: PersonaType,
  asOf: string,
): { readonly first: number; readonly last: number } {
  const { min, max } = personas[personaType].screening.yearsAgo;
  return { first: monthsBefore(asOf, 12 * max), last: monthsBefore(asOf, 12 * min) };
}

/** The first day of a last screening with which the frequency is still kept. */
export function firstDayOf(frequency: Frequency, asOf: string): number {
  const months = oldestMonths[frequency];
  return months === Infinity ? -Infinity : monthsBefore(asOf, months);
}

/** The day of becoming an adult. */
export function adultFrom(birthDate: string): number {
  return monthsLater(dayOf(birthDate), 12 * ADULT_AGE);
}

/** Cohorts have one reference date: what was computed from the last one is kept. */
let kept = { asOf: '', days: new Map<number, number>() };

function monthsBefore(asOf: string, months: number): number {
  if (kept.asOf !== asOf) kept = { asOf, days: new Map() };
  let day = kept.days.get(months);
  if (day === undefined) kept.days.set(months, (day = monthsLater(dayOf(asOf), -months)));
  return day;
}

/** The same day of the month so many months later; where that month is too short, the days run on into the next. */
function monthsLater(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const count = year * 12 + (month - 1) + months;
  return daysFromCivil(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, day);
}

/** NaN where the calendar has no such date: comparisons with it are false, and another rule names the mistake. */
function dayOf(date: string): number {
  return isoToDay(date) ?? Number.NaN;
}
