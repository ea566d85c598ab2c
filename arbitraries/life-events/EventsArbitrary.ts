import { calendarDays, KeyedArbitrary } from '../../src/index.js';
import type { LifeEvent } from '../schema/index.js';
import type { EventKind } from './eventKinds.js';
import { eventKinds } from './eventKinds.js';
import type { AboveLifeEvents, LifeDays } from './lifeDays.js';
import { birthdayAt, lastDay, lifeDays } from './lifeDays.js';
import type { EventStatus } from './lifeEvent.js';
import { compareInPlace, dayOf, isEvent, mendEvent, movedTo, simplerInPlace } from './lifeEvent.js';
import { inOrder } from './LifeEventRule.js';
import type { LifeEventsSubject } from './LifeEventRule.js';
import { holds } from './lifeEventRules.js';

/** Foreign lists are read up to this length. */
const MOST_READ = 64;

/**
 * The events of one list of a life, past or anticipated.
 *
 * What may stand in a list together is said by the rules alone; this class finds simpler and nearest lists by trying, and
 * keeps what the rules let pass. So a rule that is added holds at once for drawing, shrinking and mending.
 */
export abstract class EventsArbitrary extends KeyedArbitrary<LifeEvent[]> {
  protected readonly above: AboveLifeEvents;
  protected abstract readonly status: EventStatus;

  constructor(above: AboveLifeEvents) {
    super();
    this.above = above;
  }

  /** What the rules look at when the list holds these events. */
  protected abstract subjectWith(events: LifeEvent[]): LifeEventsSubject;
  /** The first day on which an event of a kind may lie. */
  protected abstract firstDay(life: LifeDays, kind: EventKind): number;
  /** The last day of the list. */
  protected abstract latest(life: LifeDays): number;
  /** The events that must be there, made of the given ones as far as possible. */
  protected abstract required(given: readonly LifeEvent[], life: LifeDays): LifeEvent[];

  override accepts(value: unknown): value is LifeEvent[] {
    return (
      Array.isArray(value) &&
      value.every((event): event is LifeEvent => isEvent(event, this.status)) &&
      holds(this.subjectWith(value))
    );
  }

  override *smaller(value: LifeEvent[]): Iterable<LifeEvent[]> {
    for (const candidate of this.candidates(value)) {
      if (this.compare(candidate, value) < 0 && this.accepts(candidate)) yield candidate;
    }
  }

  private *candidates(value: LifeEvent[]): Iterable<LifeEvent[]> {
    yield this.mend([]);
    for (let size = value.length - 1; size > 0; size = Math.floor(size / 2)) {
      for (let end = value.length; end > 0; end -= size) {
        const start = Math.max(0, end - size);
        yield value.filter((_, index) => index < start || index >= start + size);
      }
    }
    // A marriage goes only with its divorce, whatever happened in between.
    for (let first = 0; first < value.length; first++) {
      for (let second = first + 1; second < value.length; second++)
        yield value.filter((_, index) => index !== first && index !== second);
    }
    const life = lifeDays(this.above);
    for (const [index, event] of value.entries()) {
      const days = calendarDays(this.firstDay(life, eventKinds[event.subtype]), dayOf(event));
      for (const date of days.smaller(event.date)) yield inOrder(value.with(index, { ...event, date }));
    }
    for (const [index, event] of value.entries()) {
      for (const simpler of simplerInPlace(event)) yield value.with(index, simpler);
    }
  }

  /** Keeps what must be there, then every event that the rules let stand beside those kept. */
  override mend(value: unknown): LifeEvent[] {
    if (this.accepts(value)) return value;
    const life = lifeDays(this.above);
    const given = inOrder(
      (Array.isArray(value) ? value.slice(0, MOST_READ) : []).flatMap((one) =>
        this.fitted(mendEvent(one, this.status), life),
      ),
    );
    const wanted = inOrder(this.required(given, life));
    // What is made of the given ones may not go together; what is made of nothing always does.
    let kept = holds(this.subjectWith(wanted)) ? wanted : inOrder(this.required([], life));
    for (const event of given) {
      const more = inOrder([...kept, event]);
      if (holds(this.subjectWith(more))) kept = more;
    }
    return kept;
  }

  private fitted(event: LifeEvent | undefined, life: LifeDays): LifeEvent[] {
    if (event === undefined) return [];
    const kind = eventKinds[event.subtype];
    const first = this.firstDay(life, kind);
    const last = lastDay(life, kind, this.latest(life));
    return first > last ? [] : [movedTo(event, Math.min(last, Math.max(first, dayOf(event))))];
  }

  /** On their days, and moved along with the reference date or the birth date. */
  override *reseat(value: LifeEvent[], previous: KeyedArbitrary<LifeEvent[]>): Iterable<LifeEvent[]> {
    yield this.mend(value);
    if (!(previous instanceof EventsArbitrary)) return;
    const now = lifeDays(this.above);
    const then = lifeDays(previous.above);
    const shifts = new Set([now.today - then.today, birthdayAt(now, 0) - birthdayAt(then, 0)]);
    shifts.delete(0);
    for (const days of shifts) yield this.mend(value.map((event) => movedTo(event, dayOf(event) + days)));
  }

  /** Fewer events first, then earlier ones, then simpler ones. */
  override compare(a: LifeEvent[], b: LifeEvent[]): number {
    if (a.length !== b.length) return a.length - b.length;
    for (const [index, { date }] of a.entries()) {
      const other = (b[index] as LifeEvent).date;
      if (date !== other) return date < other ? -1 : 1;
    }
    for (const [index, event] of a.entries()) {
      const order = compareInPlace(event, b[index] as LifeEvent);
      if (order !== 0) return order;
    }
    return 0;
  }

  override describe(): string {
    return `a list of ${this.status} life events`;
  }
}
