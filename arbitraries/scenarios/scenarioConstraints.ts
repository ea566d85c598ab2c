import { CohortCheckError } from '../../src/index.js';
import type { ConstraintOf, StepConstraints } from '../../src/index.js';
import type { Scenario, ScenarioUser, TriggerEvent } from '../schema/index.js';
import { customerPlaces } from './users.js';

/** What a scenario may be held to: short names for what is asked for most, all else by its place in the record. */
export interface ScenarioConstraints {
  readonly persona?: ConstraintOf<ScenarioUser['persona_type']>;
  readonly age?: ConstraintOf<ScenarioUser['age']>;
  readonly risk_level?: ConstraintOf<ScenarioUser['risk_level']>;
  /** Whether there is one, or constraints on its fields. */
  readonly screening_history?: boolean | ConstraintOf<ScenarioUser['screening_history']>;
  /** Impact of the event that set the journey off. */
  readonly impact?: ConstraintOf<TriggerEvent['impact']>;
  readonly customer_id?: ConstraintOf<string>;
  readonly user?: ConstraintOf<ScenarioUser>;
  readonly trigger_event?: ConstraintOf<TriggerEvent>;
  /** How many steps are `completed`, its `length`, steps that it `includes` or `excludes`, its `ending`. */
  readonly journey?: StepConstraints;
  readonly expected_outcomes?: ConstraintOf<Scenario['expected_outcomes']>;
}

/** Where each short name stands in the record. */
const places = {
  persona: ['user', 'persona_type'],
  age: ['user', 'age'],
  risk_level: ['user', 'risk_level'],
  screening_history: ['user', 'screening_history'],
  impact: ['trigger_event', 'impact'],
} as const satisfies Partial<Record<keyof ScenarioConstraints, readonly string[]>>;

type Fields = Readonly<Record<string, unknown>>;

/** Constraints with every short name put in its place. A field that is held under both of its names is held to the short one. */
export function scenarioConstraints(constraints: ScenarioConstraints): Fields {
  const isShort = (name: string): name is keyof typeof places => Object.hasOwn(places, name);
  let held: Fields = Object.fromEntries(Object.entries(constraints).filter(([name]) => !isShort(name)));
  for (const [name, constraint] of Object.entries(constraints as Fields)) {
    if (!isShort(name) || constraint === undefined) continue;
    const isYesOrNo = name === 'screening_history' && typeof constraint === 'boolean';
    held = placed(held, places[name], isYesOrNo ? { has_history: constraint } : constraint);
  }
  return held;
}

/**
 * What the customer of a scenario is held to, so that the scenario meets its own constraints: those on the user, field by
 * field, and on the identifier.
 */
export function constraintsOnCustomer(held: Fields): Fields {
  let customer: Fields = held['customer_id'] === undefined ? {} : { customer_id: held['customer_id'] };
  const { user } = held;
  if (!isFields(user)) return customer;
  for (const [name, constraint] of Object.entries(user)) {
    if (!Object.hasOwn(customerPlaces, name)) throw unknownField(name);
    if (constraint !== undefined) customer = placed(customer, customerPlaces[name as keyof ScenarioUser], constraint);
  }
  return customer;
}

/** Whether it constrains fields one by one, rather than choosing among whole values. */
function isFields(constraint: unknown): constraint is Fields {
  return typeof constraint === 'object' && constraint !== null && !('oneOf' in constraint);
}

function placed(into: Fields, path: readonly string[], constraint: unknown): Fields {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return { ...into, [name]: constraint };
  const inner = into[name];
  return { ...into, [name]: placed(isFields(inner) ? inner : {}, rest, constraint) };
}

function unknownField(name: string): CohortCheckError {
  return new CohortCheckError({
    code: 'unknown-field',
    what: `user.${name} is no field of a scenario`,
    try: `one of ${Object.keys(customerPlaces).join(', ')}`,
  });
}
