import type { Arbitrary } from 'fast-check';
import type { Source } from '../source/index.js';
import { isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { fromFastCheck } from './fromFastCheck.js';
import { hoisted } from './hoisted.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';
import { requireShare } from './optionCheck.js';

export interface OptionalOptions {
  /** Probability of a value being there, 0 to 1; default 0.5. */
  readonly presentShare?: number;
}

/**
 * A value or `undefined`; in a record, a key that may be missing.
 *
 * Only for fields of records: JSON has no `undefined` elsewhere. In a tuple or a list take `nullable`.
 *
 * Shrinks toward: being absent.
 * Keyed by: the source, the share and the arbitrary.
 *
 * @throws CohortCheckError `bad-option` on a share outside 0 to 1.
 * @example
 * sample(record().field('title', optional(choice(['Dr', 'Prof']))), { seed: 1, count: 3 }) // [{}, {}, { title: 'Prof' }]
 */
export function optional<T>(arbitrary: Arbitrary<T>, options: OptionalOptions = {}): KeyedArbitrary<T | undefined> {
  return absent(arbitrary, undefined, options);
}

/**
 * A value or `null`.
 *
 * Shrinks toward: `null`.
 * Keyed by: the source, the share and the arbitrary.
 *
 * @throws CohortCheckError `bad-option` on a share outside 0 to 1.
 * @example
 * sample(nullable(integer({ min: 1, max: 9 })), { seed: 1, count: 4 }) // [6, 6, null, 1]
 */
export function nullable<T>(arbitrary: Arbitrary<T>, options: OptionalOptions = {}): KeyedArbitrary<T | null> {
  return absent(arbitrary, null, options);
}

function absent<T, N extends null | undefined>(
  arbitrary: Arbitrary<T>,
  nothing: N,
  options: OptionalOptions,
): KeyedArbitrary<T | N> {
  const { presentShare = 0.5 } = options;
  requireShare(nothing === null ? 'nullable(…)' : 'optional(…)', 'presentShare', presentShare);
  return new MaybeArbitrary(fromFastCheck(arbitrary), nothing, presentShare);
}

class MaybeArbitrary<T, N extends null | undefined> extends KeyedArbitrary<T | N> {
  private readonly inner: KeyedArbitrary<T>;
  private readonly nothing: N;
  private readonly presentShare: number;

  constructor(inner: KeyedArbitrary<T>, nothing: N, presentShare: number) {
    super();
    this.inner = inner;
    this.nothing = nothing;
    this.presentShare = presentShare;
  }

  override draw(source: Source, bias?: number): T | N {
    const { presentShare } = this;
    if (
      bias !== undefined &&
      presentShare > 0 &&
      presentShare < 1 &&
      source.below(Math.max(1, Math.floor(bias))) === 0
    ) {
      return source.below(2) === 0 ? this.nothing : this.inner.draw(source.childAt(0), bias);
    }
    return source.unit() < presentShare ? this.inner.draw(source.childAt(0), bias) : this.nothing;
  }

  override accepts(value: unknown): value is T | N {
    return (value === this.nothing && this.presentShare < 1) || (this.presentShare > 0 && this.inner.accepts(value));
  }

  override *smaller(value: T | N): Iterable<T | N> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override *resume(value: T | N, place: unknown, part: SearchPart): Iterable<Candidate<T | N>> {
    if (!this.isPresent(value) || (part === 'behind' && place === undefined)) return;
    const isFresh = place === undefined || part === 'behind';
    if (isFresh && this.presentShare < 1) yield { value: this.nothing, place: undefined };
    if (isFresh) for (const inner of hoisted(value, this)) yield { value: inner, place: undefined };
    yield* this.inner.resume(value, place, part);
  }

  override mend(value: unknown): T | N {
    if (this.accepts(value)) return value;
    const isNothing = value === null || value === undefined;
    return this.presentShare === 0 || (isNothing && this.presentShare < 1) ? this.nothing : this.inner.mend(value);
  }

  override *reseat(value: T | N, previous: KeyedArbitrary<T | N>): Iterable<T | N> {
    if (this.isPresent(value) && this.presentShare > 0) {
      yield* this.inner.reseat(
        value,
        previous instanceof MaybeArbitrary ? previous.inner : (previous as KeyedArbitrary<T>),
      );
    } else yield this.mend(value);
  }

  override compare(a: T | N, b: T | N): number | undefined {
    if (!this.isPresent(a) || !this.isPresent(b)) return Number(this.isPresent(a)) - Number(this.isPresent(b));
    return this.inner.compare(a, b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T | N> | undefined {
    if (constraint === null || constraint === undefined) {
      return this.presentShare < 1 ? new MaybeArbitrary(this.inner, this.nothing, 0) : undefined;
    }
    const mayBeAbsent = this.presentShare < 1 && isOneOf(constraint) && constraint.oneOf.includes(this.nothing);
    const inner = this.presentShare > 0 ? this.inner.narrow(constraint) : undefined;
    if (inner !== undefined) return new MaybeArbitrary<T, N>(inner, this.nothing, mayBeAbsent ? this.presentShare : 1);
    return mayBeAbsent ? new MaybeArbitrary(this.inner, this.nothing, 0) : undefined;
  }

  override describe(): string {
    if (this.presentShare === 1) return this.inner.describe();
    return this.presentShare === 0 ? String(this.nothing) : `${this.inner.describe()}, or ${String(this.nothing)}`;
  }

  private isPresent(value: T | N): value is T {
    return value !== this.nothing;
  }
}
