import { stringify } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { CohortCheckError } from '../errors/index.js';
import { violationsOf } from '../invariant/index.js';
import type { Invariant } from '../invariant/index.js';
import { inText, isSame, LAWS, onTrial } from './LawRun.js';
import type { LawOptions } from './LawRun.js';

/** What makes values, and what is always true of them: a model is one. */
export interface Ruled<T> {
  readonly arbitrary: Arbitrary<T>;
  readonly invariants: readonly Invariant<T>[];
}

/**
 * The law that every breaker does what it says: its value violates its own invariant and no other, and is not accepted by
 * the arbitrary (unless the invariant is only a warning). A breaker may pass a value over, but not all of them.
 *
 * @throws CohortCheckError `law-rejects` with the seed, the run and the invariant that shows otherwise.
 */
export function rejects<T>({ arbitrary, invariants }: Ruled<T>, options: LawOptions = {}): void {
  const broken = new Set<string>();
  onTrial('rejects', arbitrary, options, (run, keyed) => {
    for (const rule of invariants) {
      const { id } = rule;
      const before = stringify(run.value);
      const foul = rule.breaker(run.value, run.source.child(id));
      if (stringify(run.value) !== before) throw run.broken(`the breaker of ${id} changed the value that it was given`);
      if (!isSame(rule.breaker(run.value, run.source.child(id)), foul))
        throw run.broken(`the breaker of ${id} gives another value for the same key`);
      if (foul === undefined) continue;
      broken.add(id);
      const caughtBy = new Set(violationsOf(foul, invariants).map(({ rule }) => rule));
      if (!caughtBy.has(id)) throw run.broken(`${id} does not catch what its breaker made: ${inText(foul)}`);
      caughtBy.delete(id);
      if (caughtBy.size > 0)
        throw run.broken(`what the breaker of ${id} made also violates ${[...caughtBy].join(', ')}: ${inText(foul)}`);
      if (rule.severity === 'error' && keyed.accepts(foul))
        throw run.broken(`what the breaker of ${id} made is accepted: ${inText(foul)}`);
    }
  });
  const { seed = 42, runs = 100, from = 0 } = options;
  const idle = invariants.find(({ id }) => !broken.has(id));
  // A single run repeats a failure: that another breaker finds no place in its value is none.
  if (idle === undefined || runs <= 1) return;
  throw new CohortCheckError({
    code: 'law-rejects',
    what: `rejects(…): the breaker of ${idle.id} passed over every value`,
    where: `seed ${seed}, runs ${from} to ${from + runs - 1}`,
    why: `the law says: ${LAWS.rejects}`,
    try: `let the breaker work on more values, or draw more: rejects(…, { seed: ${seed}, runs: ${runs * 10} })`,
  });
}
