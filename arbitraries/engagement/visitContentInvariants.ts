import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { features } from '../vocabulary.js';
import type { Feature } from '../vocabulary.js';
import { at, classOf, pick, withEngagement, withVisit } from './brokenEngagement.js';
import { areInOrder, averageGapDays, averageMinutes, inOrder } from './visitFigures.js';

/** Whether each stands once, in the order of the vocabulary. */
function areOnceInOrder(used: readonly Feature[]): boolean {
  let last = -1;
  for (const feature of used) {
    const place = features.indexOf(feature);
    if (place <= last) return false;
    last = place;
  }
  return true;
}

/** Rules on what a visit holds, and on the figures that sum visits up. */
export const visitContentInvariants: readonly Invariant<Customer>[] = [
  invariant({
    id: 'visit-features-in-class',
    sentence: 'The features used are within reach of the class of the engagement pattern.',
    check: ({ engagement }, report) => {
      const within = classOf(engagement).features;
      for (const [index, visit] of engagement.visits.entries()) {
        if (visit.features.every((feature) => within.includes(feature))) continue;
        const beyond = visit.features.filter((feature) => !within.includes(feature));
        report(
          at(index, 'features'),
          `${beyond.join(', ')} out of reach of the pattern ${engagement.pattern}`,
          visit.features,
          within,
        );
      }
    },
    breaker: (customer, source) => {
      const beyond = features.filter((feature) => !classOf(customer.engagement).features.includes(feature));
      const feature = beyond[source.below(Math.max(1, beyond.length))];
      const index = pick(customer, source, () => true);
      return feature === undefined || index === undefined
        ? undefined
        : withVisit(customer, index, { features: [feature] });
    },
  }),
  invariant({
    id: 'visit-features-once-listed',
    sentence: 'The features of a visit stand each once, in the order of the vocabulary.',
    check: ({ engagement: { visits } }, report) => {
      for (const [index, visit] of visits.entries()) {
        if (areOnceInOrder(visit.features)) continue;
        const sorted = features.filter((feature) => visit.features.includes(feature));
        report(at(index, 'features'), 'features repeat or stand in another order', visit.features, sorted);
      }
    },
    breaker: (customer, source) => {
      const index = pick(customer, source, (visit) => visit.features.length > 1 || visit.minutes > 1);
      const visit = index === undefined ? undefined : customer.engagement.visits[index];
      if (visit === undefined || index === undefined) return undefined;
      const { features: used } = visit;
      return withVisit(customer, index, { features: used.length > 1 ? used.toReversed() : [...used, ...used] });
    },
  }),
  invariant({
    id: 'visit-features-fit-minutes',
    sentence: 'A visit uses at most one feature a minute.',
    check: ({ engagement: { visits } }, report) => {
      for (const [index, visit] of visits.entries()) {
        if (visit.features.length > visit.minutes)
          report(
            at(index, 'minutes'),
            `${visit.features.length} features in ${visit.minutes} minutes`,
            visit.minutes,
            `${visit.features.length} minutes or more`,
          );
      }
    },
    breaker: (customer, source) => {
      const index = pick(customer, source, (visit) => visit.features.length > 1);
      return index === undefined ? undefined : withVisit(customer, index, { minutes: 1 });
    },
  }),
  invariant({
    id: 'visit-count-agrees',
    sentence: 'The visit count is the number of visits.',
    check: ({ engagement: { visits, visit_count } }, report) => {
      if (visit_count !== visits.length)
        report(
          '/engagement/visit_count',
          `the count is ${visit_count}, there are ${visits.length} visits`,
          visit_count,
          visits.length,
        );
    },
    breaker: (customer, source) =>
      withEngagement(customer, { visit_count: customer.engagement.visits.length + 1 + source.below(5) }),
  }),
  invariant({
    id: 'average-minutes-agrees',
    sentence: 'The average length is the mean of the visits’ minutes, to one digit.',
    check: ({ engagement: { visits, average_minutes } }, report) => {
      const expected = averageMinutes(visits);
      if (average_minutes !== expected)
        report(
          '/engagement/average_minutes',
          `the average is ${average_minutes}, the visits give ${expected}`,
          average_minutes,
          expected,
        );
    },
    breaker: (customer, source) => {
      const { average_minutes } = customer.engagement;
      const whole = Math.floor(average_minutes);
      return withEngagement(customer, {
        average_minutes: whole > 15 ? whole - 1 - source.below(9) : whole + 1 + source.below(9),
      });
    },
  }),
  invariant({
    id: 'average-gap-agrees',
    sentence: 'The average gap is the mean of the calendar days between visits, to one digit; null below two visits.',
    check: ({ engagement: { visits, average_gap_days } }, report) => {
      // In order of time, so that visits out of order are not reported twice.
      const expected = averageGapDays(areInOrder(visits) ? visits : inOrder(visits));
      if (average_gap_days !== expected)
        report(
          '/engagement/average_gap_days',
          `the average gap is ${average_gap_days}, the visits give ${expected}`,
          average_gap_days,
          expected,
        );
    },
    breaker: (customer, source) =>
      withEngagement(customer, {
        average_gap_days: Math.floor(customer.engagement.average_gap_days ?? 0) + 1 + source.below(50),
      }),
  }),
];
