import { JourneyArbitrary, record } from '../../src/index.js';
import type { Journey, JourneySituation, RecordArbitrary } from '../../src/index.js';
import { customer } from '../customer.js';
import type { Customer, Scenario, ScenarioUser, TriggerEvent } from '../schema/index.js';
import { expectedOutcomes } from './outcomes.js';
import type { ScenarioType } from './ScenarioType.js';
import { userOf } from './users.js';

/** A customer together with the scenario that the customer is in. */
export interface CustomerInScenario {
  readonly customer: Customer;
  readonly customer_id: string;
  readonly user: ScenarioUser;
  readonly is_in_scenario: boolean;
  readonly trigger_event?: TriggerEvent;
  readonly journey: Journey;
  readonly expected_outcomes: Record<string, boolean>;
}

/**
 * Customers together with their scenarios of a type: what scenarios are drawn from, so that each has a customer behind it.
 *
 * The names are those of the scenario, so that one set of constraints holds both.
 */
export function customersInScenarios(type: ScenarioType, asOf: string): RecordArbitrary<CustomerInScenario> {
  return record()
    .field('customer', customer({}, { asOf }))
    .derived('customer_id', (above) => above.customer.customer_id)
    .derived('user', (above) => userOf(above.customer))
    .derived('is_in_scenario', (above) => type.isFor(above.customer))
    .derived('trigger_event', (above) => type.trigger?.(above.customer))
    .field('journey', (above) =>
      JourneyArbitrary.in(type.graph, situationOfCustomer(type, above.customer, above.trigger_event)),
    )
    .derived('expected_outcomes', (above) => expectedOutcomes(type, above.customer.persona_type, above.journey));
}

/** What a customer's journey hangs on. */
export function situationOfCustomer(
  { graph, datesOf }: ScenarioType,
  one: Customer,
  trigger: TriggerEvent | undefined,
): JourneySituation {
  return {
    persona: one.persona_type,
    impact: graph.impacts.length === 0 ? undefined : trigger?.impact,
    asOf: one.as_of,
    ...(datesOf === undefined ? { cause: trigger?.date } : datesOf(one)),
  };
}

/** The record of a scenario, its keys in the order of the format. */
export function writeScenario(
  type: ScenarioType,
  {
    customer_id,
    user,
    trigger_event,
    journey,
    expected_outcomes,
  }: Omit<CustomerInScenario, 'customer' | 'is_in_scenario'>,
): Scenario {
  return {
    scenario_type: type.name,
    customer_id,
    user,
    ...(trigger_event !== undefined && { trigger_event }),
    journey,
    expected_outcomes,
  };
}
