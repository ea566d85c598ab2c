import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { personas } from '../personas.js';
import type { Customer } from '../schema/index.js';
import { educationLevels } from '../vocabulary.js';
import { oneFrom, withCore } from './breaking.js';
import { minimumAgeOfDegree } from './education.js';
import { fitsEducation } from './occupation.js';
import { occupationNamed } from './occupations.js';
import { sameWork } from './sameWork.js';

export const educationRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'education-possible-at-age',
    sentence: `Nobody has a degree before the age at which it can be completed: high school ${minimumAgeOfDegree.high_school}, bachelor ${minimumAgeOfDegree.bachelor}, master ${minimumAgeOfDegree.master}, phd ${minimumAgeOfDegree.phd}.`,
    check: ({ core: { age, education } }, report) => {
      const least = minimumAgeOfDegree[education];
      if (age >= least) return;
      const possible = educationLevels.filter((level) => age >= minimumAgeOfDegree[level]);
      report(
        '/core/education',
        `${education} takes until ${least}, and the age is ${age}`,
        education,
        possible.length === 0 ? `an age of ${minimumAgeOfDegree.high_school} or more` : possible.join(' or '),
      );
    },
    breaker: (customer, source) => {
      const { core, persona_type } = customer;
      const early = educationLevels.filter(
        (level) => core.age < minimumAgeOfDegree[level] && personas[persona_type].education[level] !== undefined,
      );
      const education = oneFrom(source, early);
      if (education === undefined) return undefined;
      const occupation = oneFrom(source, sameWork(customer, { ...core, education }));
      return occupation && withCore(customer, { education, occupation: occupation.name });
    },
  }),
  invariant({
    id: 'education-of-persona',
    sentence: 'The highest degree is one that people of the persona have.',
    check: ({ persona_type, core: { education } }, report) => {
      const shares = personas[persona_type].education;
      if (shares[education] !== undefined) return;
      const usual = educationLevels.filter((level) => shares[level] !== undefined);
      report('/core/education', `${persona_type} does not include ${education}`, education, usual.join(' or '));
    },
    breaker: (customer, source) => {
      const { core, persona_type } = customer;
      const shares = personas[persona_type].education;
      const work = occupationNamed(core.occupation);
      const education = oneFrom(
        source,
        educationLevels.filter(
          (level) =>
            shares[level] === undefined &&
            core.age >= minimumAgeOfDegree[level] &&
            work !== undefined &&
            fitsEducation(work, level),
        ),
      );
      return education && withCore(customer, { education });
    },
  }),
];
