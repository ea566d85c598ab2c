import { choice, daysFromCivil, dayToIso, integer, record } from '../../src/index.js';
import type { ChoiceArbitrary, RecordArbitrary } from '../../src/index.js';
import { familyNames, FullName, givenNames } from '../core/index.js';
import { screeningHistory } from '../health-profile/index.js';
import { personas } from '../personas.js';
import type { Customer, ScenarioUser } from '../schema/index.js';
import { riskLevels } from '../vocabulary.js';
import type { PersonaType } from '../vocabulary.js';

/** What a scenario shows of its customer. The two never disagree: it is this function that a scenario's user comes from. */
export function userOf({ core, persona_type, health }: Customer): ScenarioUser {
  return {
    name: core.name,
    age: core.age,
    persona_type,
    risk_level: health.risk.level,
    screening_history: { ...health.preventive_care.screening_history },
  };
}

/** Where each part of the user stands in the customer: the inverse of `userOf`, for constraints. */
export const customerPlaces = {
  name: ['core', 'name'],
  age: ['core', 'age'],
  persona_type: ['persona_type'],
  risk_level: ['health', 'risk', 'level'],
  screening_history: ['health', 'preventive_care', 'screening_history'],
} as const satisfies Record<keyof ScenarioUser, readonly string[]>;

/** Scenarios do not tell the gender, so that any name of the tables is one. */
const anyName = new FullName([...givenNames.female, ...givenNames.male], familyNames);
const riskLevel = choice(riskLevels);

/**
 * A user by itself: for scenarios whose customer is not at hand. Whatever a customer's user can be is among them.
 *
 * Shrinks toward: the youngest age, the first persona that has it, low risk, no screening.
 * Keyed by: the source, the personas and the reference date.
 */
export function userRecord(types: readonly PersonaType[], asOf: string): RecordArbitrary<ScenarioUser> {
  const least = Math.min(...types.map((type) => personas[type].age.min));
  const most = Math.max(...types.map((type) => personas[type].age.max));
  const ofAge = new Map<number, ChoiceArbitrary<PersonaType>>();
  for (let age = least; age <= most; age++) {
    ofAge.set(age, choice(types.filter((type) => age >= personas[type].age.min && age <= personas[type].age.max)));
  }
  return record()
    .field('name', anyName)
    .field('age', integer({ min: least, max: most, toward: least }))
    .field('persona_type', ({ age }) => ofAge.get(age) as ChoiceArbitrary<PersonaType>)
    .field('risk_level', riskLevel)
    .field('screening_history', ({ age, persona_type }) =>
      screeningHistory.in({
        personaType: persona_type,
        asOf,
        birthDate: earliestBirthDate(asOf, age),
        age,
        // Whether somebody is readier than others moves the odds of a rate, not its range.
        isReady: true,
      }),
    );
}

/** The birth date of the oldest who are of this age: what leaves most room for earlier screenings. */
export function earliestBirthDate(asOf: string, age: number): string {
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  // Whoever was born the day before turns a year older by that day; of a 29 February, whoever was born on the 28th as well.
  return dayToIso(
    month === 2 && day === 29 ? daysFromCivil(year - age - 1, 3, 1) : daysFromCivil(year - age - 1, month, day + 1),
  );
}
