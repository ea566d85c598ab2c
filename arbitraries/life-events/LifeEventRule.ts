import type { Invariant, Source } from '../../src/index.js';
import type { Customer, LifeEvent } from '../schema/index.js';

/** What the rules on life events look at. */
export type LifeEventsSubject = Pick<Customer, 'as_of' | 'core' | 'health' | 'life_events'>;

/** A rule on life events, checked alike on whole customers and on lists that are still being made. */
export interface LifeEventRule extends Pick<Invariant<Customer>, 'id' | 'sentence'> {
  readonly severity?: 'warning';
  readonly check: (subject: LifeEventsSubject, report: Parameters<Invariant<Customer>['check']>[1]) => void;
  /** Copies that break this rule; some of them may break others as well, or none. */
  readonly broken: (customer: Customer, source: Source) => Iterable<Customer>;
}

/** The two lists of events. */
export type ListName = 'past' | 'anticipated';

const BOTH: readonly ListName[] = ['past', 'anticipated'];

/** An event and its place in the customer. */
export interface Placed {
  readonly event: LifeEvent;
  readonly pointer: string;
}

/** Pointers are written where one is asked for: most events are as they should be. */
class PlacedEvent implements Placed {
  readonly event: LifeEvent;
  private readonly list: ListName;
  private readonly index: number;

  constructor(event: LifeEvent, list: ListName, index: number) {
    this.event = event;
    this.list = list;
    this.index = index;
  }

  get pointer(): string {
    return `/life_events/${this.list}/${this.index}`;
  }
}

/** The events of one list, or of both, each with its place in the customer. */
export function placed(subject: LifeEventsSubject, lists: readonly ListName[] = BOTH): Placed[] {
  const found: Placed[] = [];
  for (const list of lists) {
    const events = subject.life_events[list];
    for (let index = 0; index < events.length; index++) {
      found.push(new PlacedEvent(events[index] as LifeEvent, list, index));
    }
  }
  return found;
}

/** The customer with another list of events. */
export function withList(customer: Customer, list: ListName, events: LifeEvent[]): Customer {
  return { ...customer, life_events: { ...customer.life_events, [list]: events } };
}

/** The customer with one event replaced. */
export function withEvent(customer: Customer, list: ListName, index: number, change: Partial<LifeEvent>): Customer {
  const events = customer.life_events[list];
  const event = events[index];
  return event === undefined ? customer : withList(customer, list, events.with(index, { ...event, ...change }));
}

/** The customer with events added where their dates put them. */
export function withMore(customer: Customer, list: ListName, ...events: LifeEvent[]): Customer {
  return withList(customer, list, inOrder([...customer.life_events[list], ...events]));
}

/** Events by date; those of one day keep their order. */
export function inOrder(events: readonly LifeEvent[]): LifeEvent[] {
  return events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
