import { dayToIso, isoToDay, wholeYears } from '../../src/index.js';
import { eventKinds } from './eventKinds.js';
import { AHEAD_DAYS, birthdayAt, lifeDays, PAST_DAYS } from './lifeDays.js';
import { dayOf, movedTo, plainEvent } from './lifeEvent.js';
import type { LifeEventRule, ListName } from './LifeEventRule.js';
import { inOrder, placed, withList, withMore } from './LifeEventRule.js';

const lists: readonly ListName[] = ['past', 'anticipated'];

/** Rules on days: order, age, on which side of the reference date an event lies, and how far from others of its kind. */
export const timelineRules: readonly LifeEventRule[] = [
  {
    id: 'life-events-in-order',
    sentence: 'Past events and anticipated events each stand in the order of time.',
    check: ({ life_events }, report) => {
      for (const list of lists) {
        for (const [index, { date }] of life_events[list].entries()) {
          const before = life_events[list][index - 1]?.date;
          if (before !== undefined && date < before) {
            report(
              `/life_events/${list}/${index}/date`,
              `the event of ${date} stands after the one of ${before}`,
              date,
              `${before} or later`,
            );
          }
        }
      }
    },
    *broken(customer, source) {
      for (const list of lists) {
        const events = customer.life_events[list];
        if (events.length < 2) continue;
        const index = source.below(events.length - 1);
        yield withList(customer, list, [
          ...events.slice(0, index),
          ...events.slice(index, index + 2).reverse(),
          ...events.slice(index + 2),
        ]);
        yield withList(customer, list, events.toReversed());
      }
    },
  },
  {
    id: 'life-events-at-plausible-age',
    sentence: 'No event lies before the age at which it becomes plausible, or after the age at which it stops to be.',
    check: (subject, report) => {
      const { birth_date } = subject.core;
      for (const one of placed(subject)) {
        const { event } = one;
        const { minAge, maxAge = Infinity } = eventKinds[event.subtype];
        const age = wholeYears(birth_date, event.date);
        if (age < minAge || age > maxAge) {
          report(
            `${one.pointer}/date`,
            `${event.subtype} on ${event.date} lies at the age of ${age}, ${age < minAge ? 'too young' : 'too old'} for it`,
            event.date,
            maxAge === Infinity ? `an age of ${minAge} or more` : `an age from ${minAge} to ${maxAge}`,
          );
        }
      }
    },
    *broken(customer, source) {
      const life = lifeDays(customer);
      const days = source.below(3000);
      const { past } = customer.life_events;
      const marriage = past.findIndex(({ subtype }) => subtype === 'marriage');
      const child = past[marriage];
      if (child !== undefined)
        yield withList(customer, 'past', inOrder(past.with(marriage, movedTo(child, birthdayAt(life, 9) + days))));
      yield withMore(customer, 'past', plainEvent('family_loss', birthdayAt(life, 1) + days, 'completed'));
    },
  },
  {
    id: 'past-events-not-after-reference-date',
    sentence: 'Past events lie on the reference date or before it.',
    check: (subject, report) => {
      for (const one of placed(subject, ['past'])) {
        const { event } = one;
        if (event.date > subject.as_of) {
          report(
            `${one.pointer}/date`,
            `the past event of ${event.date} lies after the reference date ${subject.as_of}`,
            event.date,
            `${subject.as_of} or earlier`,
          );
        }
      }
    },
    *broken(customer, source) {
      const day = lifeDays(customer).today + 31 + source.below(300);
      yield withMore(customer, 'past', plainEvent('family_loss', day, 'completed'));
    },
  },
  {
    id: 'past-events-within-ten-years',
    sentence:
      'Past events lie within ten years before the reference date, except marriages, divorces, losses and screenings.',
    check: (subject, report) => {
      const first = dayToIso((isoToDay(subject.as_of) ?? 0) - PAST_DAYS + 1);
      for (const one of placed(subject, ['past'])) {
        const { event } = one;
        if (eventKinds[event.subtype].reachesBack === true || event.date >= first) continue;
        report(
          `${one.pointer}/date`,
          `${event.subtype} on ${event.date} lies more than ten years before the reference date ${subject.as_of}`,
          event.date,
          `${first} or later`,
        );
      }
    },
    *broken(customer, source) {
      const day = lifeDays(customer).today - PAST_DAYS - source.below(300);
      for (const subtype of ['relocation', 'prevention', 'family_cancer_diagnosis'] as const)
        yield withMore(customer, 'past', plainEvent(subtype, day, 'completed'));
    },
  },
  {
    id: 'anticipated-events-after-reference-date',
    sentence: 'Anticipated events lie after the reference date.',
    check: (subject, report) => {
      for (const one of placed(subject, ['anticipated'])) {
        const { event } = one;
        if (event.date <= subject.as_of) {
          report(
            `${one.pointer}/date`,
            `the event anticipated for ${event.date} does not lie after the reference date ${subject.as_of}`,
            event.date,
            `a date after ${subject.as_of}`,
          );
        }
      }
    },
    *broken(customer, source) {
      const { anticipated } = customer.life_events;
      const first = anticipated[0];
      const { today } = lifeDays(customer);
      for (const days of [source.below(60), 0]) {
        if (first !== undefined)
          yield withList(customer, 'anticipated', anticipated.with(0, movedTo(first, today - days)));
        yield withMore(customer, 'anticipated', plainEvent('prevention', today - days, 'planned'));
      }
    },
  },
  {
    id: 'anticipated-events-within-two-years',
    sentence: 'Anticipated events lie within two years after the reference date.',
    check: (subject, report) => {
      const last = dayToIso((isoToDay(subject.as_of) ?? 0) + AHEAD_DAYS);
      for (const one of placed(subject, ['anticipated'])) {
        const { event } = one;
        if (event.date > last) {
          report(
            `${one.pointer}/date`,
            `the event of ${event.date} lies more than two years after the reference date ${subject.as_of}`,
            event.date,
            `${last} or earlier`,
          );
        }
      }
    },
    *broken(customer, source) {
      const { anticipated } = customer.life_events;
      const last = anticipated.at(-1);
      const day = lifeDays(customer).today + AHEAD_DAYS + 1 + source.below(300);
      if (last !== undefined)
        yield withList(customer, 'anticipated', anticipated.with(anticipated.length - 1, movedTo(last, day)));
      yield withMore(customer, 'anticipated', plainEvent('prevention', day, 'planned'));
    },
  },
  {
    id: 'same-events-apart',
    sentence:
      'Two events of the same subtype lie as far apart as such events do: births ten months, moves half a year.',
    check: (subject, report) => {
      for (const [earlier, later] of neighboursOfAKind(subject)) {
        const { apartDays, isOnce } = eventKinds[later.event.subtype];
        const days = dayOf(later.event) - dayOf(earlier.event);
        if (isOnce === true || days >= apartDays) continue;
        report(
          `${later.pointer}/date`,
          `${later.event.subtype} on ${later.event.date} follows another one after ${days} days`,
          later.event.date,
          `${apartDays} days after ${earlier.event.date} or later`,
        );
      }
    },
    *broken(customer) {
      for (const list of lists) {
        for (const event of customer.life_events[list])
          yield withMore(customer, list, plainEvent(event.subtype, dayOf(event) + 1, event.status));
      }
    },
  },
  {
    id: 'once-only-events-once',
    sentence: 'Genetic testing and retirement planning stand at most once among past and anticipated events together.',
    check: (subject, report) => {
      for (const [earlier, later] of neighboursOfAKind(subject)) {
        if (eventKinds[later.event.subtype].isOnce !== true) continue;
        report(
          later.pointer,
          `${later.event.subtype} on ${later.event.date} repeats the one of ${earlier.event.date}`,
          later.event.subtype,
          `no second ${later.event.subtype}`,
        );
      }
    },
    *broken(customer, source) {
      const { today } = lifeDays(customer);
      const all = placed(customer).filter(({ event }) => eventKinds[event.subtype].isOnce === true);
      const back = source.below(500);
      for (const { event } of all)
        yield withMore(customer, 'past', plainEvent(event.subtype, today - back, 'completed'));
      yield withMore(
        customer,
        'past',
        plainEvent('genetic_testing', today - back, 'completed'),
        plainEvent('genetic_testing', today - back - 200, 'completed'),
      );
    },
  },
];

type Subject = Parameters<LifeEventRule['check']>[0];
type Found = ReturnType<typeof placed>[number];

/** Pairs of events that follow each other among those of their subtype, over both lists, in the order of time. */
function neighboursOfAKind(subject: Subject): (readonly [Found, Found])[] {
  const all = placed(subject);
  if (isEachOnce(all)) return [];
  all.sort((a, b) => (a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : 0));
  const latest = new Map<string, Found>();
  const pairs: (readonly [Found, Found])[] = [];
  for (const one of all) {
    const before = latest.get(one.event.subtype);
    if (before !== undefined) pairs.push([before, one]);
    latest.set(one.event.subtype, one);
  }
  return pairs;
}

/** Whether no subtype stands twice. Events are so few that comparing all is faster than remembering them. */
function isEachOnce(all: readonly Found[]): boolean {
  for (let index = 1; index < all.length; index++) {
    const { subtype } = (all[index] as Found).event;
    for (let before = 0; before < index; before++) if (all[before]?.event.subtype === subtype) return false;
  }
  return true;
}
