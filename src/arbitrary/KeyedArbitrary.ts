/*
 * Arbitraries without memory.
 *
 * fast-check shrinks a value with the help of a context that generation left behind; a value that has lost it (it came
 * from a file, or from a `chain`) shrinks badly or not at all. Here nothing is left behind: every verb works from the
 * value alone. That is why one definition draws fixtures, recognises foreign data, shrinks and repairs it.
 */
import { Arbitrary, Stream, Value } from 'fast-check';
import type { Random } from 'fast-check';
import { shown } from '../errors/index.js';
import { Source } from '../source/index.js';
import { allows, isOneOf, pinOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { Infeasible } from './Infeasible.js';
import { sameJson } from './sameJson.js';

/** Which candidates a search asks for: those from where it stands, or those before. */
export type SearchPart = 'ahead' | 'behind';

/** A simpler value, and where the search stands that takes it; the place is its arbitrary's own business. */
export interface Candidate<T> {
  readonly value: T;
  readonly place: unknown;
}

/**
 * An arbitrary that draws from keyed randomness, and recognises, shrinks and mends any value.
 *
 * It is a fast-check arbitrary: it goes into `fc.property`, `fc.record`, `test.prop`. A subclass gives four verbs:
 * `draw`, `accepts`, `smaller`, `mend`. The others have defaults that fit most values; a block overrides them where it
 * knows better.
 */
export abstract class KeyedArbitrary<T> extends Arbitrary<T> {
  /**
   * Makes a value: a pure function of the source's key, and of `bias`.
   *
   * @param bias - undefined draws plainly (fixtures). A number n ≥ 1 asks for an edge case in one of n draws on average,
   *   as fast-check's own arbitraries do in property tests.
   */
  abstract draw(source: Source, bias?: number): T;

  /** Whether the value could have been drawn. Takes anything: also what came out of `JSON.parse`. */
  abstract accepts(value: unknown): value is T;

  /** Simpler accepted values, simplest first. Needs the accepted value alone. */
  abstract smaller(value: T): Iterable<T>;

  /**
   * The candidates of `smaller` for a search that came to this value by one of them: `ahead` those from there on, `behind`
   * the others. A search that goes on where it stands, instead of beginning anew, asks far fewer times.
   *
   * The place only says in which order: nothing is left out for want of it, and no value needs one. A search that has
   * found nothing ahead and nothing behind has asked for every candidate.
   *
   * @param place - what came with the candidate that is now the value; undefined at the beginning, where all is ahead.
   */
  *resume(value: T, place: unknown, part: SearchPart): Iterable<Candidate<T>> {
    const from = typeof place === 'number' ? place : 0;
    let index = 0;
    for (const candidate of this.smaller(value)) {
      if (part === 'behind' && index >= from) return;
      if (index >= from === (part === 'ahead')) yield { value: candidate, place: index };
      index++;
    }
  }

  /** The nearest accepted value: an accepted one itself, for any other the one that keeps most of it. */
  abstract mend(value: unknown): T;

  /**
   * The ways in which a value of `previous` may stand in this arbitrary, when something that both hang on became simpler.
   *
   * The nearest first; then those that keep its distance from what moved. Always accepted values, at least one.
   */
  *reseat(value: T, previous: KeyedArbitrary<T>): Iterable<T> {
    yield previous === this || this.accepts(value) ? value : this.mend(value);
  }

  /**
   * Negative where `a` is simpler than `b`, positive where `b` is, 0 where they are the same: the measure by which every
   * candidate of `smaller` descends. Undefined for two different values where the arbitrary states no measure.
   */
  compare(a: T, b: T): number | undefined {
    return sameJson(a, b) ? 0 : undefined;
  }

  /**
   * The same arbitrary held to a constraint; undefined where no value is left.
   *
   * By default it can only be pinned to a value that it accepts, or to one of several, each equally likely.
   */
  narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    const pin = pinOf(constraint);
    const wanted = isOneOf(constraint) ? constraint.oneOf : pin === undefined ? [] : [pin.value];
    const pins: T[] = [];
    for (const value of wanted) {
      if (this.accepts(value) && !pins.some((one) => sameJson(one, value))) pins.push(value);
    }
    return pins.length === 0 ? undefined : new Pinned<T>(pins);
  }

  /** What it makes, in a few words for error messages: "a whole number from 25 to 45". */
  describe(): string {
    return 'a value';
  }

  override generate(mrng: Random, biasFactor: number | undefined): Value<T> {
    try {
      return new Value(this.draw(Source.ofLanes(mrng.nextInt(), mrng.nextInt()), biasFactor), undefined);
    } catch (error) {
      throw error instanceof Infeasible ? error.toError() : error;
    }
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.accepts(value);
  }

  /** @param context - where the search stands (see `resume`); a value without one shrinks to the same end. */
  override shrink(value: T, context?: unknown): Stream<Value<T>> {
    return new Stream(asValues(wholeSearch(this, value, context)));
  }
}

/** All candidates of a value, in the order in which a search that stands at `place` asks for them. */
export function* wholeSearch<T>(arbitrary: KeyedArbitrary<T>, value: T, place: unknown): Iterable<Candidate<T>> {
  yield* arbitrary.resume(value, place, 'ahead');
  if (place !== undefined) yield* arbitrary.resume(value, place, 'behind');
}

function* asValues<T>(candidates: Iterable<Candidate<T>>): IterableIterator<Value<T>> {
  for (const { value, place } of candidates) yield new Value(value, place);
}

/** One of a few given values. */
class Pinned<T> extends KeyedArbitrary<T> {
  private readonly values: readonly T[];

  constructor(values: readonly T[]) {
    super();
    this.values = values;
  }

  override draw(source: Source): T {
    return this.values[source.below(this.values.length)] as T;
  }

  override accepts(value: unknown): value is T {
    return this.indexOf(value) >= 0;
  }

  override smaller(value: T): Iterable<T> {
    return this.values.slice(0, Math.max(0, this.indexOf(value)));
  }

  override mend(value: unknown): T {
    return this.accepts(value) ? value : (this.values[0] as T);
  }

  override compare(a: T, b: T): number {
    return this.indexOf(a) - this.indexOf(b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    const kept = this.values.filter((value) => allows(constraint, value));
    return kept.length === 0 ? undefined : new Pinned(kept);
  }

  override describe(): string {
    return this.values.length === 1 ? `exactly ${shown(this.values[0])}` : `one of ${shown(this.values)}`;
  }

  private indexOf(value: unknown): number {
    return this.values.findIndex((one) => sameJson(one, value));
  }
}
