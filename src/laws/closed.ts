import type { Arbitrary } from 'fast-check';
import { candidatesOf, oneCandidate } from './candidates.js';
import { inText, onTrial } from './LawRun.js';
import type { CandidateOptions } from './LawRun.js';

export interface ClosedOptions extends CandidateOptions {
  /** How many steps down to go from each value, looking at all candidates of each step; default 10. */
  readonly depth?: number;
}

const AT_EACH_STEP = 40;

/**
 * The law that candidates of candidates are accepted: a random way down from each draw, with a look to all sides at each
 * step.
 *
 * @throws CohortCheckError `law-closed` with the seed, the run and the candidate that shows otherwise.
 */
export function closed<T>(arbitrary: Arbitrary<T>, options: ClosedOptions = {}): void {
  const { depth = 10, candidates = AT_EACH_STEP } = options;
  onTrial('closed', arbitrary, options, (run, keyed) => {
    let at = run.value;
    for (let step = 0; step < depth; step++) {
      for (const candidate of candidatesOf(keyed, at, run.source.childAt(step), candidates)) {
        if (!keyed.accepts(candidate)) {
          throw run.broken(`${inText(candidate)}, a candidate of ${inText(at)} after ${step} steps, is not accepted`);
        }
      }
      const next = oneCandidate(keyed, at, run.source.childAt(step), candidates);
      if (next === undefined) break;
      at = next.value;
    }
  });
}
