import { choice, record } from '../../src/index.js';
import { personas } from '../personas.js';
import type { Customer } from '../schema/index.js';
import { personaTypes } from '../vocabulary.js';
import type { Gender, PersonaType } from '../vocabulary.js';
import { ageOf, birthDateOf } from './age.js';
import { educationOf } from './education.js';
import { locationOf } from './location.js';
import { maritalStatusAt } from './maritalStatus.js';
import { nameOf } from './names.js';
import { occupationOf } from './occupation.js';

const genderOf = Object.fromEntries(
  personaTypes.map((type) => {
    const { femaleShare } = personas[type];
    const shares: Record<Gender, number> = { female: femaleShare, male: 1 - femaleShare };
    return [type, choice(shares)];
  }),
) as Readonly<Record<PersonaType, ReturnType<typeof choice<Gender>>>>;

/** Shares of the platform's customers, from the groups that the domain's figures name; nearly even. */
const raceEthnicity = choice({
  non_hispanic_white: 14,
  black: 12,
  asian_or_pacific_islander: 12,
  hispanic: 11,
  american_indian_or_alaska_native: 10,
});

/**
 * Who a customer is: gender, name, age and birth date, education, occupation, marital status, race or ethnicity, place.
 *
 * The gender is drawn before the name and the age before whatever needs a certain age, so that pins and narrowed ages
 * (the cells of a cohort) reach all that hangs on them.
 *
 * Shrinks toward: the youngest customer of the persona, born on 1 January, single, in the first city.
 * Keyed by: the source, the persona and the reference date.
 */
export const core = record<Pick<Customer, 'persona_type' | 'as_of'>>()
  .field('gender', (_, { persona_type }) => genderOf[persona_type])
  .field('name', ({ gender }) => nameOf(gender))
  .field('age', (_, { persona_type }) => ageOf(persona_type))
  .field('birth_date', ({ age }, { as_of }) => birthDateOf(as_of, age))
  .field('education', ({ age }, { persona_type }) => educationOf(persona_type, age))
  .field('occupation', ({ age, education }, { persona_type }) => occupationOf(persona_type, education, age))
  .field('marital_status', ({ age }) => maritalStatusAt(age))
  .field('race_ethnicity', raceEthnicity)
  .field('location', (_, { persona_type }) => locationOf(persona_type));
