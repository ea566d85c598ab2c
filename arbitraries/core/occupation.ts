import { weighted } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import type { Education, PersonaType } from '../vocabulary.js';
import { reaches } from './education.js';
import { occupations } from './occupations.js';
import type { Occupation } from './occupations.js';

/** How much likelier an occupation is for a persona that it is typical of. */
const TYPICAL = 3;
/** … and how much rarer work that asks for no degree is among those who have one. */
const OVERQUALIFIED = 0.35;

/** Whether people with this degree work in it. */
export function fitsEducation({ from, to }: Occupation, education: Education): boolean {
  return reaches(education, from) && reaches(to, education);
}

/** Whether people of this age work in it. */
export function fitsAge({ minAge, maxAge = Infinity }: Occupation, age: number): boolean {
  return age >= minAge && age <= maxAge;
}

/** Whether people of this persona work in it. */
export function fitsPersona({ isHealthProfession }: Occupation, persona: PersonaType): boolean {
  return isHealthProfession === (persona === 'healthcare_professional');
}

/** The occupations open to a persona with a degree, and the choices made of them for spans of ages. */
interface Open {
  readonly occupations: readonly Occupation[];
  readonly bySpan: (ChoiceArbitrary<string> | undefined)[];
}

const known = Object.fromEntries(personaTypes.map((type) => [type, {}])) as Readonly<
  Record<PersonaType, Partial<Record<Education, Open>>>
>;

/** Ages at which some occupation begins or is over: between two of them the choice is the same, so it is made once. */
const turns = [...new Set(occupations.flatMap(({ minAge, maxAge = Infinity }) => [minAge, maxAge + 1]))];
const spans: (number | undefined)[] = [];

/** What somebody of this persona, degree and age works as. */
export function occupationOf(persona: PersonaType, education: Education, age: number): ChoiceArbitrary<string> {
  const { occupations: open, bySpan } = (known[persona][education] ??= openTo(persona, education));
  const span = (spans[age] ??= turns.filter((turn) => turn <= age).length);
  return (bySpan[span] ??= weighted(
    open
      .filter((one) => fitsAge(one, age))
      .map((one) => ({ value: one.name, weight: likelihood(one, persona, education) })),
  ));
}

function openTo(persona: PersonaType, education: Education): Open {
  return {
    occupations: occupations.filter((one) => fitsPersona(one, persona) && fitsEducation(one, education)),
    bySpan: [],
  };
}

function likelihood({ typicalOf, from }: Occupation, persona: PersonaType, education: Education): number {
  const isOverqualified = from === 'high_school' && education !== 'high_school';
  return (typicalOf.includes(persona) ? TYPICAL : 1) * (isOverqualified ? OVERQUALIFIED : 1);
}
