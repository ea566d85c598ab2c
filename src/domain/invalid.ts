import type { KeyedArbitrary } from '../arbitrary/index.js';
import { CohortCheckError } from '../errors/index.js';
import type { Broken } from './Broken.js';
import type { Model } from './defineModel.js';
import { InvalidArbitrary } from './InvalidArbitrary.js';
import { SHAPE } from './shapeRules.js';
import { waysToBreak } from './waysToBreak.js';

export interface InvalidOptions {
  /** Ids of rules to break; `shape` means all faults of shape. Default: every rule of the model. */
  readonly only?: readonly string[];
}

/**
 * Records of a model with exactly one thing wrong, each with its label: a rule broken, or the shape at fault in one place.
 *
 * Every rule is equally likely; each fault of shape counts as one. For a single rule take `breaking`, for shape alone
 * `shapeFaults`. It resolves to the arbitrary, because the schema is loaded on demand.
 *
 * Shrinks toward: the simplest record with the same thing wrong.
 * Keyed by: the source, the model's arbitrary, and the rules.
 *
 * @throws CohortCheckError `unknown-rule` on an id that is none; `no-place` where nothing can be broken or, when it is drawn,
 *   where a rule cannot be broken in thousands of records.
 * @example
 * import { customerModel } from 'cohort-check/health';
 * const [{ broken, pointer }] = sample(await invalid(customerModel, { only: ['shape'] }), { seed: 1, count: 1 });
 * [broken, pointer] // ['shape-unknown-value', '/life_events/past/0/impact']
 */
export async function invalid<T extends object>(
  model: Model<T>,
  { only }: InvalidOptions = {},
): Promise<KeyedArbitrary<Broken<T>>> {
  const [first, ...others] = await waysToBreak(model, only === undefined ? {} : { only });
  if (first !== undefined) {
    return new InvalidArbitrary([first.arbitrary, ...others.map(({ arbitrary }) => arbitrary)]);
  }
  throw new CohortCheckError({
    code: 'no-place',
    what: `invalid(${model.name}, …): nothing can be broken`,
    why: only === undefined ? 'the model has no invariants, and its schema lets everything pass' : 'no rule is picked',
    try: only === undefined ? 'add an invariant to the model' : 'leave out only',
  });
}

/**
 * Records of a model whose shape is at fault in exactly one place: a missing key, a wrong type, an unknown value, a number
 * out of bounds, an extra key, or a malformed date, as far as its schema has places for them.
 *
 * For testing what must look at data before it trusts it. Where each can be is read from the zod schema, and zod refuses
 * every value at its pointer.
 *
 * Shrinks toward: the simplest record with the same kind of fault, at the same kind of place.
 * Keyed by: the source, the model's arbitrary, and the schema.
 *
 * @throws CohortCheckError `no-place` where the schema lets everything pass.
 */
export async function shapeFaults<T extends object>(model: Model<T>): Promise<KeyedArbitrary<Broken<T>>> {
  return invalid(model, { only: [SHAPE] });
}
