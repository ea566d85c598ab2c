import { journeyInvariants } from '../../../src/index.js';
import type { Invariant, Journey } from '../../../src/index.js';
import type { Scenario, ScenarioUser } from '../../schema/index.js';
import { expectedOutcomes } from '../outcomes.js';
import type { ScenarioType } from '../ScenarioType.js';
import { mayHaveHistory } from '../travellers.js';
import { outcomeRules } from './outcomeRules.js';
import { asInvariants } from './ScenarioRule.js';
import { triggerRules } from './triggerRules.js';
import { typeRules } from './typeRules.js';
import { userRules } from './userRules.js';

/**
 * What is always true of a scenario of a type, seen from a reference date: of its user, of what set it off, of its journey,
 * and of what is said to be expected of it.
 */
export function scenarioInvariants(type: ScenarioType, asOf: string): readonly Invariant<Scenario>[] {
  const withJourney = (scenario: Scenario, journey: Journey): Scenario => inStep({ ...scenario, journey });
  const withUser = (scenario: Scenario, user: ScenarioUser): Scenario => inStep({ ...scenario, user });
  const inStep = (scenario: Scenario): Scenario => ({
    ...scenario,
    expected_outcomes: expectedOutcomes(type, scenario.user.persona_type, scenario.journey),
  });
  const all: Invariant<Scenario>[] = asInvariants(
    [
      ...userRules(asOf, withUser, mayHaveHistory(type)),
      ...typeRules(type, asOf, withUser),
      ...(type.trigger === undefined ? [] : triggerRules(asOf)),
      ...outcomeRules(type),
    ],
    () => all,
  );
  all.push(...rulesOnJourney(type, asOf, withJourney));
  return all;
}

function rulesOnJourney(
  { graph, trigger }: ScenarioType,
  asOf: string,
  withJourney: (scenario: Scenario, journey: Journey) => Scenario,
): readonly Invariant<Scenario>[] {
  const rules = journeyInvariants<Scenario>(graph, {
    journeyOf: ({ journey }) => journey,
    withJourney,
    situationOf: ({ user, trigger_event: event }) => ({
      persona: user.persona_type,
      impact: graph.impacts.length === 0 ? undefined : event?.impact,
      asOf,
      cause: event?.date,
    }),
    isTravellerGiven: true,
  });
  // Where records tell no cause, nothing can come before it.
  return trigger === undefined ? rules.filter(({ id }) => id !== 'journey-cause-order') : rules;
}
