import type { ZodType } from 'zod';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import type { Invariant } from '../invariant/index.js';
import { knowModel } from './modelOf.js';

/** A record type: its shape, how a record is made and shrunk, and what is always true of it. */
export interface Model<T extends object> {
  /** The name by which users and files call it, such as `customer`. Part of the key of every record. */
  readonly name: string;
  /** A whole number from 1, part of the key: raised whenever the same seed comes to give other records. */
  readonly version: number;
  /** The key that identifies a record. */
  readonly id: string;
  /** Path of the field that says of which persona a record is, such as `user.persona_type`; default: there are none. */
  readonly persona?: string;
  readonly arbitrary: KeyedArbitrary<T>;
  readonly invariants: readonly Invariant<T>[];
  /** The zod schema; loaded on demand, because drawing needs no schema and zod is slow to load. */
  readonly schema: () => Promise<ZodType<T>>;
}

/**
 * Declares a model.
 *
 * @throws CohortCheckError `bad-model` on a name that is no kebab- or snake-case word, a version that is no whole number
 *   from 1, or two invariants of one id.
 */
export function defineModel<T extends object>(model: Model<T>): Model<T> {
  const { name, version, invariants } = model;
  if (!/^[a-z][a-z0-9_-]*$/.test(name)) {
    throw badModel(
      `name is ${shown(name)}`,
      'files and keys are called after it: lower-case letters, digits, - and _',
      "name: 'customer'",
    );
  }
  if (!Number.isSafeInteger(version) || version < 1) {
    throw badModel(`version of ${name} is ${shown(version)}`, 'it is a whole number from 1', 'version: 1');
  }
  const ids = invariants.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw badModel(`invariant ${twice} of ${name} stands twice`, 'violations are told apart by it', 'rename one');
  knowModel(model, model.arbitrary);
  return model;
}

function badModel(what: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-model', what: `defineModel(…): ${what}`, why, try: next });
}
