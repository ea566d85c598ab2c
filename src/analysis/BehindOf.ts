import type { Cause } from '../domain/index.js';
import type { Behind } from './Analysis.js';

/** A group and what is asked of it. */
export interface About {
  readonly collection: string;
  /** `all` for the whole, with the label `all`. */
  readonly grouping: string;
  readonly label: string;
  readonly kind: Cause['kind'];
  readonly subject: string;
}

/**
 * The records that a statement is about: `completion` and `drop-off` those that were lost (at the step), `tense` those that
 * were tense at the step, `outcome` those that missed it, `duration` those that finished, `need` those in need.
 */
export type BehindOf = (about: About) => Behind;
