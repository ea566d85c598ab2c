import { shown } from '../errors/index.js';
import type { Source } from '../source/index.js';
import { allows, boundsOf, isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import { badOption, requireOrderedKeys, requireShare } from './optionCheck.js';
import { isRecord, sameJson } from './sameJson.js';

/** A value and how likely it is, beside the others. */
export interface Weighted<T> {
  readonly value: T;
  readonly weight: number;
}

/**
 * One of the given values: equally likely ones (an array), or weighted ones (an object of weights by name, or an array
 * of `{ value, weight }`). Weights need not add up to 1; a weight of 0 leaves the value out of what is drawn and accepted.
 *
 * Shrinks toward: the first value.
 * Keyed by: the source, the values and their weights.
 *
 * @throws CohortCheckError `bad-option` when there is nothing to choose, a value stands twice, a weight is negative or not
 *   finite, or a name in an object of weights is a whole number (JavaScript would move it to the front).
 * @example
 * sample(choice({ low: 71, moderate: 29 }), { seed: 1, count: 3 }) // ['low', 'low', 'moderate']
 */
export function choice<const T>(values: readonly T[]): ChoiceArbitrary<T>;
export function choice<K extends string>(weights: Readonly<Record<K, number>>): ChoiceArbitrary<K>;
export function choice(values: readonly unknown[] | Readonly<Record<string, number>>): ChoiceArbitrary<unknown> {
  if (isList(values)) return ofWeighted(values.map((value) => ({ value, weight: 1 })));
  requireOrderedKeys('choice(…)', values, `weighted([{ value: '1', weight: 1 }, …])`);
  return ofWeighted(Object.entries(values).map(([value, weight]) => ({ value, weight })));
}

/**
 * `choice` for values that are not texts: each with its weight.
 *
 * Shrinks toward: the first value.
 * Keyed by: the source, the values and their weights.
 *
 * @throws CohortCheckError `bad-option` as `choice` does.
 * @example
 * sample(weighted([{ value: 1, weight: 9 }, { value: 2, weight: 1 }]), { seed: 1, count: 3 }) // [1, 1, 2]
 */
export function weighted<const T>(values: readonly Weighted<T>[]): ChoiceArbitrary<T> {
  return ofWeighted(values);
}

/**
 * Exactly this value.
 *
 * Shrinks toward: itself, so never.
 * Keyed by: nothing.
 *
 * @example
 * sample(constant('none'), { seed: 1, count: 2 }) // ['none', 'none']
 */
export function constant<const T>(value: T): ChoiceArbitrary<T> {
  return choice([value]);
}

/**
 * `false` or `true`.
 *
 * Shrinks toward: `false`.
 * Keyed by: the source and the share.
 *
 * @param trueShare - probability of `true`, 0 to 1; default 0.5.
 * @throws CohortCheckError `bad-option` on a share outside 0 to 1.
 * @example
 * sample(boolean(0.2), { seed: 1, count: 4 }) // [false, false, true, false]
 */
export function boolean(trueShare = 0.5): ChoiceArbitrary<boolean> {
  requireShare('boolean(…)', 'trueShare', trueShare);
  return ofWeighted<boolean>([
    { value: false, weight: 1 - trueShare },
    { value: true, weight: trueShare },
  ]);
}

function ofWeighted<T>(entries: readonly Weighted<T>[]): ChoiceArbitrary<T> {
  for (const { value, weight } of entries) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw badOption(
        `choice(…): the weight of ${shown(value)} is ${shown(weight)}`,
        'weights are finite and not negative',
        'weight: 1',
      );
    }
  }
  const possible = entries.filter((entry) => entry.weight > 0);
  if (possible.length === 0)
    throw badOption('choice(…): nothing to choose from', 'no value has a weight above 0', 'give at least one value');
  const values = possible.map((entry) => entry.value);
  const twice = firstRepeated(values);
  if (twice !== undefined) {
    throw badOption(`choice(…): ${shown(twice.value)} stands twice`, 'each value stands once', 'add up its weights');
  }
  const weights = possible.map((entry) => entry.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === Infinity) {
    throw badOption('choice(…): the weights add up to Infinity', 'only their ratios count', 'smaller weights');
  }
  return new ChoiceArbitrary(values, weights.every((weight) => weight === weights[0]) ? undefined : weights);
}

