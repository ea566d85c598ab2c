import { Asker, SearchEnded } from './Asker.js';
import { DataSearch } from './DataSearch.js';
import { KeptShape } from './KeptShape.js';
import { membersThatMatter } from './membersThatMatter.js';
import { needsOf } from './needs.js';
import type { BrokenRule, Need, Shrunk, ShrinkOptions } from './Shrunk.js';
import { simplestMembers } from './simplestMembers.js';
import { brokenRules, requireFailure, requireJson, sizeOf } from './start.js';
import { withoutNeedless } from './withoutNeedless.js';

/**
 * The smallest data set that still fails: the fewest records, each the simplest of its kind, what they share simplified
 * together.
 *
 * Records are dropped in runs first, so one bad record among 500 takes about twenty calls to find; the rest is done as
 * `shrink` does it. `simplest`, `matters`, `needs` and `breaks` point from the list: `/0/core/age`; `breaks` speaks of the
 * records that are left, as they were given.
 *
 * @param records - plain data, as `JSON.parse` gives it.
 * @throws CohortCheckError as `shrink` does.
 * @example
 * import { cohort, customerModel } from 'cohort-check/health';
 * const records = [...cohort({ size: 100, seed: 42 })];
 * const { value } = await shrinkData(records, {
 *   model: customerModel,
 *   fails: (all) => all.filter(({ core }) => core.age > 40).length >= 2,
 * });
 * value.map(({ core }) => core.age) // [41, 41]
 */
export async function shrinkData<V, T extends object = object>(
  records: readonly V[],
  options: ShrinkOptions<readonly V[], T>,
): Promise<Shrunk<V[]>> {
  const started = performance.now();
  requireJson('shrinkData(…)', records);
  const { model } = options;
  const { arbitrary } = model;
  let kept: readonly unknown[] = records;
  let search: DataSearch<T> | undefined;
  const values = (): readonly unknown[] => search?.now.map(({ value }) => value) ?? kept;
  const measured = { of: undefined as unknown, bytes: 0 };
  const asker = new Asker<readonly V[]>(options, () => {
    // A large set takes longer to measure than to look at.
    if (search !== undefined || measured.of !== kept) {
      Object.assign(measured, { of: kept, bytes: sizeOf(values(), 0).bytes });
    }
    return { bytes: measured.bytes, records: values().length };
  });
  const fails = (all: readonly unknown[]): Promise<boolean> => asker.fails(all as readonly V[]);
  const matters: string[] = [];
  const breaks: BrokenRule[] = [];
  let isComplete = false;
  try {
    await requireFailure(asker, records, 'shrinkData(…)');
    await withoutNeedless(records, async (fewer) => {
      const isEnough = await fails(fewer);
      if (isEnough) kept = fewer;
      return isEnough;
    });
    const shape = new KeptShape(model);
    search = new DataSearch(kept, arbitrary, shape, fails);
    for (const [index, { twin, value }] of search.now.entries()) {
      const broken = await brokenRules(value, twin, model, shape);
      breaks.push(...broken.map((one) => ({ ...one, pointer: `/${index}${one.pointer}` })));
    }
    await search.run();
    for (const [index, { twin, value }] of search.now.entries()) {
      const found = await membersThatMatter(value, twin, arbitrary, (one) => fails(values().with(index, one)));
      matters.push(...found.map((pointer) => `/${index}${pointer}`));
    }
    await asker.doubt(values() as readonly V[]);
    isComplete = true;
  } catch (error) {
    if (!(error instanceof SearchEnded)) throw error;
  }
  const smallest = values();
  const simplest: string[] = [];
  const needs: Need[] = [];
  for (const [index, { twin, patch, value }] of search?.now.entries() ?? []) {
    simplest.push(...simplestMembers(value, twin, patch, arbitrary).map((pointer) => `/${index}${pointer}`));
    needs.push(...needsOf(patch, twin).map((need) => ({ ...need, pointer: `/${index}${need.pointer}` })));
  }
  return {
    value: smallest as V[],
    tries: asker.tries,
    milliseconds: performance.now() - started,
    from: sizeOf(records, records.length),
    to: sizeOf(smallest, smallest.length),
    simplest,
    matters,
    breaks,
    needs,
    isComplete,
  };
}
