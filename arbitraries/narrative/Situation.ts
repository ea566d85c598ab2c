/*
 * A customer's circumstances as bits, so that asking for one costs an instruction: of some hundred sentences and goals,
 * most are ruled out for each customer. Each of the three sets is worked out when it is first asked for.
 *
 * A listed word has the bit of its place in the vocabulary, moved to where the words of its field begin.
 */
import {
  accessLevels,
  areaTypes,
  conditions,
  insurances,
  lifeEventSubtypes,
  maritalStatuses,
  screeningFrequencies,
  supportNetworks,
} from '../vocabulary.js';
import type { LifeEvent } from '../schema/index.js';
import type { Condition } from '../vocabulary.js';
import type { Facts } from './Facts.js';

/** `from` bits are taken by others. */
function bitsOf<W extends string>(words: readonly W[], from = 0): Readonly<Record<W, number>> {
  return Object.fromEntries(words.map((word, index) => [word, 1 << (from + index)])) as Record<W, number>;
}

export const maritalBits = bitsOf(maritalStatuses);
export const areaBits = bitsOf(areaTypes, 4);
export const supportBits = bitsOf(supportNetworks, 7);
export const insuranceBits = bitsOf(insurances, 10);
export const accessBits = bitsOf(accessLevels, 14);
export const CLINIC_NEARBY = 1 << 17;
export const CLINIC_FAR_AWAY = 1 << 18;
export const EMPLOYED = 1 << 19;
export const INSURED = 1 << 20;
export const LESS_THAN_GOOD_ACCESS = 1 << 21;
export const BIRTH_WITHIN_MONTHS = 1 << 22;

export const conditionBits = bitsOf(conditions);
export const frequencyBits = bitsOf(screeningFrequencies, 9);
export const NEVER_SCREENED = 1 << 13;
export const SCREENED = 1 << 14;
export const SCREENED_THIS_YEAR = 1 << 15;
export const SCREENED_LONG_AGO = 1 << 16;
export const ANXIOUS = 1 << 17;
export const OVERWEIGHT = 1 << 18;
export const UNDERWEIGHT = 1 << 19;
export const NO_CONDITION = 1 << 20;

export const recentBits = bitsOf(lifeEventSubtypes);
export const aheadBits = bitsOf(lifeEventSubtypes, 16);

const ANXIOUS_FROM = 0.7;
const NEARBY_KM = 2;
const FAR_AWAY_KM = 15;
const OVERWEIGHT_FROM = 27;
const UNDERWEIGHT_BELOW = 18.5;
const BIRTH_MONTHS = 8;

const WITHOUT_JOB: ReadonlySet<string> = new Set([
  'student',
  'homemaker',
  'stay-at-home parent',
  'full-time parent',
  'retiree',
  'pensioner',
  'job seeker',
]);

/** Bits that must be set. */
export interface Needs {
  readonly life: number;
  readonly health: number;
  readonly events: number;
}

/** The circumstances of one customer. */
export class Situation {
  readonly facts: Facts;
  private lifeBits: number | undefined;
  private healthBits: number | undefined;
  private eventBits: number | undefined;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** Family, place, work, and how care can be reached. */
  get life(): number {
    return (this.lifeBits ??= lifeOf(this.facts));
  }

  get health(): number {
    return (this.healthBits ??= healthOf(this.facts));
  }

  /** Events of the last year, and anticipated ones. */
  get events(): number {
    return (this.eventBits ??= eventsOf(this.facts));
  }
}

/** Whether the customer is in all the circumstances that are needed. */
export function meets(situation: Situation, { life, health, events }: Needs): boolean {
  return (
    (life === 0 || (situation.life & life) === life) &&
    (health === 0 || (situation.health & health) === health) &&
    (events === 0 || (situation.events & events) === events)
  );
}

