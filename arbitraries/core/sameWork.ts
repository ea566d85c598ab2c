import type { Core, Customer } from '../schema/index.js';
import { fitsAge, fitsEducation, fitsPersona } from './occupation.js';
import { occupationNamed, occupations } from './occupations.js';
import type { Occupation } from './occupations.js';

/** What an occupation is measured by; each is a rule of its own. */
export interface Fit {
  readonly persona: boolean;
  readonly education: boolean;
  readonly age: boolean;
}

/**
 * The other occupations that pay as much, as employed or self-employed as the customer is, so that income and insurance
 * stay possible, and that fit these facts of the core or, where `fit` says so, do not.
 */
export function sameWork(
  { persona_type, core }: Customer,
  { education, age }: Pick<Core, 'education' | 'age'>,
  fit: Fit = { persona: true, education: true, age: true },
): readonly Occupation[] {
  const work = occupationNamed(core.occupation);
  if (work === undefined) return [];
  return occupations.filter(
    (one) =>
      one.pay === work.pay &&
      one.isSelfEmployed === work.isSelfEmployed &&
      fitsPersona(one, persona_type) === fit.persona &&
      fitsEducation(one, education) === fit.education &&
      fitsAge(one, age) === fit.age,
  );
}
