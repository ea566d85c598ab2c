import type { Source } from '../../src/index.js';
import type { LifeEvent } from '../schema/index.js';
import { lifeEventSubtypes } from '../vocabulary.js';
import type { EventKind } from './eventKinds.js';
import { EventsArbitrary } from './EventsArbitrary.js';
import { eventShares } from './eventShares.js';
import { knowsVariant } from './healthEventRules.js';
import type { AboveLifeEvents, LifeDays } from './lifeDays.js';
import { AHEAD_DAYS, firstAheadDay, lastDay, lifeDays } from './lifeDays.js';
import { dayOf, drawEvent } from './lifeEvent.js';
import { dayOfMoment, indexOfKind, insertMoment, kindOfMoment, kindsByIndex, momentOf } from './moments.js';
import type { LifeEventsSubject } from './LifeEventRule.js';

const plannableKinds = kindsByIndex.flatMap((kind, index) => (kind.isPlannable === true ? [index] : []));

/** What is expected of the next two years, in the order of time. */
export class AnticipatedEvents extends EventsArbitrary {
  protected override readonly status = 'planned';
  private readonly past: LifeEvent[];

  constructor(above: AboveLifeEvents, past: LifeEvent[]) {
    super(above);
    this.past = past;
  }

  override draw(source: Source, bias?: number): LifeEvent[] {
    const { above } = this;
    const life = lifeDays(above);
    const isEdge = bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0;
    const edgeShare = isEdge ? source.below(2) : 0;
    const shares = eventShares[above.persona_type].ahead;
    const moments: number[] = [];
    for (const index of plannableKinds) {
      const share = isEdge ? edgeShare : (shares[index] as number);
      if (source.unit() >= share) continue;
      if (index === indexOfKind.marriage && above.core.marital_status === 'married') continue;
      if (index === indexOfKind.genetic_testing && knowsVariant(above.health)) continue;
      const kind = kindsByIndex[index] as EventKind;
      const first = firstAheadDay(life, kind);
      const last = lastDay(life, kind, life.today + AHEAD_DAYS);
      if (first > last) continue;
      const day = source.between(first, last);
      if (this.isFreeAfterPast(day, index, kind)) insertMoment(moments, momentOf(day, index));
    }
    const events: LifeEvent[] = [];
    for (const moment of moments) {
      events.push(drawEvent(source, kindOfMoment(moment), dayOfMoment(moment), 'planned'));
    }
    return events;
  }

  /** Whether a plan lies far enough from the last event of its kind, and does not repeat what happens once. */
  private isFreeAfterPast(day: number, index: number, kind: EventKind): boolean {
    const subtype = lifeEventSubtypes[index];
    for (const event of this.past) {
      if (event.subtype === subtype && (kind.isOnce === true || day - dayOf(event) < kind.apartDays)) return false;
    }
    return true;
  }

  protected override subjectWith(anticipated: LifeEvent[]): LifeEventsSubject {
    const { as_of, core, health } = this.above;
    return { as_of, core, health, life_events: { past: this.past, anticipated } };
  }

  protected override firstDay(life: LifeDays, kind: EventKind): number {
    return firstAheadDay(life, kind);
  }

  protected override latest(life: LifeDays): number {
    return life.today + AHEAD_DAYS;
  }

  protected override required(): LifeEvent[] {
    return [];
  }
}
