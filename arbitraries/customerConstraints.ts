import type { ConstraintOf } from '../src/index.js';
import type { Core, Customer, Engagement, Health, ScreeningHistory, Sdoh } from './schema/index.js';

/** The fields that are constrained most, under the names that people use; all others by their place in the record. */
export interface ShortConstraints {
  readonly persona?: ConstraintOf<Customer['persona_type']>;
  readonly age?: ConstraintOf<Core['age']>;
  readonly gender?: ConstraintOf<Core['gender']>;
  readonly education?: ConstraintOf<Core['education']>;
  readonly occupation?: ConstraintOf<Core['occupation']>;
  readonly marital_status?: ConstraintOf<Core['marital_status']>;
  readonly race_ethnicity?: ConstraintOf<Core['race_ethnicity']>;
  readonly state?: ConstraintOf<Core['location']['state']>;
  readonly area_type?: ConstraintOf<Core['location']['area_type']>;
  readonly income_category?: ConstraintOf<Sdoh['income_category']>;
  readonly insurance?: ConstraintOf<Sdoh['insurance']>;
  readonly conditions?: ConstraintOf<Health['chronic_conditions']>;
  readonly risk_level?: ConstraintOf<Health['risk']['level']>;
  /** Whether there is one, or constraints on its fields. */
  readonly screening_history?: boolean | ConstraintOf<ScreeningHistory>;
  readonly visit_frequency?: ConstraintOf<Engagement['visit_frequency']>;
}

/** What a customer may be held to: a value pins a field, `{ min, max }` and `{ oneOf }` narrow it. */
export type CustomerConstraints = ShortConstraints & ConstraintOf<Customer>;

/** Where each short name stands in the record. */
const places = {
  persona: ['persona_type'],
  age: ['core', 'age'],
  gender: ['core', 'gender'],
  education: ['core', 'education'],
  occupation: ['core', 'occupation'],
  marital_status: ['core', 'marital_status'],
  race_ethnicity: ['core', 'race_ethnicity'],
  state: ['core', 'location', 'state'],
  area_type: ['core', 'location', 'area_type'],
  income_category: ['sdoh', 'income_category'],
  insurance: ['sdoh', 'insurance'],
  conditions: ['health', 'chronic_conditions'],
  risk_level: ['health', 'risk', 'level'],
  screening_history: ['health', 'preventive_care', 'screening_history'],
  visit_frequency: ['engagement', 'visit_frequency'],
} satisfies Record<keyof ShortConstraints, readonly string[]>;

/**
 * Constraints with every short name put in its place.
 *
 * A field that is held under both of its names is held to the short one.
 */
export function customerConstraints(constraints: CustomerConstraints): ConstraintOf<Customer> {
  const held: Record<string, unknown> = {};
  for (const [name, constraint] of Object.entries(constraints)) {
    if (!Object.hasOwn(places, name)) held[name] = constraint;
  }
  for (const [name, path] of Object.entries(places)) {
    const constraint: unknown = constraints[name as keyof ShortConstraints];
    if (constraint === undefined) continue;
    place(
      held,
      path,
      name === 'screening_history' && typeof constraint === 'boolean' ? { has_history: constraint } : constraint,
    );
  }
  return held;
}

function place(into: Record<string, unknown>, path: readonly string[], constraint: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    into[name] = constraint;
    return;
  }
  const inner = { ...(into[name] as Record<string, unknown> | undefined) };
  place(inner, rest, constraint);
  into[name] = inner;
}
