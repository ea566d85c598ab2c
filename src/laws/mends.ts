import { anything, Random, stringify } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import type { Source } from '../source/index.js';
import { inText, isSame, onTrial } from './LawRun.js';
import type { LawOptions, LawRun } from './LawRun.js';
import { nearMiss } from './nearMiss.js';

/**
 * The law that mending leaves an accepted value as it is, and makes an accepted value of anything else: of garbage, and of
 * a drawn value with something deleted, added, moved or of another type. The same for the same, and without changing what
 * it was given.
 *
 * @throws CohortCheckError `law-mends` with the seed, the run and the value that shows otherwise.
 */
export function mends<T>(arbitrary: Arbitrary<T>, options: LawOptions = {}): void {
  onTrial('mends', arbitrary, options, (run, keyed) => {
    const kept = mended(run, keyed, run.value);
    if (kept !== run.value && !isSame(kept, run.value)) throw run.broken(`mending turns the draw into ${inText(kept)}`);
    for (const foreign of foreignValues(run.value, run.source)) requireMended(run, keyed, foreign);
  });
}

const unlikely = anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

function* foreignValues(value: unknown, source: Source): Iterable<unknown> {
  for (let index = 0; index < 5; index++) yield nearMiss(value, source.childAt(index));
  yield nearMiss(nearMiss(value, source.childAt(6)), source.childAt(7));
  yield unlikely.generate(new Random(source.childAt(8)), undefined).value;
  yield undefined;
}

function requireMended<T>(run: LawRun<T>, arbitrary: KeyedArbitrary<T>, foreign: unknown): void {
  const before = stringify(foreign);
  const isAccepted = arbitrary.accepts(foreign);
  const first = mended(run, arbitrary, foreign);
  if (!arbitrary.accepts(first)) throw run.broken(`${before} is mended to ${inText(first)}, which is not accepted`);
  if (isAccepted && first !== foreign && !isSame(first, foreign)) {
    throw run.broken(`${before} is accepted, and yet mended to ${inText(first)}`);
  }
  const again = mended(run, arbitrary, foreign);
  if (!isSame(first, again)) throw run.broken(`${before} is mended to ${inText(first)}, and then to ${inText(again)}`);
  if (stringify(foreign) !== before) throw run.broken(`mending ${before} changed it to ${inText(foreign)}`);
}

function mended<T>(run: LawRun<T>, arbitrary: KeyedArbitrary<T>, foreign: unknown): T {
  try {
    return arbitrary.mend(foreign);
  } catch (error) {
    throw run.broken(`mending ${inText(foreign)} throws: ${error instanceof Error ? error.message : inText(error)}`);
  }
}
