import type { KeyedArbitrary } from '../arbitrary/index.js';
import { shown } from '../errors/index.js';
import type { Broken } from './Broken.js';
import { BrokenArbitrary } from './BrokenArbitrary.js';
import type { Model } from './defineModel.js';
import { ruleFault } from './ruleFault.js';
import { unknownRule } from './waysToBreak.js';

/**
 * Records that break exactly one rule of a model and no other, each with its label: what is broken, and where.
 *
 * For testing whatever must refuse such records. Their shape is what the breaker leaves of a legal record's: the schema is
 * not asked. For any fault, those of shape included, take `invalid`. To break the rule in some records only, narrow the
 * model's arbitrary: `breaking({ ...model, arbitrary }, id)`.
 *
 * Shrinks toward: the simplest record in which the rule's breaker finds a place.
 * Keyed by: the source, the model's arbitrary and the breaker.
 *
 * @throws CohortCheckError `unknown-rule` on an id that none of the model's invariants has; when it is drawn, `no-place`
 *   where the breaker finds no place in thousands of records.
 * @example
 * import { customerModel } from 'cohort-check/health';
 * const [{ broken, pointer, value }] = sample(breaking(customerModel, 'age-within-persona'), { seed: 1, count: 1 });
 * [broken, pointer, value.core.age] // ['age-within-persona', '/core/age', 49]
 */
export function breaking<T extends object>(model: Model<T>, invariantId: string): KeyedArbitrary<Broken<T>> {
  const { name, invariants } = model;
  const rule = invariants.find(({ id }) => id === invariantId);
  if (rule !== undefined) return new BrokenArbitrary(model, ruleFault(rule, invariants));
  const known = invariants.map(({ id }) => id);
  throw unknownRule(name, invariantId, known, (id) => `breaking(${name}, ${shown(id)})`);
}
