/*
 * The marital history is the one part of a life that must be whole: it leads from a single person to the marital status
 * of today, so its events are always told, however long ago they were.
 *
 * A death in the family ends a marriage only where the status says so: the same event stands for any loss.
 */
import type { Source } from '../../src/index.js';
import type { LifeEvent } from '../schema/index.js';
import type { MaritalStatus } from '../vocabulary.js';
import { eventKinds } from './eventKinds.js';
import { birthdayAt } from './lifeDays.js';
import type { LifeDays } from './lifeDays.js';
import { dayOf, movedTo, plainEvent } from './lifeEvent.js';
import { indexOfKind, insertMoment, momentOf } from './moments.js';

/** Fewest days from a marriage to its divorce. */
export const MARRIED_DAYS = 365;
const ALONE_DAYS = 180;

type MaritalSubtype = 'marriage' | 'divorce' | 'family_loss';

/** One step of a history that is drawn: at least so many days after the step before. */
interface Step {
  readonly subtype: MaritalSubtype;
  readonly gapDays: number;
}

const marry: Step = { subtype: 'marriage', gapDays: 0 };
const remarry: Step = { subtype: 'marriage', gapDays: ALONE_DAYS };
const divorce: Step = { subtype: 'divorce', gapDays: MARRIED_DAYS };
const lose: Step = { subtype: 'family_loss', gapDays: MARRIED_DAYS };

/** The shortest history that leads to each status. */
const shortest: Readonly<Record<MaritalStatus, readonly Step[]>> = {
  single: [],
  married: [marry],
  divorced: [marry, divorce],
  widowed: [marry, lose],
};

/** Longer histories: from which age on, and how likely then. */
const longer = {
  married: { fromAge: 34, share: 0.15, steps: [marry, divorce, remarry] },
  divorced: { fromAge: 40, share: 0.1, steps: [marry, divorce, remarry, divorce] },
} as const;

/** First marriages are drawn up to this age. */
const LATEST_FIRST_MARRIAGE = 40;
/** … and up to this one where another marriage is to follow. */
const LATEST_EARLY_MARRIAGE = 30;

/** Adds the events of a marital history that ends in `status`. */
export function drawMaritalHistory(source: Source, life: LifeDays, status: MaritalStatus, moments: number[]): void {
  if (status === 'single') return;
  let steps = shortest[status];
  if (status !== 'widowed') {
    const { fromAge, share, steps: more } = longer[status];
    if (source.unit() < share && birthdayAt(life, fromAge) <= life.today) steps = more;
  }
  const latestAge = steps.length > 2 ? LATEST_EARLY_MARRIAGE : LATEST_FIRST_MARRIAGE;
  let room = 0;
  for (const { gapDays } of steps) room += gapDays;
  let day = birthdayAt(life, eventKinds.marriage.minAge);
  for (let index = 0; index < steps.length; index++) {
    const { subtype, gapDays } = steps[index] as Step;
    room -= gapDays;
    const low = day + gapDays;
    const latest = life.today - room;
    // Marriages gather around the middle of the years in which people marry; what follows is as likely on any day.
    const high = Math.max(low, index === 0 ? Math.min(latest, birthdayAt(life, latestAge)) : latest);
    const point = index === 0 ? (source.unit() + source.unit()) / 2 : source.unit();
    day = low + Math.floor((high - low + 1) * point);
    insertMoment(moments, momentOf(day, indexOfKind[subtype]));
  }
}

/** What a list of past events says of marriages. */
export interface MaritalWalk {
  /** Events that cannot follow what came before. */
  readonly misplaced: readonly { readonly event: LifeEvent; readonly why: string; readonly expected: string }[];
  /** The statuses that the history may have led to. */
  readonly statuses: readonly MaritalStatus[];
}

/** Walks the marital history in the order of time, whatever the order of the list. */
export function walkMaritalHistory(past: readonly LifeEvent[]): MaritalWalk {
  const misplaced: { event: LifeEvent; why: string; expected: string }[] = [];
  let status: 'single' | 'married' | 'divorced' = 'single';
  let since = -Infinity;
  let hasLoss = false;
  for (const { event, day } of maritalEvents(past)) {
    if (event.subtype === 'family_loss') {
      hasLoss = hasLoss || (status === 'married' && day > since);
      continue;
    }
    if (event.subtype === 'marriage') {
      if (status === 'married' && !hasLoss)
        misplaced.push({
          event,
          why: 'follows a marriage that had not ended',
          expected: 'a divorce or a loss before it',
        });
      else if (day <= since)
        misplaced.push({ event, why: 'lies on the day of the divorce', expected: 'a day after the divorce' });
      status = 'married';
    } else {
      if (status !== 'married') misplaced.push({ event, why: 'ends no marriage', expected: 'a marriage before it' });
      else if (day - since < MARRIED_DAYS)
        misplaced.push({
          event,
          why: `lies ${day - since} days after the marriage`,
          expected: `at least ${MARRIED_DAYS} days after the marriage`,
        });
      status = 'divorced';
    }
    hasLoss = false;
    since = day;
  }
  return { misplaced, statuses: hasLoss ? ['married', 'widowed'] : [status] };
}

/**
 * The marital events to keep among `past`, so that the history ends in `status`: all of them where they do, else the
 * shortest history, on the days given where there are some.
 */
export function mendedMaritalHistory(past: readonly LifeEvent[], life: LifeDays, status: MaritalStatus): LifeEvent[] {
  const { misplaced, statuses } = walkMaritalHistory(past);
  const given = maritalEvents(past).map(({ event }) => event);
  if (misplaced.length === 0 && statuses.includes(status)) {
    return given.filter(({ subtype }) => subtype !== 'family_loss' || status === 'widowed');
  }
  const steps = shortest[status];
  let room = steps.reduce((sum, { gapDays }) => sum + gapDays, 0);
  let low = birthdayAt(life, eventKinds.marriage.minAge);
  return steps.map(({ subtype, gapDays }) => {
    room -= gapDays;
    low += gapDays;
    const event = given.findLast((one) => one.subtype === subtype) ?? plainEvent(subtype, low, 'completed');
    low = Math.max(low, Math.min(dayOf(event), life.today - room));
    return movedTo(event, low);
  });
}

function maritalEvents(past: readonly LifeEvent[]): { readonly event: LifeEvent; readonly day: number }[] {
  return past
    .filter(({ subtype }) => subtype === 'marriage' || subtype === 'divorce' || subtype === 'family_loss')
    .map((event) => ({ event, day: dayOf(event) }))
    .sort((a, b) => a.day - b.day);
}
