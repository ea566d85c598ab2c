import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { statementInvariants } from './statementInvariants.js';
import { traitInvariants } from './traitInvariants.js';

/** What is always true of a narrative: it is the one of this persona, and nothing in it contradicts the record. */
export const narrativeInvariants: readonly Invariant<Customer>[] = [...statementInvariants, ...traitInvariants];
