import type { Arbitrary } from 'fast-check';
import { violationsOf } from '../invariant/index.js';
import type { Invariant } from '../invariant/index.js';
import { candidatesOf } from './candidates.js';
import { inText, onTrial } from './LawRun.js';
import type { CandidateOptions } from './LawRun.js';

/** What the law needs of a schema: zod's, valibot's wrapped, or a hand-made one. */
export interface Schema {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly error?: unknown };
}

export interface SoundOptions<T> extends CandidateOptions {
  /** Every value must parse with it. */
  readonly schema?: Schema;
  /** Every value must meet them. */
  readonly invariants?: readonly Invariant<T>[];
}

/**
 * The law that every draw, biased or not, and every shrink candidate is accepted, parses and meets every invariant.
 *
 * @throws CohortCheckError `law-sound` with the seed, the run and the value that shows otherwise.
 */
export function sound<T>(arbitrary: Arbitrary<T>, options: SoundOptions<T> = {}): void {
  const { schema, invariants = [], candidates } = options;
  onTrial('sound', arbitrary, options, (run, keyed) => {
    const fault = (value: T): string | undefined => {
      if (!keyed.accepts(value)) return 'is not accepted';
      const parsed = schema?.safeParse(value);
      if (parsed !== undefined && !parsed.success) return `does not fit the schema: ${said(parsed.error)}`;
      const [first] = violationsOf(value, invariants);
      return first && `violates ${first.rule} at '${first.pointer}': ${first.message}`;
    };
    const drawn = fault(run.value);
    if (drawn !== undefined) throw run.broken(`the draw ${drawn}`);
    for (const candidate of candidatesOf(keyed, run.value, run.source, candidates)) {
      const found = fault(candidate);
      if (found !== undefined) throw run.broken(`the candidate ${inText(candidate)} ${found}`);
    }
  });
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : inText(error);
}
