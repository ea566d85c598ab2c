import { Asker, SearchEnded } from './Asker.js';
import { KeptShape } from './KeptShape.js';
import { membersThatMatter } from './membersThatMatter.js';
import { needsOf } from './needs.js';
import { RecordSearch } from './RecordSearch.js';
import type { Shrunk, ShrinkOptions } from './Shrunk.js';
import { simplestMembers } from './simplestMembers.js';
import { brokenRules, requireFailure, requireJson, sizeOf } from './start.js';

/**
 * The smallest record that still fails, wherever the given one came from.
 *
 * The record need not be one of ours. Keys that the model does not know are set aside and put back if the failure needs
 * them; dates may be written in any ISO form, numbers may lie off the grid, and rules may be broken: `breaks` names them,
 * and nothing is repaired that the failure hangs on. For a property test fast-check's own shrinking does the same with the
 * arbitraries of this package; for several records take `shrinkData`.
 *
 * @param value - plain data, as `JSON.parse` gives it.
 * @throws CohortCheckError `no-failure` where the given value does not fail, `flaky-predicate` where one value has two
 *   answers, `not-json` on what JSON does not keep, `bad-option` on a limit that is none.
 * @example
 * import { customer, customerModel } from 'cohort-check/health';
 * const [found] = sample(customer({ core: { age: { min: 43 } } }), { seed: 1, count: 1 });
 * const foreign = { ...JSON.parse(JSON.stringify(found)), crm_key: 'x-17' };
 * const { value, matters } = await shrink(foreign, { model: customerModel, fails: ({ core }) => core.age >= 43 });
 * [value.core.age, value.core.name, 'crm_key' in value, matters] // [43, 'Aaliyah Abbott', false, ['/core/age']]
 */
export async function shrink<V, T extends object = object>(value: V, options: ShrinkOptions<V, T>): Promise<Shrunk<V>> {
  const started = performance.now();
  requireJson('shrink(…)', value);
  const { model } = options;
  const asker: Asker<V> = new Asker<V>(options, () => sizeOf(search.now.value, 1));
  let matters: readonly string[] = [];
  let isComplete = false;
  const shape = new KeptShape(model);
  const search = new RecordSearch(value, model.arbitrary, shape, (candidate) => asker.fails(candidate as V));
  const breaks = await brokenRules(value, search.now.twin, model, shape);
  try {
    await requireFailure(asker, value, 'shrink(…)');
    await search.run();
    const { twin } = search.now;
    matters = await membersThatMatter(search.now.value, twin, model.arbitrary, (one) => asker.fails(one as V));
    await asker.doubt(search.now.value as V);
    isComplete = true;
  } catch (error) {
    if (!(error instanceof SearchEnded)) throw error;
  }
  const { twin, patch, value: smallest } = search.now;
  return {
    value: smallest as V,
    tries: asker.tries,
    milliseconds: performance.now() - started,
    from: sizeOf(value, 1),
    to: sizeOf(smallest, 1),
    simplest: simplestMembers(smallest, twin, patch, model.arbitrary),
    matters,
    breaks,
    needs: needsOf(patch, twin),
    isComplete,
  };
}
