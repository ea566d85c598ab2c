import { choice, CohortCheckError, constant, isoToDay, record, uuid } from '../src/index.js';
import type { KeyedArbitrary } from '../src/index.js';
import { core } from './core/index.js';
import { customerConstraints } from './customerConstraints.js';
import type { CustomerConstraints } from './customerConstraints.js';
import { engagement } from './engagement/index.js';
import { healthProfile } from './health-profile/index.js';
import { lifeEvents } from './life-events/index.js';
import { narrative } from './narrative/index.js';
import { personas } from './personas.js';
import type { Customer } from './schema/index.js';
import { sdoh } from './sdoh/index.js';
import { personaTypes } from './vocabulary.js';
import type { PersonaType } from './vocabulary.js';

/** The reference date where none is given. */
export const DEFAULT_AS_OF = '2025-03-31';

export interface CustomerOptions {
  /** Reference date, `YYYY-MM-DD`: the only "now" of the record; default 2025-03-31. */
  readonly asOf?: string;
  /** What a customer's health profile is made by: the default one, or one with another risk model. */
  readonly health?: typeof healthProfile;
}

/**
 * A customer of the health platform, coherent in every part: who they are, how they live, their health and risk, what
 * happened to them, how they use the platform, and what they say of themselves.
 *
 * For a population that hits shares take `cohort`.
 *
 * Shrinks toward: the first persona, its youngest age, the plainest life: no conditions, no events, the fewest visits.
 * Keyed by: the source and, field by field, its path; the reference date.
 *
 * @param constraints - fields pinned or narrowed; what they hang on is drawn to fit.
 * @throws CohortCheckError `constraint-clash` when no customer meets them, `unknown-field` on a name that is no field,
 *   `bad-option` on a reference date that is none.
 */
export function customer(
  constraints: CustomerConstraints = {},
  options: CustomerOptions = {},
): KeyedArbitrary<Customer> {
  const { asOf = DEFAULT_AS_OF, health = healthProfile } = options;
  const free = customerRecord(asOf, health);
  const held = customerConstraints(constraints);
  return Object.keys(held).length === 0 ? free : free.given(held);
}

const shares = Object.fromEntries(personaTypes.map((type) => [type, personas[type].share])) as Record<
  PersonaType,
  number
>;

function declare(asOf: string, health: typeof healthProfile) {
  return record()
    .field('customer_id', uuid())
    .field('persona_type', choice(shares))
    .field('as_of', constant(asOf))
    .field('core', (above) => core.in(above))
    .field('sdoh', (above) => sdoh.in(above))
    .field('health', (above) => health.in(above))
    .field('life_events', (above) => lifeEvents.in(above))
    .field('engagement', (above) => engagement.in(above))
    .field('narrative', (above) => narrative.in(above));
}

const declared = new Map<string, ReturnType<typeof declare>>();

function customerRecord(asOf: string, health: typeof healthProfile): ReturnType<typeof declare> {
  if (health !== healthProfile) {
    requireReferenceDate(asOf);
    return declare(asOf, health);
  }
  let made = declared.get(asOf);
  if (made === undefined) requireReferenceDate(asOf);
  if (made === undefined) declared.set(asOf, (made = declare(asOf, health)));
  return made;
}

/** Earlier than this, the oldest customers would have been born before the given names of the tables were. */
const FIRST_AS_OF = '1970-01-01';
const LAST_AS_OF = '2999-12-31';

function requireReferenceDate(asOf: string): void {
  if (isoToDay(asOf) !== undefined && asOf >= FIRST_AS_OF && asOf <= LAST_AS_OF) return;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `as_of is ${JSON.stringify(asOf)}`,
    why: `a reference date is a calendar date from ${FIRST_AS_OF} to ${LAST_AS_OF}, written YYYY-MM-DD`,
    try: DEFAULT_AS_OF,
  });
}
