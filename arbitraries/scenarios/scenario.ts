import { CohortCheckError } from '../../src/index.js';
import type { KeyedArbitrary } from '../../src/index.js';
import { DEFAULT_AS_OF } from '../customer.js';
import type { Scenario } from '../schema/index.js';
import { defineScenario } from './defineScenario.js';
import type { ScenarioDefinition } from './defineScenario.js';
import type { ScenarioConstraints } from './scenarioConstraints.js';
import { scenarioTypes } from './scenarioTypes.js';
import type { ScenarioName } from './scenarioTypes.js';
import type { ScenarioType } from './ScenarioType.js';

/** The scenarios of the health domain, by name. */
export const scenarios = Object.fromEntries(
  Object.entries(scenarioTypes).map(([name, type]) => [name, defineScenario(type)]),
) as Readonly<Record<ScenarioName, ScenarioDefinition>>;

export interface ScenarioOptions {
  /** Reference date, `YYYY-MM-DD`: the only "now" of the scenario; default 2025-03-31. */
  readonly asOf?: string;
}

/**
 * A scenario: a customer, the customer's journey, and the outcomes to be expected of it.
 *
 * For the scenario of a given customer take `scenarioOf`, for those of a whole cohort the populations of the domain.
 *
 * Shrinks toward: the youngest user of the first persona, low risk, no screening; the shortest and earliest journey.
 * Keyed by: the source, the type and the reference date.
 *
 * @param type - the name of a built-in type, or a type of one's own.
 * @param constraints - `persona`, `age`, `risk_level`, `screening_history`, `impact`, any other field by its place, and
 *   `journey`: how many steps are `completed`, its `length`, steps that it `includes` or `excludes`, its `ending`.
 * @throws CohortCheckError `unknown-scenario` on a name that is none, `constraint-clash` when nothing meets the constraints.
 * @example
 * const held = scenario('life_transition', { persona: 'structured_system_seeker', impact: 'high', journey: { completed: 3 } });
 * sample(held, { seed: 1, count: 1 })[0].journey.map(({ step }) => step) // ['event_trigger', 'support_plan', 'follow_up']
 */
export function scenario(
  type: ScenarioName | ScenarioType,
  constraints: ScenarioConstraints = {},
  { asOf = DEFAULT_AS_OF }: ScenarioOptions = {},
): KeyedArbitrary<Scenario> {
  return definitionOf(type).arbitrary(constraints, { asOf });
}

const others = new WeakMap<ScenarioType, ScenarioDefinition>();

function definitionOf(type: ScenarioName | ScenarioType): ScenarioDefinition {
  if (typeof type === 'string') {
    if (Object.hasOwn(scenarios, type)) return scenarios[type];
    throw new CohortCheckError({
      code: 'unknown-scenario',
      what: `scenario(${JSON.stringify(type)}): there is no such type of scenario`,
      why: `there are ${Object.keys(scenarios).join(', ')}`,
      try: "scenario('first_time_user')",
    });
  }
  let made = others.get(type);
  if (made === undefined) others.set(type, (made = defineScenario(type)));
  return made;
}
