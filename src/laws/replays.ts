import type { Arbitrary } from 'fast-check';
import { fromFastCheck } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import type { Source } from '../source/index.js';
import { elsewhere } from './elsewhere.js';
import { inText, isSame, LawRun } from './LawRun.js';
import type { LawOptions } from './LawRun.js';

const CANDIDATES = 5;

/**
 * The law that the same key gives the same value: in any order, after any other draws, and under another clock, time zone,
 * locale and `Math.random`. What `accepts` and `smaller` say of the value must hold there as well.
 *
 * @throws CohortCheckError `law-replays` with the seed and the run that show otherwise.
 */
export function replays<T>(arbitrary: Arbitrary<T>, options: LawOptions = {}): void {
  const keyed = fromFastCheck(arbitrary);
  const { seed = 42, runs = 100, from = 0 } = options;
  const trials = Array.from({ length: runs }, (_, index) => new LawRun('replays', keyed, seed, from + index));
  const first = trials.map((run) => told(keyed, run));
  const compare = (run: LawRun<T>, again: unknown, was: unknown, how: string): void => {
    if (!isSame(again, was)) throw run.broken(`the same key gave ${inText(again)} ${how}`);
  };
  for (const [index, run] of [...trials.entries()].reverse()) {
    compare(run, told(keyed, run).value, first[index]?.value, 'when drawn in another order');
  }
  for (const [index, run] of trials.entries()) {
    disturb(keyed, run.source);
    compare(run, keyed.draw(used(run.key()), run.bias), first[index]?.value, 'after other draws');
  }
  for (const { place, result } of elsewhere(() => trials.map((run) => told(keyed, run)))) {
    for (const [index, run] of trials.entries()) {
      const { value, isAccepted, candidates } = result[index] as Told<T>;
      compare(run, value, first[index]?.value, place);
      if (isAccepted !== first[index]?.isAccepted)
        throw run.broken(`accepts says ${isAccepted} ${place}, and ${!isAccepted} here`);
      if (!isSame(candidates, first[index].candidates))
        throw run.broken(
          `smaller begins with ${inText(candidates)} ${place}, and ${inText(first[index].candidates)} here`,
        );
    }
  }
}

interface Told<T> {
  readonly value: T;
  readonly isAccepted: boolean;
  readonly candidates: readonly T[];
}

function told<T>(arbitrary: KeyedArbitrary<T>, run: LawRun<T>): Told<T> {
  const value = arbitrary.draw(run.key(), run.bias);
  const candidates: T[] = [];
  for (const candidate of arbitrary.smaller(value)) {
    if (candidates.length >= CANDIDATES) break;
    candidates.push(candidate);
  }
  return { value, isAccepted: arbitrary.accepts(value), candidates };
}

/** Other uses of the arbitrary that must leave no trace in it. */
function disturb<T>(arbitrary: KeyedArbitrary<T>, source: Source): void {
  const other = arbitrary.draw(source, 1);
  for (const candidate of arbitrary.smaller(other)) {
    arbitrary.mend(candidate);
    break;
  }
  arbitrary.mend(undefined);
}

/** The same key in a new source, beside which children have been drawn from. */
function used(source: Source): Source {
  const copy = source.clone();
  copy.child('beside').next();
  copy.childAt(0).next();
  return copy;
}
