import type { Arbitrary } from 'fast-check';
import { RecordBuilder } from '../arbitrary/index.js';
import { adopts } from './adopts.js';
import { closed } from './closed.js';
import { descends } from './descends.js';
import { lawNames } from './LawRun.js';
import type { LawName } from './LawRun.js';
import { mends } from './mends.js';
import { rejects } from './rejects.js';
import { replays } from './replays.js';
import { sound } from './sound.js';
import type { SoundOptions } from './sound.js';
import { stable } from './stable.js';

export interface CheckLawsOptions<T> extends SoundOptions<T> {
  /** Laws to leave out. Shrinking, adopting foreign data and replaying each rely on some of them. */
  readonly except?: readonly LawName[];
}

const CHECKS = {
  replays,
  sound,
  adopts,
  closed,
  descends,
  mends,
  stable: (arbitrary, options) => {
    if (arbitrary instanceof RecordBuilder) stable(arbitrary, options);
  },
  rejects: (arbitrary, options) => {
    if (options.invariants !== undefined) rejects({ arbitrary, invariants: options.invariants }, options);
  },
} satisfies Record<LawName, <T>(arbitrary: Arbitrary<T>, options: SoundOptions<T>) => void>;

/**
 * Every law that applies to an arbitrary, one after the other: `stable` applies to records that `record` declared,
 * `rejects` where invariants are given.
 *
 * @throws CohortCheckError `law-…` at the first value that breaks a law, with the call that repeats it.
 * @example
 * checkLaws(integer({ min: 0, max: 9 })) // undefined
 */
export function checkLaws<T>(arbitrary: Arbitrary<T>, options: CheckLawsOptions<T> = {}): void {
  for (const name of lawNames) {
    if (options.except?.includes(name) !== true) CHECKS[name](arbitrary, options);
  }
}
