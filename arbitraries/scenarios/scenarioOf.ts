import { CohortCheckError, journey, JourneyArbitrary } from '../../src/index.js';
import type { Journey, JourneySituation, KeyedArbitrary, Source, StepConstraints } from '../../src/index.js';
import type { Customer, Scenario } from '../schema/index.js';
import { situationOfCustomer, writeScenario } from './customersInScenarios.js';
import { expectedOutcomes } from './outcomes.js';
import type { ScenarioType } from './ScenarioType.js';
import { userOf } from './users.js';

/**
 * The scenario that a customer is in; the reference date is the customer's.
 *
 * For scenarios of any customers take `scenario`, for those of a whole cohort the population of `defineScenario`.
 *
 * Keyed by: the source, the customer's persona, dates and trigger; no other field of the customer moves the journey.
 *
 * @param held - `journey`: what its steps are held to.
 * @throws CohortCheckError `not-in-scenario` where the type is not for this customer, `constraint-clash` where no journey of
 *   the customer meets `held`.
 */
export function scenarioOf(
  type: ScenarioType,
  customer: Customer,
  source: Source,
  held: { readonly journey?: StepConstraints } = {},
): Scenario {
  if (!type.isFor(customer)) throw notIn(type, customer);
  const trigger_event = type.trigger?.(customer);
  const steps = drawnJourney(type, situationOfCustomer(type, customer, trigger_event), source, held.journey);
  return writeScenario(type, {
    customer_id: customer.customer_id,
    user: userOf(customer),
    ...(trigger_event !== undefined && { trigger_event }),
    journey: steps,
    expected_outcomes: expectedOutcomes(type, customer.persona_type, steps),
  });
}

function drawnJourney(
  { graph }: ScenarioType,
  situation: JourneySituation,
  source: Source,
  held: StepConstraints | undefined,
): Journey {
  const free: KeyedArbitrary<Journey> = JourneyArbitrary.in(graph, situation);
  const narrowed = held === undefined ? free : free.narrow(held);
  try {
    if (narrowed !== undefined) return narrowed.draw(source);
  } catch (error) {
    // Where no journey meets the constraints, declaring them says so in words for users.
    journey(graph, { ...situation, ...held });
    throw error;
  }
  return journey(graph, { ...situation, ...held }).draw(source);
}

function notIn(type: ScenarioType, customer: Customer): CohortCheckError {
  return new CohortCheckError({
    code: 'not-in-scenario',
    what: `scenarioOf(${type.name}, …): customer ${customer.customer_id} is not in it`,
    why: type.who,
    try: `ask ${type.name}.isFor(customer) first`,
  });
}
