import type { Source } from '../source/index.js';
import type { Broken } from './Broken.js';

/** A way in which a record can be wrong, and be wrong alone. */
export interface Fault<T> {
  readonly id: string;
  /** The rule that is broken, in one sentence. */
  readonly sentence: string;
  /**
   * Where a value has this fault; undefined where it has not, or has another one besides. Takes anything, and decides from
   * the value alone.
   */
  pointerIn(value: unknown): string | undefined;
  /** A legal record with this fault put in, if all goes well; undefined where it offers no place. */
  make(record: T, source: Source): T | undefined;
  /**
   * A legal record with this fault put in, as like as may be to that of another record, which is mended to `base`: what
   * shrinking tries. Some may turn out to have no such fault.
   */
  makeLike(record: T, other: Broken<T>, base: T): Iterable<T>;
  /** What is wrong with a value that `make` gave and `pointerIn` does not take, for error messages. */
  misfit(value: T): string;
}
