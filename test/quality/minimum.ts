import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { fromFastCheck } from '../../src/arbitrary/index.js';
import { Source } from '../../src/source/index.js';

/** A failure to be shrunk, and what a person would call its simplest case. */
export interface Case<T> {
  readonly arbitrary: Arbitrary<T>;
  readonly fails: (value: T) => boolean;
  readonly minimum: NoInfer<T>;
  /** How many candidates fast-check may try on the way, in the middle and at most. */
  readonly tries: { readonly median: number; readonly max: number };
}

export const SEEDS = 200;

/** Shrinks the failure from every seed, and asks for the same simplest case each time. */
export function expectMinimum<T>(
  { arbitrary, fails, minimum, tries }: Case<T>,
  examplesOf?: (seed: number) => T,
): void {
  const ends = new Map<string, number>();
  const counts: number[] = [];
  for (let seed = 0; seed < SEEDS; seed++) {
    let count = 0;
    const property = fc.property(arbitrary, (value) => {
      count++;
      return !fails(value);
    });
    const run = fc.check(
      property,
      examplesOf === undefined ? { seed, numRuns: 10_000 } : { seed, numRuns: 1, examples: [[examplesOf(seed)]] },
    );
    const end = JSON.stringify(run.counterexample?.[0]);
    ends.set(end, (ends.get(end) ?? 0) + 1);
    counts.push(count - run.numRuns);
  }
  expect([...ends]).toEqual([[JSON.stringify(minimum), SEEDS]]);
  counts.sort((a, b) => a - b);
  expect(counts[SEEDS / 2], 'tries in the middle').toBeLessThanOrEqual(tries.median);
  expect(counts.at(-1), 'most tries').toBeLessThanOrEqual(tries.max);
}

/** A failing value that has been in a file: nothing but JSON is left of how it was drawn. */
export function foreignFailure<T>({ arbitrary, fails }: Case<T>, seed: number): T {
  const keyed = fromFastCheck(arbitrary);
  const root = Source.of(seed);
  for (let index = 0; ; index++) {
    const value = keyed.draw(root.childAt(index));
    if (fails(value)) return JSON.parse(JSON.stringify(value)) as T;
  }
}
