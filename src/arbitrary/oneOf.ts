import type { Arbitrary } from 'fast-check';
import type { Source } from '../source/index.js';
import { weighted } from './choice.js';
import type { ChoiceArbitrary } from './choice.js';
import type { Constraint } from './Constraint.js';
import { fromFastCheck } from './fromFastCheck.js';
import { hoisted } from './hoisted.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';
import { badOption } from './optionCheck.js';
import { sameJson } from './sameJson.js';

/** An arbitrary and how likely it is, beside the others. */
export interface Branch<T> {
  readonly arbitrary: Arbitrary<T>;
  readonly weight: number;
}

/**
 * A value of one of several arbitraries: of different kinds, or of one kind with different likelihoods.
 *
 * Between plain values take `choice`.
 *
 * Shrinks toward: the first branch: a value that an earlier branch accepts, or can be mended to, moves there.
 * Keyed by: the source, the branches and their weights.
 *
 * @throws CohortCheckError `bad-option` without branches, or on weights that `choice` would refuse.
 * @example
 * sample(oneOf(integer({ min: 0, max: 9 }), constant('none')), { seed: 1, count: 3 }) // [5, 5, 'none']
 */
export function oneOf<const B extends readonly (Arbitrary<unknown> | Branch<unknown>)[]>(
  ...branches: B
): KeyedArbitrary<BranchValue<B[number]>> {
  if (branches.length === 0)
    throw badOption(
      'oneOf(): it has no branches',
      'it needs something to take a value from',
      'give at least one arbitrary',
    );
  const weights = branches.map((branch, value) => ({ value, weight: 'arbitrary' in branch ? branch.weight : 1 }));
  const possible = weights.filter(({ weight }) => !(weight === 0));
  const arbitraries = possible.map(({ value }) => {
    const branch = branches[value] as Arbitrary<unknown> | Branch<unknown>;
    return fromFastCheck('arbitrary' in branch ? branch.arbitrary : branch);
  });
  return new OneOfArbitrary(
    arbitraries as KeyedArbitrary<BranchValue<B[number]>>[],
    possible.map(({ weight }) => weight),
  );
}

type BranchValue<B> = B extends Arbitrary<infer T> ? T : B extends Branch<infer T> ? T : never;

class OneOfArbitrary<T> extends KeyedArbitrary<T> {
  private readonly branches: readonly KeyedArbitrary<T>[];
  private readonly weights: readonly number[];
  private readonly pick: ChoiceArbitrary<number>;

  constructor(branches: readonly KeyedArbitrary<T>[], weights: readonly number[]) {
    super();
    this.branches = branches;
    this.weights = weights;
    this.pick = weighted(weights.map((weight, value) => ({ value, weight })));
  }

  override draw(source: Source, bias?: number): T {
    const index = this.pick.draw(source, bias);
    return this.branch(index).draw(source.childAt(index), bias);
  }

  override accepts(value: unknown): value is T {
    return this.branches.some((branch) => branch.accepts(value));
  }

  override *smaller(value: T): Iterable<T> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override *resume(value: T, place: unknown, part: SearchPart): Iterable<Candidate<T>> {
    if (part === 'behind' && place === undefined) return;
    const index = this.indexOf(value);
    if (place === undefined || part === 'behind') {
      for (const earlier of this.branches.slice(0, index)) yield { value: earlier.mend(value), place: undefined };
      for (const inner of hoisted(value, this)) yield { value: inner, place: undefined };
    }
    for (const candidate of this.branch(index).resume(value, place, part)) {
      // A branch's own measure may call a value simpler that an earlier branch accepts as well: the earlier one decides.
      const branch = this.indexOf(candidate.value);
      // Another branch knows nothing of this one's places.
      if (branch <= index) yield branch === index ? candidate : { value: candidate.value, place: undefined };
    }
  }

  override mend(value: unknown): T {
    if (this.accepts(value)) return value;
    const mended = this.branches.map((branch) => branch.mend(value));
    // Without a distance between kinds, the branch that keeps the JSON type counts as the nearest.
    return (mended.find((one) => typeOf(one) === typeOf(value)) ?? mended[0]) as T;
  }

  override compare(a: T, b: T): number | undefined {
    const index = this.indexOf(a);
    return index - this.indexOf(b) || (sameJson(a, b) ? 0 : this.branch(index).compare(a, b));
  }

  override *reseat(value: T, previous: KeyedArbitrary<T>): Iterable<T> {
    const index = previous instanceof OneOfArbitrary ? previous.indexOf(value) : -1;
    const branch = this.branches[index];
    if (previous === this || branch === undefined) yield* super.reseat(value, previous);
    else yield* branch.reseat(value, (previous as OneOfArbitrary<T>).branch(index));
  }

  /** A constraint of another kind than a branch rules that branch out; only where it fits none of them is it an error. */
  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    const kept: KeyedArbitrary<T>[] = [];
    const weights: number[] = [];
    const refusals: unknown[] = [];
    for (const [index, branch] of this.branches.entries()) {
      try {
        const narrowed = branch.narrow(constraint);
        if (narrowed === undefined) continue;
        kept.push(narrowed);
        weights.push(this.weights[index] as number);
      } catch (error) {
        refusals.push(error);
      }
    }
    if (refusals.length === this.branches.length) throw refusals[0];
    return kept.length === 0 ? undefined : new OneOfArbitrary(kept, weights);
  }

  override describe(): string {
    return this.branches.map((branch) => branch.describe()).join(', or ');
  }

  private indexOf(value: unknown): number {
    return this.branches.findIndex((branch) => branch.accepts(value));
  }

  private branch(index: number): KeyedArbitrary<T> {
    return this.branches[index] as KeyedArbitrary<T>;
  }
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
