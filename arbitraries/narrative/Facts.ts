import type { Customer } from '../schema/index.js';

/** What a narrative may speak of: everything that stands above it in the record. */
export type Facts = Pick<
  Customer,
  'persona_type' | 'as_of' | 'core' | 'sdoh' | 'health' | 'life_events' | 'engagement'
>;
