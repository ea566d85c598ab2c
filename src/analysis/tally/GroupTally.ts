import type { Coded } from './Coded.js';
import { Examples } from './Examples.js';
import { JourneyTally } from './JourneyTally.js';
import { Series } from './Series.js';
import { Tally } from './Tally.js';

/** Which records are counted together: those of a collection, or those of all collections that hold journeys. */
export type TallyScope = 'collection' | 'journeys';

/** What is counted of records that have something in common. */
export class GroupTally {
  records = 0;
  /** By the place of a fact. */
  readonly facts: (Tally | undefined)[] = [];
  /** By the place of a measure. */
  readonly measures: (Series | undefined)[] = [];
  readonly needs = new Tally();
  /** Records that were asked about a need. */
  readonly askedNeeds = new Tally();
  readonly journey: JourneyTally;
  readonly examples = new Examples();
  private readonly scope: TallyScope;

  constructor(scope: TallyScope) {
    this.scope = scope;
    this.journey = new JourneyTally(scope === 'collection');
  }

  add({ place, facts, measures, needs, askedNeeds, slots, journey }: Coded): void {
    this.records += 1;
    for (let fact = 0; fact < facts.length; fact++) {
      const label = facts[fact]!;
      if (label >= 0) (this.facts[fact] ??= new Tally()).add(label);
    }
    for (let measure = 0; measure < measures.length; measure++) {
      const value = measures[measure]!;
      if (!Number.isNaN(value)) (this.measures[measure] ??= new Series()).add(value);
    }
    for (const need of needs) this.needs.add(need);
    for (const need of askedNeeds) this.askedNeeds.add(need);
    if (journey !== undefined) this.journey.add(journey);
    if (this.scope === 'collection') for (const slot of slots) this.examples.add(slot, place);
  }
}
