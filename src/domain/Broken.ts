/** A record with exactly one thing wrong, and a label that says what. */
export interface Broken<T> {
  /** Has the shape of a record where a rule is broken; where the shape itself is at fault, it is a `T` by name only. */
  readonly value: T;
  /** The id of what is broken: of an invariant, or one of the ids of shape, which begin with `shape-`. */
  readonly broken: string;
  /** JSON Pointer to the first place in `value` that is reported; for a missing key, to where it belongs. */
  readonly pointer: string;
}
