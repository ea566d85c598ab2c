import type { Arbitrary } from 'fast-check';
import { sameJson } from '../../../src/index.js';
import { drawn, fromJson } from '../measure/index.js';
import type { Bounds, Contender } from '../measure/index.js';

/** One of the public shrinking challenges, defined with this project's blocks. */
export interface Challenge {
  readonly name: string;
  /** The minimum that the collection names, or the simplest value that a library is reported to reach. */
  readonly minimum: unknown;
  readonly drawn: Contender;
  readonly json: Contender;
  readonly tries: Bounds;
}

interface Declared<T> {
  readonly name: string;
  readonly arbitrary: Arbitrary<T>;
  readonly fails: (value: T) => boolean;
  readonly minimum: NoInfer<T>;
  /** Another that the collection names beside it. */
  readonly orMinimum?: NoInfer<T>;
  readonly tries: Bounds;
}

export function challenge<T>({ name, arbitrary, fails, minimum, orMinimum, tries }: Declared<T>): Challenge {
  const isMinimum = (value: unknown): boolean =>
    sameJson(value, minimum) || (orMinimum !== undefined && sameJson(value, orMinimum));
  const ends = { isMinimum, isMinimalWhereItMatters: isMinimum };
  return {
    name,
    minimum,
    drawn: { route: drawn(arbitrary, fails), ...ends },
    json: { route: fromJson(arbitrary, fails), ...ends },
    tries,
  };
}
