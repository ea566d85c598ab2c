import type { Invariant } from '../invariant/index.js';

/** What an arbitrary tells of the model that it was declared with. */
export interface KnownModel {
  readonly name: string;
  readonly persona?: string;
  readonly invariants: readonly Pick<Invariant<never>, 'id' | 'severity' | 'check'>[];
}

/** By arbitrary, and by the declaration that an arbitrary held to constraints shares with the free one. */
const known = new WeakMap<object, KnownModel | 'several'>();

/** Has `modelOf` find the model. */
export function knowModel(model: KnownModel, arbitrary: object): void {
  for (const key of keysOf(arbitrary)) {
    const before = known.get(key);
    known.set(key, before === undefined || before === model ? model : 'several');
  }
}

/**
 * The model that an arbitrary makes records of, held to constraints or not; undefined where there is none, or where several
 * models share the arbitrary.
 */
export function modelOf(arbitrary: object): KnownModel | undefined {
  for (const key of keysOf(arbitrary)) {
    const model = known.get(key);
    if (model !== undefined) return model === 'several' ? undefined : model;
  }
  return undefined;
}

function keysOf(arbitrary: object): object[] {
  const { declaration } = arbitrary as { readonly declaration?: object };
  return declaration === undefined ? [arbitrary] : [arbitrary, declaration];
}
