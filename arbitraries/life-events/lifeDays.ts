import { daysFromCivil, isoToDay } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import type { EventKind } from './eventKinds.js';

/** What a customer's life events hang on. */
export type AboveLifeEvents = Pick<Customer, 'persona_type' | 'as_of' | 'core' | 'sdoh' | 'health'>;

/** Past events are looked at over ten years, the marital and the screening history as far back as it goes. */
export const PAST_DAYS = 3652;
/** Events are anticipated over two years. */
export const AHEAD_DAYS = 730;

/** The days of a life that bound its events, counted from 1970-01-01. */
export interface LifeDays {
  readonly today: number;
  readonly birthYear: number;
  readonly birthMonth: number;
  readonly birthDay: number;
}

/** The days that the events of a customer are bound by. */
export function lifeDays({ as_of, core }: Pick<Customer, 'as_of' | 'core'>): LifeDays {
  const birth = core.birth_date;
  return {
    today: isoToDay(as_of) ?? 0,
    birthYear: 100 * pairAt(birth, 0) + pairAt(birth, 2),
    birthMonth: pairAt(birth, 5),
    birthDay: pairAt(birth, 8),
  };
}

/** The number that two digits of a text write. */
function pairAt(text: string, index: number): number {
  return 10 * text.charCodeAt(index) + text.charCodeAt(index + 1) - 528;
}

/** The birthday on which somebody turns `age`; somebody born on 29 February ages on 1 March. */
export function birthdayAt(life: LifeDays, age: number): number {
  return daysFromCivil(life.birthYear + age, life.birthMonth, life.birthDay);
}

/** The first day on which a past event of this kind may lie. */
export function firstPastDay(life: LifeDays, kind: EventKind): number {
  const plausible = birthdayAt(life, kind.minAge);
  return kind.reachesBack === true ? plausible : Math.max(plausible, life.today - PAST_DAYS + 1);
}

/** The last day on which an event of this kind may lie, where `latest` is the last day of the list. */
export function lastDay(life: LifeDays, kind: EventKind, latest: number): number {
  return kind.maxAge === undefined ? latest : Math.min(latest, birthdayAt(life, kind.maxAge + 1) - 1);
}

/** The first day on which an anticipated event of this kind may lie. */
export function firstAheadDay(life: LifeDays, kind: EventKind): number {
  return Math.max(birthdayAt(life, kind.minAge), life.today + 1);
}
