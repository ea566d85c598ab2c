/*
 * What rules on engagement share: where things stand, and how a breaker changes one thing and keeps the rest in step.
 */
import type { Source } from '../../src/index.js';
import type { Customer, Engagement } from '../schema/index.js';
import { frequencyOf, visitClasses } from './visitClasses.js';
import type { Visit, VisitClass } from './visitClasses.js';
import { averageGapDays, averageMinutes, inOrder } from './visitFigures.js';
import { onDay } from './Visits.js';
import { dayOf } from './visitWindow.js';

/** The place of a visit's field in the customer. */
export const at = (index: number, field: string): string => `/engagement/visits/${index}/${field}`;

/** The class that the pattern asks for: what the visits are held against, whatever `visit_frequency` says. */
export function classOf({ pattern }: Engagement): VisitClass {
  return visitClasses[frequencyOf[pattern]];
}

/** The customer with some of the engagement changed. */
export function withEngagement(customer: Customer, change: Partial<Engagement>): Customer {
  return { ...customer, engagement: { ...customer.engagement, ...change } };
}

/** The customer with other visits, and the figures that follow from them. */
export function withVisits(customer: Customer, visits: Visit[], change: Partial<Engagement> = {}): Customer {
  return withEngagement(customer, {
    visits,
    visit_count: visits.length,
    average_minutes: averageMinutes(visits),
    average_gap_days: averageGapDays(inOrder(visits)),
    ...change,
  });
}

/** The visits moved by whole days. */
export function shifted(visits: readonly Visit[], days: number): Visit[] {
  return visits.map((visit) => onDay(visit, dayOf(visit.at) + days));
}

/** One of the visits that meet a condition; undefined where none does. */
export function pick(customer: Customer, source: Source, isFit: (visit: Visit) => boolean): number | undefined {
  const fit = [...customer.engagement.visits.keys()].filter((index) =>
    isFit(customer.engagement.visits[index] as Visit),
  );
  return fit.length === 0 ? undefined : fit[source.below(fit.length)];
}

/** The customer with one visit changed, and the figures kept in step. */
export function withVisit(customer: Customer, index: number, change: Partial<Visit>): Customer {
  const { visits } = customer.engagement;
  return withVisits(customer, visits.with(index, { ...(visits[index] as Visit), ...change }));
}
