import type { Customer } from '../schema/index.js';
import { impacts, lifeEventTypes } from '../vocabulary.js';
import { eventKinds } from './eventKinds.js';
import { textsFit } from './lifeEvent.js';
import type { EventStatus } from './lifeEvent.js';
import type { LifeEventRule, ListName } from './LifeEventRule.js';
import { placed, withEvent } from './LifeEventRule.js';

/** Rules on what an event says by itself: its status, and what follows from its subtype. */
export const eventFieldRules: readonly LifeEventRule[] = [
  {
    id: 'past-events-completed',
    sentence: 'Past events are completed.',
    check: (subject, report) => reportStatus(subject, 'past', 'completed', report),
    *broken(customer, source) {
      yield withEvent(customer, 'past', source.below(Math.max(1, customer.life_events.past.length)), {
        status: 'planned',
      });
    },
  },
  {
    id: 'anticipated-events-planned',
    sentence: 'Anticipated events are planned.',
    check: (subject, report) => reportStatus(subject, 'anticipated', 'planned', report),
    *broken(customer, source) {
      yield withEvent(customer, 'anticipated', source.below(Math.max(1, customer.life_events.anticipated.length)), {
        status: 'completed',
      });
    },
  },
  {
    id: 'event-type-fits-subtype',
    sentence: 'The type of an event is the area of life that its subtype belongs to.',
    check: (subject, report) => {
      for (const one of placed(subject)) {
        const { event } = one;
        const { type } = eventKinds[event.subtype];
        if (event.type !== type)
          report(`${one.pointer}/type`, `${event.subtype} is of type ${type}, not ${event.type}`, event.type, type);
      }
    },
    broken: (customer, source) =>
      changedSomewhere(customer, source.next(), (index) => ({
        type: lifeEventTypes[index % lifeEventTypes.length] ?? 'health',
      })),
  },
  {
    id: 'event-impact-fits-subtype',
    sentence: 'The impact of an event is the one that its subtype has.',
    check: (subject, report) => {
      for (const one of placed(subject)) {
        const { event } = one;
        const { impact } = eventKinds[event.subtype];
        if (event.impact !== impact)
          report(
            `${one.pointer}/impact`,
            `${event.subtype} has ${impact} impact, not ${event.impact}`,
            event.impact,
            impact,
          );
      }
    },
    broken: (customer, source) =>
      changedSomewhere(customer, source.next(), (index) => ({ impact: impacts[index % impacts.length] ?? 'low' })),
  },
  {
    id: 'event-texts-fit-subtype',
    severity: 'warning',
    sentence: 'The prevention opportunity and the support needs of an event are among those of its subtype.',
    check: (subject, report) => {
      for (const one of placed(subject)) {
        const { event } = one;
        if (textsFit(event.subtype, event)) continue;
        report(
          one.pointer,
          `the texts of ${event.subtype} on ${event.date} are not those of ${event.subtype}`,
          [event.prevention_opportunity, ...event.support_needs],
          [...eventKinds[event.subtype].opportunities, ...eventKinds[event.subtype].needs],
        );
      }
    },
    broken: (customer, source) =>
      changedSomewhere(customer, source.next(), (index) => {
        const { opportunities, needs } = index % 2 === 0 ? eventKinds.screening : eventKinds.relocation;
        return { prevention_opportunity: opportunities[0] ?? '', support_needs: needs.slice(0, 1) };
      }),
  },
];

type Subject = Parameters<LifeEventRule['check']>[0];
type Reporter = Parameters<LifeEventRule['check']>[1];

function reportStatus(subject: Subject, list: ListName, status: EventStatus, report: Reporter): void {
  for (const one of placed(subject, [list])) {
    const { event } = one;
    if (event.status !== status)
      report(`${one.pointer}/status`, `the ${list} event of ${event.date} is ${event.status}`, event.status, status);
  }
}

/** Copies with one event changed, tried from a random one on. */
function* changedSomewhere(
  customer: Customer,
  start: number,
  change: (index: number) => Parameters<typeof withEvent>[3],
): Iterable<Customer> {
  const all = placed(customer);
  const offset = start >>> 8;
  for (let step = 0; step < all.length; step++) {
    const index = (offset + step) % all.length;
    const past = customer.life_events.past.length;
    for (let way = 0; way < 3; way++) {
      yield index < past
        ? withEvent(customer, 'past', index, change(offset + step + way))
        : withEvent(customer, 'anticipated', index - past, change(offset + step + way));
    }
  }
}
