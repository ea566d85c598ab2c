/*
 * The same two routes serve this project's arbitraries and fast-check's own: fast-check draws, finds the failure, and asks
 * the arbitrary for smaller values. From JSON, the failure comes in as an example, with nothing left of how it was drawn.
 */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { End, Route } from './Contender.js';

/** Draws until something fails; rare failures take long. */
const MOST_RUNS = 200_000;

type Fails<T> = (value: T) => boolean;

/** From the value as it was drawn, with what fast-check remembers of drawing it. */
export function drawn<T>(arbitrary: Arbitrary<T>, fails: Fails<T>): Route {
  return (seed) => shrunk(arbitrary, fails, { seed, numRuns: MOST_RUNS });
}

/** From the same failures after they were written to JSON and read again. */
export function fromJson<T>(arbitrary: Arbitrary<T>, fails: Fails<T>): Route {
  return (seed) => {
    return fromExample(arbitrary, fails, throughJson(firstFailure(arbitrary, fails, seed)));
  };
}

/** From a failure that is given to fast-check as an example. */
export function fromExample<T>(arbitrary: Arbitrary<T>, fails: Fails<T>, example: T): End {
  return shrunk(arbitrary, fails, { seed: 0, numRuns: 1, examples: [[example]] });
}

/** The first value from this seed that fails, as it was drawn. */
export function firstFailure<T>(arbitrary: Arbitrary<T>, fails: Fails<T>, seed: number): T {
  const property = fc.property(arbitrary, (value) => !fails(value));
  return counterexampleOf(fc.check(property, { seed, numRuns: MOST_RUNS, endOnFailure: true }), seed);
}

export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function shrunk<T>(arbitrary: Arbitrary<T>, fails: Fails<T>, parameters: fc.Parameters<[T]>): End {
  let calls = 0;
  let failedAt: number | undefined;
  const property = fc.property(arbitrary, (value) => {
    calls++;
    const isFailure = fails(value);
    if (isFailure) failedAt ??= performance.now();
    return !isFailure;
  });
  const run = fc.check(property, parameters);
  const ended = performance.now();
  return {
    value: counterexampleOf(run, parameters.seed),
    tries: calls - run.numRuns,
    milliseconds: ended - (failedAt ?? ended),
  };
}

function counterexampleOf<T>(run: fc.RunDetails<[T]>, seed: number | undefined): T {
  if (run.counterexample === null) throw new Error(`seed ${seed}: nothing failed in ${run.numRuns} draws`);
  return run.counterexample[0];
}
