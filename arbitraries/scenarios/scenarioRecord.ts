import { constant, JourneyArbitrary, record, uuid } from '../../src/index.js';
import type { KeyedArbitrary } from '../../src/index.js';
import type { Scenario, ScenarioUser, TriggerEvent } from '../schema/index.js';
import { expectedOutcomes } from './outcomes.js';
import type { ScenarioType } from './ScenarioType.js';
import { personasOf } from './travellers.js';
import { triggerEvent } from './triggers.js';
import { userRecord } from './users.js';

/**
 * The scenarios of a type by themselves: what a scenario must be so that some customer can be in it.
 *
 * This is what recognises, shrinks and mends them, because a scenario from a file has no customer with it. Dates that only
 * the customer knows, such as the registration, are left open.
 */
export function scenarioRecord(type: ScenarioType, asOf: string): KeyedArbitrary<Scenario> {
  const user = userRecord(personasOf(type), asOf);
  const start = record().field('scenario_type', constant(type.name)).field('customer_id', uuid()).field('user', user);
  const whole =
    type.trigger === undefined
      ? start
          .field('journey', (above) => journeyOf(type, asOf, above.user, undefined))
          .derived('expected_outcomes', (above) => expectedOutcomes(type, above.user.persona_type, above.journey))
      : start
          .field('trigger_event', (above) => triggerEvent.in({ age: above.user.age, asOf }))
          .field('journey', (above) => journeyOf(type, asOf, above.user, above.trigger_event))
          .derived('expected_outcomes', (above) => expectedOutcomes(type, above.user.persona_type, above.journey));
  const free = whole as KeyedArbitrary<Scenario>;
  // What is true of all users of the type can be met: its own declaration says so.
  return type.user === undefined ? free : (free.narrow({ user: type.user }) as KeyedArbitrary<Scenario>);
}

function journeyOf(
  type: ScenarioType,
  asOf: string,
  user: ScenarioUser,
  trigger: TriggerEvent | undefined,
): JourneyArbitrary {
  return JourneyArbitrary.in(type.graph, {
    persona: user.persona_type,
    impact: type.graph.impacts.length === 0 ? undefined : trigger?.impact,
    asOf,
    cause: trigger?.date,
  });
}
