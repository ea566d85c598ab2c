import type { Cause } from '../domain/index.js';
import type { Behind } from './Analysis.js';

/** What is asked of a group; `group` asks nothing. */
export type BehindKind = Cause['kind'] | 'group';

/** A group and what is asked of it. */
export interface About<K extends BehindKind = Cause['kind']> {
  readonly collection: string;
  /** `all` for the whole, with the label `all`. */
  readonly grouping: string;
  readonly label: string;
  readonly kind: K;
  readonly subject: string;
}

/**
 * The records that a statement is about: `completion` and `drop-off` those that were lost (at the step), `tense` those that
 * were tense at the step, `outcome` those that missed it, `duration` those that finished, `need` those in need, `group` all of them.
 */
export type BehindOf = (about: About<BehindKind>) => Behind;
