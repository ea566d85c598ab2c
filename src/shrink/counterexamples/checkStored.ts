import type { Arbitrary } from 'fast-check';
import { modelOf } from '../../domain/index.js';
import type { KnownModel } from '../../domain/index.js';
import { CohortCheckError } from '../../errors/index.js';
import { escapePointer } from '../../invariant/index.js';
import { checkArgument } from './checkArgument.js';
import type { Checked, StoredChange } from './checkArgument.js';
import type { Arguments } from './CounterexampleFile.js';

/** The arbitraries of a property, as its test hands them over. */
export type Arbitraries = readonly Arbitrary<unknown>[] | Readonly<Record<string, Arbitrary<unknown>>>;

/** An argument of a property: where it stands, what makes it, and what is known of it. */
export interface Parameter {
  readonly key: string;
  readonly arbitrary: Arbitrary<unknown>;
  readonly model: KnownModel | undefined;
}

/**
 * The arguments of a property with their models: those that their arbitraries were declared with, and the given one for the
 * only argument of which none is known.
 *
 * @throws CohortCheckError `which-argument` where the given model could be that of several arguments.
 */
export function parametersOf(arbitraries: Arbitraries, given?: KnownModel): Parameter[] {
  const parameters = Object.entries(arbitraries as Readonly<Record<string, Arbitrary<unknown>>>).map(
    ([key, arbitrary]) => ({ key, arbitrary, model: modelOf(arbitrary) }),
  );
  if (given === undefined) return parameters;
  const [only] = parameters;
  if (parameters.length === 1 && only !== undefined) return [{ ...only, model: given }];
  const open = parameters.filter(({ model }) => model === undefined);
  if (open.length > 1) {
    throw new CohortCheckError({
      code: 'which-argument',
      what: `model ${given.name}: it could be that of ${open.length} arguments (${open.map(({ key }) => key).join(', ')})`,
      why: 'no model was declared with their arbitraries',
      try: `leave model out, or give the arbitrary of defineModel({ name: '${given.name}', … }) to the property`,
    });
  }
  return parameters.map((one) => (one.model === undefined ? { ...one, model: given } : one));
}

/** What has become of stored arguments since they were written: stale where any of them is, mended where any had to be. */
export function checkStored(stored: Arguments, parameters: readonly Parameter[], isList: boolean): Checked<Arguments> {
  const reason = misfit(stored, parameters, isList);
  if (reason !== undefined) return { status: 'stale', reason };
  const values: [string, unknown][] = [];
  const changes: StoredChange[] = [];
  let isKnown = true;
  for (const { key, arbitrary, model } of parameters) {
    const checked = checkArgument((stored as Readonly<Record<string, unknown>>)[key], arbitrary, model);
    if (checked.status === 'stale') return checked;
    if (checked.status === 'unknown') isKnown = false;
    const inner = `/${escapePointer(key)}`;
    if (checked.status === 'mended') {
      changes.push(...checked.changes.map((one) => ({ ...one, pointer: `${inner}${one.pointer}` })));
    }
    values.push([key, checked.value]);
  }
  const value = isList ? values.map(([, one]) => one) : Object.fromEntries(values);
  if (changes.length > 0) return { status: 'mended', value, changes };
  return { status: isKnown ? 'legal' : 'unknown', value };
}

/** How the stored arguments do not fit the property, whatever their values are. */
function misfit(stored: Arguments, parameters: readonly Parameter[], isList: boolean): string | undefined {
  if (Array.isArray(stored) !== isList) {
    const [has, takes] = isList ? ['by name', 'in a list'] : ['in a list', 'by name'];
    return `its arguments stand ${has}, and the property takes them ${takes}`;
  }
  const keys = Object.keys(stored);
  const wanted = parameters.map(({ key }) => key);
  if (isList) {
    return keys.length === wanted.length
      ? undefined
      : `it has ${keys.length} argument${keys.length === 1 ? '' : 's'}, and the property takes ${wanted.length}`;
  }
  const missing = wanted.filter((key) => !keys.includes(key));
  const extra = keys.filter((key) => !wanted.includes(key));
  if (missing.length > 0) return `it has no argument ${missing.join(', ')}, which the property takes`;
  return extra.length > 0 ? `it has an argument ${extra.join(', ')}, which the property does not take` : undefined;
}
