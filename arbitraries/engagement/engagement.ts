import { choice, record } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { personas } from '../personas.js';
import { personaTypes } from '../vocabulary.js';
import type { EngagementPattern, PersonaType } from '../vocabulary.js';
import { Registration } from './Registration.js';
import { averageGapDays, averageMinutes } from './visitFigures.js';
import { frequencyOf } from './visitClasses.js';
import { Visits } from './Visits.js';
import { registrationDays, visitDays } from './visitWindow.js';

/** What a customer's engagement hangs on. */
export type AboveEngagement = Pick<Customer, 'persona_type' | 'as_of' | 'core' | 'sdoh' | 'health' | 'life_events'>;

const patterns = Object.fromEntries(
  personaTypes.map((type) => [type, choice(personas[type].engagementPatterns)]),
) as Readonly<Record<PersonaType, ChoiceArbitrary<EngagementPattern>>>;

/**
 * How a customer uses the platform: the pattern that is typical of the persona, and the visits of the last year.
 *
 * Shrinks toward: the persona's first pattern, the earliest registration, the fewest visits of one minute.
 * Keyed by: the source; persona, reference date and birth date.
 */
export const engagement = record<AboveEngagement>()
  .field('pattern', (_, { persona_type }) => patterns[persona_type])
  .derived('visit_frequency', ({ pattern }) => frequencyOf[pattern])
  .field('registered_on', ({ visit_frequency }, above) => {
    const { first, last } = registrationDays(above, visit_frequency);
    return new Registration(first, last);
  })
  .field('visits', ({ visit_frequency, registered_on }, { as_of }) => {
    const { first, last } = visitDays(as_of, registered_on);
    return new Visits(visit_frequency, first, last);
  })
  .derived('visit_count', ({ visits }) => visits.length)
  .derived('average_minutes', ({ visits }) => averageMinutes(visits))
  .derived('average_gap_days', ({ visits }) => averageGapDays(visits));