function isList<T>(values: readonly T[] | Readonly<Record<string, number>>): values is readonly T[] {
  return Array.isArray(values);
}

function firstRepeated<T>(values: readonly T[]): { readonly value: T } | undefined {
  const plain = new Set<T>();
  const objects: T[] = [];
  for (const value of values) {
    if (plain.has(value) || objects.some((other) => sameJson(other, value))) return { value };
    if (typeof value === 'object' && value !== null) objects.push(value);
    else plain.add(value);
  }
  return undefined;
}

/** What an error shows of the values: more than of a single one, since the right one is to be found among them. */
const LONGEST_LIST = 240;

/** Values to choose from, with weights where they differ. */
export class ChoiceArbitrary<T> extends KeyedArbitrary<T> {
  readonly values: readonly T[];
  private readonly weights: readonly number[] | undefined;
  private readonly cumulative: Float64Array | undefined;
  /** Where each value stands; made when first asked for, because drawing alone never does. */
  private indices: ReadonlyMap<unknown, number> | undefined;

  /** @internal */
  constructor(values: readonly T[], weights: readonly number[] | undefined) {
    super();
    this.values = values;
    this.weights = weights;
    this.cumulative = weights === undefined ? undefined : cumulate(weights);
  }

  override draw(source: Source, bias?: number): T {
    const { values } = this;
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0) {
      return values[source.below(2) === 0 ? 0 : values.length - 1] as T;
    }
    return values[
      this.cumulative === undefined ? source.below(values.length) : find(this.cumulative, source.unit())
    ] as T;
  }

  override accepts(value: unknown): value is T {
    return this.indexOf(value) >= 0;
  }

  override *smaller(value: T): Iterable<T> {
    yield* this.values.slice(0, Math.max(0, this.indexOf(value)));
  }

  override mend(value: unknown): T {
    return this.accepts(value) ? value : (this.values[0] as T);
  }

  override compare(a: T, b: T): number {
    return this.indexOf(a) - this.indexOf(b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    // Only values that are objects themselves have fields to constrain.
    if (isRecord(constraint) && !isOneOf(constraint) && !this.values.some((value) => typeof value === 'object')) {
      boundsOf(constraint, this.describe());
    }
    const kept = this.values.map((value, index) => ({ value, index })).filter(({ value }) => allows(constraint, value));
    if (kept.length === 0) return undefined;
    return new ChoiceArbitrary(
      kept.map(({ value }) => value),
      this.weights && kept.map(({ index }) => this.weights?.[index] ?? 0),
    );
  }

  override describe(): string {
    return this.values.length === 1 ? `exactly ${shown(this.values[0])}` : `one of ${shown(this.values, LONGEST_LIST)}`;
  }

  private indexOf(value: unknown): number {
    this.indices ??= new Map(this.values.map((one, at) => [one, at]));
    const index = this.indices.get(value);
    if (index !== undefined) return index;
    return typeof value === 'object' ? this.values.findIndex((one) => sameJson(one, value)) : -1;
  }
}

function cumulate(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new Float64Array(weights.length);
  let sum = 0;
  for (let index = 0; index < weights.length; index++) shares[index] = (sum += weights[index] as number) / total;
  shares[shares.length - 1] = 1;
  return shares;
}

/** The first index whose cumulative share lies above `point`: by steps for short tables, by halving for long ones. */
function find(cumulative: Float64Array, point: number): number {
  let low = 0;
  if (cumulative.length <= 8) {
    while (point >= (cumulative[low] as number)) low++;
    return low;
  }
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point < (cumulative[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
