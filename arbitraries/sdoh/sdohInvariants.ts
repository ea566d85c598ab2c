import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { accessRules } from './accessRules.js';
import { meansRules } from './meansRules.js';

/** What is always true of how a customer lives. */
export const sdohInvariants: readonly Invariant<Customer>[] = [...meansRules, ...accessRules];
