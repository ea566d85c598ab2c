import { stringify } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { candidatesOf, oneCandidate } from './candidates.js';
import { inText, onTrial } from './LawRun.js';
import type { CandidateOptions, LawRun } from './LawRun.js';

export interface DescendsOptions extends CandidateOptions {
  /** The most steps that a way down may take, when each step goes to the first candidate or to any one; default 2000. */
  readonly steps?: number;
}

/**
 * The law that each candidate is simpler by `compare`, and that ways down end without coming back to a value.
 *
 * Where the arbitrary states no measure for two values, ending alone is checked.
 *
 * @throws CohortCheckError `law-descends` with the seed, the run and the candidate that shows otherwise.
 */
export function descends<T>(arbitrary: Arbitrary<T>, options: DescendsOptions = {}): void {
  const { steps = 2000, candidates } = options;
  onTrial('descends', arbitrary, options, (run, keyed) => {
    const itself = keyed.compare(run.value, run.value);
    if (itself !== 0) throw run.broken(`compare says ${String(itself)} of the value and itself`);
    for (const candidate of candidatesOf(keyed, run.value, run.source, candidates)) {
      requireSimpler(run, keyed, candidate, run.value);
    }
    walk(run, keyed, steps, 1);
    walk(run, keyed, steps, candidates ?? 50);
  });
}

/** `-NaN` and `undefined` are no order: `>= 0` alone would let NaN pass. */
function requireSimpler<T>(run: LawRun<T>, arbitrary: KeyedArbitrary<T>, candidate: T, value: T): void {
  const forth = arbitrary.compare(candidate, value);
  const back = arbitrary.compare(value, candidate);
  if (forth === undefined && back === undefined) return;
  if (forth === undefined || back === undefined || !(forth < 0) || !(back > 0)) {
    throw run.broken(
      `the candidate ${inText(candidate)} of ${inText(value)} is not simpler: compare says ${String(forth)}, and ${String(back)} the other way round`,
    );
  }
}

/** Goes down from the value: at each step to one of the first `choices` candidates. */
function walk<T>(run: LawRun<T>, arbitrary: KeyedArbitrary<T>, steps: number, choices: number): void {
  const seen = new Set([stringify(run.value)]);
  let at = run.value;
  for (let step = 0; ; step++) {
    const next = oneCandidate(arbitrary, at, run.source.child(choices).childAt(step), choices);
    if (next === undefined) break;
    requireSimpler(run, arbitrary, next.value, at);
    const text = stringify(next.value);
    if (seen.has(text)) throw run.broken(`shrinking comes back to ${inText(next.value)} after ${step + 1} steps`);
    if (step + 1 >= steps)
      throw run.broken(`shrinking has not ended after ${steps} steps; it is at ${inText(next.value)}`);
    seen.add(text);
    at = next.value;
  }
  if (at !== run.value) requireSimpler(run, arbitrary, at, run.value);
}