/** What is needed by several at once. */
export function allOf(needs: readonly Needs[]): Needs {
  return needs.reduce<Needs>(
    (all, each) => ({
      life: all.life | each.life,
      health: all.health | each.health,
      events: all.events | each.events,
    }),
    { life: 0, health: 0, events: 0 },
  );
}

function lifeOf({ core, sdoh, life_events, as_of }: Facts): number {
  const { level, nearest_clinic_km } = sdoh.healthcare_access;
  return (
    maritalBits[core.marital_status] |
    areaBits[core.location.area_type] |
    supportBits[sdoh.support_network] |
    insuranceBits[sdoh.insurance] |
    accessBits[level] |
    (nearest_clinic_km <= NEARBY_KM ? CLINIC_NEARBY : nearest_clinic_km >= FAR_AWAY_KM ? CLINIC_FAR_AWAY : 0) |
    (WITHOUT_JOB.has(core.occupation) ? 0 : EMPLOYED) |
    (sdoh.insurance === 'uninsured' ? 0 : INSURED) |
    (level === 'good' ? 0 : LESS_THAN_GOOD_ACCESS) |
    (expectsBirth(life_events.anticipated, as_of) ? BIRTH_WITHIN_MONTHS : 0)
  );
}

function expectsBirth(anticipated: readonly LifeEvent[], asOf: string): boolean {
  for (let index = 0; index < anticipated.length; index++) {
    const { subtype, date } = anticipated[index] as LifeEvent;
    if (subtype === 'child_birth' && monthsUntil(date, asOf) < BIRTH_MONTHS) return true;
  }
  return false;
}

function healthOf({ health, as_of }: Facts): number {
  const { has_history, frequency, last_screening } = health.preventive_care.screening_history;
  let bits = has_history ? SCREENED | frequencyBits[frequency] : NEVER_SCREENED;
  if (has_history && last_screening !== null && last_screening <= as_of) {
    if (last_screening > yearsBefore(1, as_of)) bits |= SCREENED_THIS_YEAR;
    else if (last_screening <= yearsBefore(3, as_of)) bits |= SCREENED_LONG_AGO;
  }
  if (health.anxiety_level >= ANXIOUS_FROM) bits |= ANXIOUS;
  if (health.bmi >= OVERWEIGHT_FROM) bits |= OVERWEIGHT;
  else if (health.bmi < UNDERWEIGHT_BELOW) bits |= UNDERWEIGHT;
  const known: readonly Condition[] = health.chronic_conditions;
  if (known.length === 0) return bits | NO_CONDITION;
  for (let index = 0; index < known.length; index++) bits |= conditionBits[known[index] as Condition];
  return bits;
}

function eventsOf({ life_events, as_of }: Facts): number {
  const { past, anticipated } = life_events;
  let bits = 0;
  if (past.length > 0) {
    const aYearAgo = yearsBefore(1, as_of);
    for (let index = 0; index < past.length; index++) {
      const { date, subtype } = past[index] as LifeEvent;
      if (date > aYearAgo && date <= as_of) bits |= recentBits[subtype];
    }
  }
  for (let index = 0; index < anticipated.length; index++) {
    const { subtype } = anticipated[index] as LifeEvent;
    bits |= aheadBits[subtype];
  }
  return bits;
}

/** The same day of an earlier year, as text: days compare with it as texts, and 29 February with a day that was not. */
function yearsBefore(years: number, day: string): string {
  const days = (earlier[years] ??= new Map<string, string>());
  let text = days.get(day);
  if (text === undefined) {
    text = String(Number(day.slice(0, 4)) - years).padStart(4, '0') + day.slice(4);
    if (days.size < MOST_KEPT) days.set(day, text);
  }
  return text;
}

/** Reference dates are few. */
const earlier: Map<string, string>[] = [];
const MOST_KEPT = 1000;

/** Calendar months from one to the other, by year and month alone. */
function monthsUntil(day: string, asOf: string): number {
  return (Number(day.slice(0, 4)) - Number(asOf.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(asOf.slice(5, 7));
}
