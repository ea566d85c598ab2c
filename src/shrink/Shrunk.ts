import type { Model } from '../domain/index.js';

/**
 * Says whether the failure shows: by returning true (or a promise of it), by throwing (or rejecting), or by taking longer
 * than `timeoutMs`. Whatever else it returns says that it does not.
 */
export type Fails<V> = (value: V) => unknown;

export interface ShrinkOptions<V, T extends object = object> {
  /** What the records are meant to be: says what is simpler, what is legal, and what is of the right shape. */
  readonly model: Pick<Model<T>, 'name' | 'arbitrary' | 'invariants' | 'schema'>;
  readonly fails: Fails<V>;
  /** A call that takes longer shows the failure, in milliseconds; default none. Code that never returns is not stopped. */
  readonly timeoutMs?: number;
  /** Most calls of `fails`, from 1; default 5,000. */
  readonly maxTries?: number;
  /** Ends the search early: the smallest value so far is the result. */
  readonly signal?: AbortSignal;
  /** Called after every call of `fails`. */
  readonly onProgress?: (progress: ShrinkProgress) => void;
}

/** How far a search is. */
export interface ShrinkProgress {
  readonly tries: number;
  /** Of the smallest value so far, in JSON. */
  readonly bytes: number;
  readonly records: number;
}

export interface DataSize {
  /** Of the value in JSON without spaces, in UTF-8. */
  readonly bytes: number;
  /** 1 for a single record. */
  readonly records: number;
}

/** A rule that the given value breaks. */
export interface BrokenRule {
  readonly rule: string;
  /** JSON Pointer. */
  readonly pointer: string;
  readonly message: string;
}

/** A way in which the smallest value is unlike every legal one, because the failure needs it. */
export interface Need {
  /** JSON Pointer into the smallest value. */
  readonly pointer: string;
  /** An unknown key, a key that is missing, another way of writing the same, or a value that is not legal there. */
  readonly kind: 'extra-key' | 'missing-key' | 'writing' | 'value';
}

/** The smallest value that still fails, and how it was found. */
export interface Shrunk<V> {
  readonly value: V;
  /** Calls of `fails`. */
  readonly tries: number;
  readonly milliseconds: number;
  readonly from: DataSize;
  readonly to: DataSize;
  /** JSON Pointers of the members that stand at their simplest. */
  readonly simplest: readonly string[];
  /** JSON Pointers of the members on which the failure hangs: changed alone, it is gone. */
  readonly matters: readonly string[];
  /** Rules of the model that the given value breaks; often the bug. */
  readonly breaks: readonly BrokenRule[];
  /** What about the smallest value is not legal, because the failure needs it. */
  readonly needs: readonly Need[];
  /** `signal` fired, or `maxTries` were made, before the search was through. */
  readonly isComplete: boolean;
}
