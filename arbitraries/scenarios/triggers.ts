import { calendarDays, choice, daysBetween, isoToDay, record } from '../../src/index.js';
import type { ChoiceArbitrary, KeyedArbitrary } from '../../src/index.js';
import { eventKinds } from '../life-events/index.js';
import type { Customer, TriggerEvent } from '../schema/index.js';
import { lifeEventSubtypes, lifeEventTypes } from '../vocabulary.js';
import type { LifeEventSubtype, LifeEventType } from '../vocabulary.js';

/** An event sets a journey off for so many days. */
export const TRIGGER_DAYS = 365;

/** The latest past event of high or moderate impact within the last 365 days; of one day, the one told last. */
export function latestTrigger({ as_of, life_events }: Customer): TriggerEvent | undefined {
  let latest: TriggerEvent | undefined;
  for (const { type, subtype, date, impact } of life_events.past) {
    if (impact === 'low' || !isRecent(date, as_of)) continue;
    if (latest === undefined || date >= latest.date) latest = { type, subtype, date, impact };
  }
  return latest;
}

/** Whether the date lies within the last 365 days, today included. */
export function isRecent(date: string, asOf: string): boolean {
  const ago = daysBetween(date, asOf);
  return ago >= 0 && ago <= TRIGGER_DAYS;
}

/** Whether somebody of this age can have lived through such an event then: a birthday may lie between. */
export function isPlausibleAt(age: number, subtype: LifeEventSubtype, isToday: boolean): boolean {
  const { minAge, maxAge = Infinity } = eventKinds[subtype];
  return age >= minAge && (isToday ? age : age - 1) <= maxAge;
}

const deep = lifeEventSubtypes.filter((subtype) => eventKinds[subtype].impact !== 'low');

/** Subtypes by what they hang on; a choice of the same ones is made once. */
const subtypeChoices = new Map<string, ChoiceArbitrary<LifeEventSubtype>>();

function subtypesAt(age: number, type: LifeEventType): ChoiceArbitrary<LifeEventSubtype> {
  const key = `${age} ${type}`;
  let known = subtypeChoices.get(key);
  if (known === undefined) {
    known = choice(deep.filter((subtype) => eventKinds[subtype].type === type && isPlausibleAt(age, subtype, false)));
    subtypeChoices.set(key, known);
  }
  return known;
}

/** What a trigger hangs on. */
export interface TriggerSituation {
  readonly age: number;
  readonly asOf: string;
}

const types = choice(lifeEventTypes);

/**
 * The life event that set a journey off, by itself: for scenarios whose customer is not at hand.
 *
 * Shrinks toward: a screening on the first of the 365 days.
 * Keyed by: the source, the age and the reference date.
 */
export const triggerEvent = record<TriggerSituation>()
  .field('type', types)
  .field('subtype', ({ type }, { age }) => subtypesAt(age, type))
  .field('date', ({ subtype }, { age, asOf }) => {
    const today = isoToDay(asOf) ?? 0;
    return calendarDays(today - TRIGGER_DAYS, isPlausibleAt(age, subtype, true) ? today : today - 1);
  })
  .derived('impact', ({ subtype }) => eventKinds[subtype].impact) satisfies KeyedArbitrary<TriggerEvent>;
