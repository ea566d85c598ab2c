import type { Arbitrary } from 'fast-check';
import { shown } from '../errors/index.js';
import { Key } from '../source/index.js';
import { fromFastCheck } from './fromFastCheck.js';
import { badOption } from './optionCheck.js';
import { RecordArbitrary } from './RecordArbitrary.js';
import { shapeOf } from './RecordShape.js';
import type { Field } from './Field.js';

/** Shows an intersection of object types as the one object type it is. */
export type Flat<T> = { [K in keyof T]: T[K] };

/** A field of type `V`: a key that may be missing where `V` includes `undefined`. */
export type FieldOf<K extends string, V> = undefined extends V ? { [P in K]?: Exclude<V, undefined> } : { [P in K]: V };

/**
 * Declares a record whose fields may depend on each other.
 *
 * Fields are drawn in the order in which they are declared, and a field may be built from the fields above it, and from
 * `outer`: the record that this one stands in. Where nothing depends on anything, `fc.record` with these blocks inside
 * works as well, though it draws more slowly.
 */
export class RecordBuilder<T extends object, Outer = undefined, Aims extends object = object> extends RecordArbitrary<
  T,
  Outer
> {
  private readonly declared: readonly Field[];

  /** @internal */
  constructor(declared: readonly Field[]) {
    super(shapeOf(declared), undefined, undefined);
    this.declared = declared;
  }

  /**
   * Adds a field.
   *
   * @param name - its key in the record.
   * @param arbitrary - what makes it, from fast-check or from here; or a function of the fields above and of `outer` that
   *   returns it. Such a function is pure, and it is called often: pick from a table of arbitraries made before.
   * @throws CohortCheckError `bad-option` when the name is taken.
   */
  field<const K extends string, V>(
    name: K,
    arbitrary: Arbitrary<V> | ((above: Flat<T & Aims>, outer: Outer) => Arbitrary<V>),
  ): RecordBuilder<Flat<T & FieldOf<K, V>>, Outer, Aims> {
    return this.with({ kind: 'drawn', name, key: Key.of(name), ...arbitraryOf(arbitrary) });
  }

  /**
   * Adds a field that is a function of the fields above it and of `outer`: drawn by computing, accepted by comparing,
   * never shrunk by itself.
   *
   * @throws CohortCheckError `bad-option` when the name is taken.
   */
  derived<const K extends string, V>(
    name: K,
    compute: (above: Flat<T & Aims>, outer: Outer) => V,
  ): RecordBuilder<Flat<T & FieldOf<K, V>>, Outer, Aims> {
    return this.with({ kind: 'derived', name, compute: compute as Field['compute'] & {} });
  }

  /**
   * Draws beforehand what a derived field of the same name must come to, so that fields between the two can be drawn to
   * fit. It adds nothing to the record: for a given value, the aim is what the derived field says.
   *
   * This is how a share of derived outcomes is hit without drawing the outcome beside its reasons, and how a constraint
   * on a derived field reaches the fields it is derived from.
   *
   * @throws CohortCheckError `bad-option` when the name is taken.
   */
  aim<const K extends string, V>(
    name: K,
    arbitrary: Arbitrary<V> | ((above: Flat<T & Aims>, outer: Outer) => Arbitrary<V>),
  ): RecordBuilder<T, Outer, Flat<Aims & { [P in K]: V }>> {
    return this.with({ kind: 'aim', name, key: Key.of(`aim of ${name}`), ...arbitraryOf(arbitrary) });
  }

  /** @internal The same record with a further field before all others: what the law of stability compares with. */
  besides(name: string, arbitrary: Arbitrary<unknown>): RecordArbitrary<T, Outer> {
    return new RecordBuilder<T, Outer, Aims>([
      { kind: 'drawn', name, key: Key.of(name), ...arbitraryOf(arbitrary) },
      ...this.declared,
    ]);
  }

  private with<U extends object, A extends object>(field: Field): RecordBuilder<U, Outer, A> {
    const taken = this.declared.some(
      ({ name, kind }) => name === field.name && !(kind === 'aim' && field.kind === 'derived'),
    );
    const call = `record().${field.kind === 'drawn' ? 'field' : field.kind}(${shown(field.name)}, …)`;
    if (taken)
      throw badOption(`${call}: the name is taken`, 'each field of a record has its own name', 'choose another name');
    if (field.name === '__proto__') {
      throw badOption(
        `${call}: the name cannot be used`,
        'JavaScript gives it to the prototype of an object',
        'choose another name',
      );
    }
    return new RecordBuilder<U, Outer, A>([...this.declared, field]);
  }
}

/**
 * An empty record, to add fields to.
 *
 * Shrinks toward: the simplest value of each field, the first fields first; fields that hang on one that shrank are seated
 * anew, both kept and moved along with it.
 * Keyed by: the source and, field by field, its name and arbitrary; not by the order or number of the fields.
 *
 * @example
 * const stay = record()
 *   .field('nights', integer({ min: 1, max: 9 }))
 *   .field('breakfasts', ({ nights }) => integer({ min: 0, max: nights }))
 *   .derived('isHalfBoard', ({ nights, breakfasts }) => nights === breakfasts);
 * sample(stay, { seed: 1, count: 1 }) // [{ nights: 2, breakfasts: 1, isHalfBoard: false }]
 */
export function record<Outer = undefined>(): RecordBuilder<object, Outer> {
  return new RecordBuilder<object, Outer>([]);
}

function arbitraryOf(arbitrary: unknown): Pick<Field, 'fixed' | 'build'> {
  return typeof arbitrary === 'function'
    ? { build: arbitrary as NonNullable<Field['build']> }
    : { fixed: fromFastCheck(arbitrary as Arbitrary<unknown>) };
}
