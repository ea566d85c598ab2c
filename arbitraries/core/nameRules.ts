import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import type { Gender } from '../vocabulary.js';
import { oneFrom, withCore } from './breaking.js';
import { genderOfName, givenNames } from './names.js';

const other: Readonly<Record<Gender, Gender>> = { female: 'male', male: 'female' };

export const nameRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'name-fits-gender',
    sentence: 'The given name is one that people of this gender have.',
    check: ({ core: { name, gender } }, report) => {
      const usual = genderOfName(name);
      if (usual === undefined || usual === gender) return;
      report('/core/name', `${name} is a ${usual} name, and the gender is ${gender}`, name, `a ${gender} given name`);
    },
    breaker: (customer, source) => {
      const { name, gender } = customer.core;
      const given = oneFrom(source, givenNames[other[gender]]);
      return given === undefined ? undefined : withCore(customer, { name: given + name.slice(name.indexOf(' ')) });
    },
  }),
  invariant({
    id: 'name-listed',
    sentence: 'The name is made of a given name and a family name of the tables, so that it can be told what it fits.',
    severity: 'warning',
    check: ({ core: { name } }, report) => {
      if (genderOfName(name) !== undefined) return;
      report('/core/name', `${name} is not in the tables of names`, name, 'a given name, a space and a family name');
    },
    breaker: (customer) => withCore(customer, { name: `${customer.core.name} the Younger` }),
  }),
];
