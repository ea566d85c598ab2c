import { dayToIso, invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { at, classOf, shifted, withEngagement, withVisits } from './brokenEngagement.js';
import { onDay } from './Visits.js';
import type { Visit } from './visitClasses.js';
import { areInOrder } from './visitFigures.js';
import { dayOf, VISIT_DAYS } from './visitWindow.js';

/** Rules on when visits take place, and how many there are. */
export const visitDayInvariants: readonly Invariant<Customer>[] = [
  invariant({
    id: 'visits-in-order',
    sentence: 'Visits stand in the order of time.',
    check: ({ engagement: { visits } }, report) => {
      for (const [index, { at: instant }] of visits.entries()) {
        const before = visits[index - 1]?.at;
        if (before !== undefined && instant < before)
          report(
            at(index, 'at'),
            `the visit of ${instant} stands after the one of ${before}`,
            instant,
            `${before} or later`,
          );
      }
    },
    breaker: (customer, source) => {
      const { visits } = customer.engagement;
      if (visits.length < 2) return undefined;
      const index = source.below(visits.length - 1);
      return withVisits(customer, [
        ...visits.slice(0, index),
        ...visits.slice(index, index + 2).reverse(),
        ...visits.slice(index + 2),
      ]);
    },
  }),
  invariant({
    id: 'visits-after-registration',
    sentence: 'No visit lies before the day on which the account was opened.',
    check: ({ engagement: { registered_on, visits } }, report) => {
      for (const [index, { at: instant }] of visits.entries()) {
        if (instant.slice(0, 10) < registered_on)
          report(
            at(index, 'at'),
            `the visit of ${instant} lies before the registration on ${registered_on}`,
            instant,
            `${registered_on} or later`,
          );
      }
    },
    breaker: (customer, source) => {
      const first = customer.engagement.visits[0];
      if (first === undefined) return undefined;
      const room = dayOf(customer.as_of) - dayOf(first.at);
      if (room < 1) return undefined;
      return withEngagement(customer, { registered_on: dayToIso(dayOf(first.at) + 1 + source.below(room)) });
    },
  }),
  invariant({
    id: 'visits-not-after-reference-date',
    sentence: 'No visit lies after the reference date, which counts as a whole day.',
    check: ({ as_of, engagement: { visits } }, report) => {
      for (const [index, { at: instant }] of visits.entries()) {
        if (instant.slice(0, 10) > as_of)
          report(
            at(index, 'at'),
            `the visit of ${instant} lies after the reference date ${as_of}`,
            instant,
            `${as_of} or earlier`,
          );
      }
    },
    breaker: (customer, source) => {
      const last = customer.engagement.visits.at(-1);
      if (last === undefined) return undefined;
      const days = dayOf(customer.as_of) - dayOf(last.at) + 1 + source.below(20);
      return withVisits(customer, shifted(customer.engagement.visits, days));
    },
  }),
  invariant({
    id: 'visits-within-last-year',
    sentence: 'Visits lie in the year up to the reference date.',
    check: ({ as_of, engagement: { visits } }, report) => {
      const first = dayOf(as_of) - VISIT_DAYS + 1;
      for (const [index, { at: instant }] of visits.entries()) {
        if (dayOf(instant) < first)
          report(
            at(index, 'at'),
            `the visit of ${instant} lies more than a year before the reference date ${as_of}`,
            instant,
            `${dayToIso(first)} or later`,
          );
      }
    },
    breaker: (customer, source) => {
      const { visits, registered_on } = customer.engagement;
      const first = visits[0];
      if (first === undefined) return undefined;
      const day = dayOf(customer.as_of) - VISIT_DAYS - source.below(60);
      const before = dayToIso(Math.min(day, dayOf(registered_on)));
      return withVisits(customer, shifted(visits, day - dayOf(first.at)), { registered_on: before });
    },
  }),
  invariant({
    id: 'visit-count-in-class',
    sentence: 'There are as many visits in the last year as the class of the engagement pattern says.',
    check: ({ engagement }, report) => {
      const { min, max } = classOf(engagement).count;
      const { length } = engagement.visits;
      if (length < min || length > max)
        report(
          '/engagement/visits',
          `${length} visits, where the pattern ${engagement.pattern} means ${min} to ${max}`,
          length,
          `${min} to ${max} visits`,
        );
    },
    breaker: (customer, source) => {
      const { min } = classOf(customer.engagement).count;
      return withVisits(customer, customer.engagement.visits.slice(0, source.below(min)));
    },
  }),
  invariant({
    id: 'visit-gaps-in-class',
    sentence: 'Neighbouring visits lie as many calendar days apart as the class of the engagement pattern says.',
    check: ({ engagement }, report) => {
      const { min, max } = classOf(engagement).gapDays;
      // By time, so that visits out of order are not reported twice.
      const { visits } = engagement;
      const order = areInOrder(visits) ? undefined : [...visits.keys()].sort((a, b) => compareAt(visits, a, b));
      let before: number | undefined;
      for (let place = 0; place < visits.length; place++) {
        const index = order?.[place] ?? place;
        const { at: instant } = visits[index] as Visit;
        const day = dayOf(instant);
        const days = before === undefined ? min : day - before;
        before = day;
        if (days < min || days > max)
          report(
            at(index, 'at'),
            `the visit of ${instant} comes ${days} days after the one before, where the pattern ${engagement.pattern} means ${min} to ${max}`,
            days,
            `${min} to ${max} days`,
          );
      }
    },
    breaker: (customer, source) => {
      const { visits } = customer.engagement;
      const last = visits.at(-1);
      const before = visits.at(-2);
      if (last === undefined || before === undefined) return undefined;
      const days = 1 + source.below(classOf(customer.engagement).gapDays.min - 1);
      return withVisits(customer, visits.with(visits.length - 1, onDay(last, dayOf(before.at) + days)));
    },
  }),
];

/** The order of two visits in time, by their places. */
function compareAt(visits: readonly Visit[], a: number, b: number): number {
  const [one, other] = [(visits[a] as Visit).at, (visits[b] as Visit).at];
  return one < other ? -1 : one > other ? 1 : 0;
}
