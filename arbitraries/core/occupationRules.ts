import { invariant } from '../../src/index.js';
import type { Invariant, Source } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { oneFrom, withCore } from './breaking.js';
import { fitsAge, fitsEducation, fitsPersona } from './occupation.js';
import { occupationNamed } from './occupations.js';
import { sameWork } from './sameWork.js';
import type { Fit } from './sameWork.js';

export const occupationRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'occupation-listed',
    sentence: 'The occupation is in the table of occupations, so that it can be told what it fits.',
    severity: 'warning',
    check: ({ core: { occupation } }, report) => {
      if (occupationNamed(occupation) !== undefined) return;
      report('/core/occupation', `${occupation} is not in the table of occupations`, occupation, 'a listed occupation');
    },
    breaker: (customer) => withCore(customer, { occupation: 'lighthouse keeper' }),
  }),
  invariant({
    id: 'occupation-fits-education',
    sentence:
      'People with this highest degree work in the occupation: none has too low a degree for it, or far too high a one.',
    check: ({ core: { occupation, education } }, report) => {
      const work = occupationNamed(occupation);
      if (work === undefined || fitsEducation(work, education)) return;
      const wanted = work.from === work.to ? work.from : `${work.from} to ${work.to}`;
      report('/core/occupation', `${occupation} goes with ${wanted}, not with ${education}`, occupation, wanted);
    },
    breaker: (customer, source) => working(customer, source, { persona: true, education: false, age: true }),
  }),
  invariant({
    id: 'occupation-fits-age',
    sentence:
      'The age is one at which people work in the occupation: who leads has come a long way, who trains has not.',
    check: ({ core: { occupation, age } }, report) => {
      const work = occupationNamed(occupation);
      if (work === undefined || fitsAge(work, age)) return;
      const wanted = work.maxAge === undefined ? `${work.minAge} or more` : `${work.minAge} to ${work.maxAge}`;
      report('/core/occupation', `${occupation} takes an age of ${wanted}, not ${age}`, occupation, wanted);
    },
    breaker: (customer, source) => working(customer, source, { persona: true, education: true, age: false }),
  }),
  invariant({
    id: 'occupation-fits-persona',
    sentence: 'A healthcare professional works in a profession of health care, and nobody else does.',
    check: ({ persona_type, core: { occupation } }, report) => {
      const work = occupationNamed(occupation);
      if (work === undefined || fitsPersona(work, persona_type)) return;
      report(
        '/core/occupation',
        `${occupation} is ${work.isHealthProfession ? 'a' : 'no'} profession of health care, and the persona is ${persona_type}`,
        occupation,
        work.isHealthProfession ? 'work outside the professions of health care' : 'a profession of health care',
      );
    },
    breaker: (customer, source) => working(customer, source, { persona: false, education: true, age: true }),
  }),
];

function working(customer: Customer, source: Source, fit: Fit): Customer | undefined {
  const occupation = oneFrom(source, sameWork(customer, customer.core, fit));
  return occupation && withCore(customer, { occupation: occupation.name });
}
