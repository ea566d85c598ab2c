import { shown } from '../errors/index.js';
import { Key, Source } from '../source/index.js';
import { attempts } from './attempts.js';
import { allows } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { Infeasible } from './Infeasible.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';

type Fit<T> = (value: T, source: Source) => unknown;

const MOST_TRIES_INSIDE = 250;
const FIT = Key.of('fitted');

/** An arbitrary held to a constraint that it cannot build in: draws are repeated until one meets it. */
export class HeldArbitrary<T> extends KeyedArbitrary<T> {
  private readonly inner: KeyedArbitrary<T>;
  private readonly constraint: Constraint;
  private readonly fit: Fit<T> | undefined;

  /** @param fit - moves a value toward the constraint, so that rare ones are met at all; what it returns is mended. */
  constructor(inner: KeyedArbitrary<T>, constraint: Constraint, fit?: Fit<T>) {
    super();
    this.inner = inner;
    this.constraint = constraint;
    this.fit = fit;
  }

  override draw(source: Source, bias?: number): T {
    let missed: Infeasible | undefined;
    return attempts(MOST_TRIES_INSIDE, (attempt) => {
      // Edge cases are few: insisting on them could miss for ever.
      const value = this.inner.draw(attempt === 0 ? source : source.childAt(attempt), attempt < 3 ? bias : undefined);
      if (allows(this.constraint, value)) return value;
      const fitted = this.fitted(value, source.childOf(FIT).childAt(attempt));
      if (fitted !== undefined) return fitted;
      missed ??= new Infeasible([
        { path: '', asked: this.constraint, room: () => ({ possible: this.inner.describe(), above: {} }) },
      ]);
      throw missed;
    });
  }

  override accepts(value: unknown): value is T {
    return this.inner.accepts(value) && allows(this.constraint, value);
  }

  override *smaller(value: T): Iterable<T> {
    for (const candidate of this.inner.smaller(value)) if (allows(this.constraint, candidate)) yield candidate;
  }

  override *resume(value: T, place: unknown, part: SearchPart): Iterable<Candidate<T>> {
    for (const candidate of this.inner.resume(value, place, part)) {
      if (allows(this.constraint, candidate.value)) yield candidate;
    }
  }

  override mend(value: unknown): T {
    const mended = this.inner.mend(value);
    if (allows(this.constraint, mended)) return mended;
    return this.fitted(mended, Source.of(0)) ?? this.draw(Source.of(0));
  }

  private fitted(value: T, source: Source): T | undefined {
    if (this.fit === undefined) return undefined;
    const fitted = this.inner.mend(this.fit(value, source));
    return allows(this.constraint, fitted) ? fitted : undefined;
  }

  override compare(a: T, b: T): number | undefined {
    return this.inner.compare(a, b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    const inner = this.inner.narrow(constraint);
    return inner && new HeldArbitrary(inner, this.constraint, this.fit);
  }

  override describe(): string {
    return `${this.inner.describe()} that meets ${shown(this.constraint)}`;
  }
}
