import { weighted } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import { personas } from '../personas.js';
import { educationLevels } from '../vocabulary.js';
import type { Education, PersonaType } from '../vocabulary.js';

/** The age, in whole years, at which a degree can have been completed. */
export const minimumAgeOfDegree: Readonly<Record<Education, number>> = {
  high_school: 18,
  bachelor: 22,
  master: 24,
  phd: 27,
};

type ByCount = (ChoiceArbitrary<Education> | undefined)[];

/** By the number of degrees that an age allows: ages between two thresholds share one choice. */
const byPersona: Readonly<Record<PersonaType, ByCount>> = {
  health_aware_avoider: [],
  structured_system_seeker: [],
  balanced_life_integrator: [],
  healthcare_professional: [],
  overlooked_risk_group: [],
};

/** The persona's degrees, less those that are out of reach at this age; the others keep their proportions. */
export function educationOf(persona: PersonaType, age: number): ChoiceArbitrary<Education> {
  const inReach = degreesInReach(age);
  return (byPersona[persona][inReach] ??= weighted(
    educationLevels.slice(0, inReach).map((value) => ({ value, weight: personas[persona].education[value] ?? 0 })),
  ));
}

/** Degrees are listed from the one that is reached first. */
function degreesInReach(age: number): number {
  let count = 0;
  while (count < educationLevels.length && age >= minimumAgeOfDegree[educationLevels[count] as Education]) count++;
  return count;
}

/** Whether a degree is at least as high as another. */
export function reaches(education: Education, degree: Education): boolean {
  return educationLevels.indexOf(education) >= educationLevels.indexOf(degree);
}
