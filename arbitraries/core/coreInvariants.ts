import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { ageRules } from './ageRules.js';
import { educationRules } from './educationRules.js';
import { maritalStatusRules } from './maritalStatusRules.js';
import { nameRules } from './nameRules.js';
import { occupationRules } from './occupationRules.js';
import { placeRules } from './placeRules.js';

/** What is always true of who a customer is. */
export const coreInvariants: readonly Invariant<Customer>[] = [
  ...ageRules,
  ...nameRules,
  ...educationRules,
  ...occupationRules,
  ...maritalStatusRules,
  ...placeRules,
];
