import { choice, dayToIso, isoToDay, isRecord, looseIsoToSecond, subset } from '../../src/index.js';
import type { ChoiceArbitrary, Source, SubsetArbitrary } from '../../src/index.js';
import type { LifeEvent } from '../schema/index.js';
import { lifeEventSubtypes } from '../vocabulary.js';
import type { LifeEventSubtype } from '../vocabulary.js';
import { eventKinds } from './eventKinds.js';

/** Completed or planned. */
export type EventStatus = LifeEvent['status'];

const MOST_NEEDS = 3;

/** What drawing an event of one kind looks up, by the index of the subtype in the vocabulary; made when it is first drawn. */
interface Drawable {
  readonly subtype: LifeEventSubtype;
  readonly opportunities: readonly string[];
  /** Every way to choose support needs. */
  readonly choices: readonly string[][];
}
const drawables: (Drawable | undefined)[] = [];

function drawableOf(kindIndex: number): Drawable {
  const subtype = lifeEventSubtypes[kindIndex] as LifeEventSubtype;
  const { opportunities, needs } = eventKinds[subtype];
  return { subtype, opportunities, choices: choicesOf(needs) };
}

/** An event on a day, its texts drawn; the kind by its index in the vocabulary. */
export function drawEvent(source: Source, kindIndex: number, day: number, status: EventStatus): LifeEvent {
  const { subtype, opportunities, choices } = (drawables[kindIndex] ??= drawableOf(kindIndex));
  const { length } = opportunities;
  const pick = source.below(length * choices.length);
  const opportunity = pick % length;
  const needs = (choices[(pick - opportunity) / length] as readonly string[]).slice();
  return eventOn(subtype, day, status, opportunities[opportunity] as string, needs);
}

/** The plainest event of a subtype on a day. */
export function plainEvent(subtype: LifeEventSubtype, day: number, status: EventStatus): LifeEvent {
  const { opportunities, needs } = eventKinds[subtype];
  return eventOn(subtype, day, status, opportunities[0] as string, needs.slice(0, 1));
}

function eventOn(
  subtype: LifeEventSubtype,
  day: number,
  status: EventStatus,
  opportunity: string,
  needs: string[],
): LifeEvent {
  const { type, impact } = eventKinds[subtype];
  return {
    date: dayToIso(day),
    type,
    subtype,
    impact,
    prevention_opportunity: opportunity,
    support_needs: needs,
    status,
  };
}

/** Whether the value is an event by itself: its parts fit its subtype; where it stands in a life is not asked. */
export function isEvent(value: unknown, status: EventStatus): value is LifeEvent {
  if (!isRecord(value) || Object.keys(value).length !== 7) return false;
  const { date, subtype } = value;
  if (typeof date !== 'string' || isoToDay(date) === undefined || !isSubtype(subtype)) return false;
  const { type, impact } = eventKinds[subtype];
  return value['type'] === type && value['impact'] === impact && value['status'] === status && textsFit(subtype, value);
}

/** Whether the texts are among those of the subtype. */
export function textsFit(subtype: LifeEventSubtype, event: Readonly<Record<string, unknown>>): boolean {
  const { opportunity, needs } = textsOf(subtype);
  return opportunity.accepts(event['prevention_opportunity']) && needs.accepts(event['support_needs']);
}

/** The event that keeps most of a value; undefined where neither its subtype nor its day can be read. */
export function mendEvent(value: unknown, status: EventStatus): LifeEvent | undefined {
  if (!isRecord(value) || !isSubtype(value['subtype']) || typeof value['date'] !== 'string') return undefined;
  const second = looseIsoToSecond(value['date']);
  if (second === undefined) return undefined;
  const { opportunity, needs } = textsOf(value['subtype']);
  return eventOn(
    value['subtype'],
    Math.floor(second / 86400),
    status,
    opportunity.mend(value['prevention_opportunity']),
    needs.mend(value['support_needs']),
  );
}

/** The same event on another day. */
export function movedTo(event: LifeEvent, day: number): LifeEvent {
  return { ...event, date: dayToIso(day) };
}

/** The day of an event, counted from 1970-01-01. */
export function dayOf(event: LifeEvent): number {
  return isoToDay(event.date) ?? 0;
}

/** Simpler texts first, then simpler subtypes on the same day. */
export function* simplerInPlace(event: LifeEvent): Iterable<LifeEvent> {
  const day = dayOf(event);
  for (const subtype of lifeEventSubtypes.slice(0, lifeEventSubtypes.indexOf(event.subtype)))
    yield plainEvent(subtype, day, event.status);
  const { opportunity, needs } = textsOf(event.subtype);
  for (const prevention_opportunity of opportunity.smaller(event.prevention_opportunity))
    yield { ...event, prevention_opportunity };
  for (const support_needs of needs.smaller(event.support_needs)) yield { ...event, support_needs };
}

/** The measure of what two events say, apart from their days. */
export function compareInPlace(a: LifeEvent, b: LifeEvent): number {
  const order = lifeEventSubtypes.indexOf(a.subtype) - lifeEventSubtypes.indexOf(b.subtype);
  if (order !== 0) return order;
  const { opportunity, needs } = textsOf(a.subtype);
  return (
    opportunity.compare(a.prevention_opportunity, b.prevention_opportunity) ||
    needs.compare(a.support_needs, b.support_needs)
  );
}

interface Texts {
  readonly opportunity: ChoiceArbitrary<string>;
  readonly needs: SubsetArbitrary<string>;
}

const texts = new Map<LifeEventSubtype, Texts>();

function textsOf(subtype: LifeEventSubtype): Texts {
  let known = texts.get(subtype);
  if (known === undefined) {
    const { opportunities, needs } = eventKinds[subtype];
    known = { opportunity: choice(opportunities), needs: subset(needs, { minLength: 1, maxLength: MOST_NEEDS }) };
    texts.set(subtype, known);
  }
  return known;
}

function isSubtype(value: unknown): value is LifeEventSubtype {
  return typeof value === 'string' && Object.hasOwn(eventKinds, value);
}

/** Every way to take one to three of the needs, in their order. */
function choicesOf(needs: readonly string[]): string[][] {
  return Array.from({ length: 2 ** needs.length }, (_, mask) => needs.filter((_need, bit) => (mask >> bit) & 1)).filter(
    (chosen) => chosen.length >= 1 && chosen.length <= MOST_NEEDS,
  );
}
