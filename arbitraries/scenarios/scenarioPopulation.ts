import { Key, Source } from '../../src/index.js';
import type { PopulationOptions } from '../../src/index.js';
import type { Scenario } from '../schema/index.js';
import { personaTypes } from '../vocabulary.js';
import { completedShares } from './completion.js';
import { scenarioOf } from './scenarioOf.js';
import type { ScenarioType } from './ScenarioType.js';
import { sharedCustomers } from './sharedCustomers.js';
import type { SharedCustomers } from './sharedCustomers.js';

/** The scenarios of a cohort of customers: scenario `index` is that of customer `index`. */
export class ScenarioPopulation {
  /** Number of customers, and so of places. */
  readonly size: number;
  private readonly customers: SharedCustomers;
  private readonly type: ScenarioType;
  private readonly source: Source;
  private readonly completed: { at(index: number): string } | undefined;

  constructor(type: ScenarioType, { size, seed, asOf }: PopulationOptions) {
    this.type = type;
    this.size = size;
    this.customers = sharedCustomers({ size, seed, asOf });
    // Apart from the source of the customers, and from that of every other type: what changes in one moves no other.
    this.source = Source.of(seed)
      .childOf(Key.of('scenarios'))
      .childOf(Key.of(`${type.name}@${type.version}`));
    this.completed =
      type.completion === 'drawn'
        ? undefined
        : this.customers.cohort.within({
            margin: 'persona',
            name: type.name,
            shares: Object.fromEntries(
              personaTypes.map((persona) => [persona, completedShares(type.completionTargets[persona])]),
            ),
          });
  }

  /** The scenario of customer `index`, made without those before; undefined where the customer is in none of the type. */
  at(index: number): Scenario | undefined {
    const customer = this.customers.at(index);
    if (!this.type.isFor(customer)) return undefined;
    const completed = this.completed?.at(index);
    return scenarioOf(
      this.type,
      customer,
      this.source.childAt(index),
      completed === undefined ? {} : { journey: { completed: Number(completed) } },
    );
  }
}
