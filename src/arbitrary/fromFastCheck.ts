import { Random } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { shown } from '../errors/index.js';
import { Source } from '../source/index.js';
import { isOneOf, pinOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { HeldArbitrary } from './HeldArbitrary.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import { badOption } from './optionCheck.js';
import { sameJson } from './sameJson.js';

/**
 * A fast-check arbitrary as a keyed one.
 *
 * It must recognise its own values without the context that generation leaves: fast-check's basic arbitraries do, `map`
 * does when it is given an unmapper, `chain` never does. Blocks that take an arbitrary call this themselves.
 *
 * Shrinks toward: what the wrapped arbitrary shrinks toward; it states no measure, so none is stated here.
 * Keyed by: the source and the wrapped arbitrary.
 *
 * @throws CohortCheckError `bad-option` where the arbitrary does not recognise a value it has just made.
 * @example
 * sample(fromFastCheck(fc.constantFrom('a', 'b')), { seed: 1, count: 3 }) // ['b', 'a', 'a']
 */
export function fromFastCheck<T>(arbitrary: Arbitrary<T>): KeyedArbitrary<T> {
  if (arbitrary instanceof KeyedArbitrary) return arbitrary;
  const known = lifted.get(arbitrary);
  if (known !== undefined) return known as KeyedArbitrary<T>;
  const fresh = new FastCheckArbitrary(arbitrary);
  const probe = fresh.draw(Source.of(0));
  if (!arbitrary.canShrinkWithoutContext(probe)) {
    throw badOption(
      `fromFastCheck(…): the arbitrary does not recognise its own value ${shown(probe)}`,
      'a value from a file could be neither checked nor shrunk (map needs an unmapper, chain has none)',
      "record().field('a', …).field('b', ({ a }) => …) in place of chain",
    );
  }
  lifted.set(arbitrary, fresh);
  return fresh;
}

const lifted = new WeakMap<object, unknown>();

class FastCheckArbitrary<T> extends KeyedArbitrary<T> {
  private readonly inner: Arbitrary<T>;
  private simplest: { readonly value: T } | undefined;

  constructor(inner: Arbitrary<T>) {
    super();
    this.inner = inner;
  }

  override draw(source: Source, bias?: number): T {
    return this.inner.generate(new Random(source), bias).value;
  }

  override accepts(value: unknown): value is T {
    return this.inner.canShrinkWithoutContext(value);
  }

  override *smaller(value: T): Iterable<T> {
    for (const candidate of this.inner.shrink(value, undefined)) {
      // Some candidates differ in what JSON does not show, such as the prototype that `fc.record` may leave out.
      if (this.inner.canShrinkWithoutContext(candidate.value) && !sameJson(candidate.value, value))
        yield candidate.value;
    }
  }

  override mend(value: unknown): T {
    if (this.accepts(value)) return value;
    this.simplest ??= { value: this.shrunkFully(this.draw(Source.of(0))) };
    return this.simplest.value;
  }

  /** Follows the first candidate down; the bound stops an arbitrary whose shrinks run in a circle. */
  private shrunkFully(start: T): T {
    let value = start;
    for (let step = 0; step < 1000; step++) {
      const next = this.smaller(value)[Symbol.iterator]().next();
      if (next.done === true) break;
      value = next.value;
    }
    return value;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    return pinOf(constraint) !== undefined || isOneOf(constraint)
      ? super.narrow(constraint)
      : new HeldArbitrary<T>(this, constraint);
  }

  override describe(): string {
    return 'a value of a fast-check arbitrary';
  }
}
