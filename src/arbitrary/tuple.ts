import type { Arbitrary } from 'fast-check';
import type { Source } from '../source/index.js';
import { Alternatives } from './alternatives.js';
import type { Constraint } from './Constraint.js';
import { fromFastCheck } from './fromFastCheck.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';
import { bothNearer, equalsTogether, tradedOff } from './pairMoves.js';
import type { FreePlace, Move } from './pairMoves.js';
import { searchRow } from './searchRow.js';
import type { RowPlace } from './searchRow.js';

/**
 * An array with a fixed number of places, each with its own arbitrary.
 *
 * Where one place depends on another take `record`; for any number of equal elements take `list`.
 *
 * Shrinks toward: the simplest value in every place, the first places first.
 * Keyed by: the source and, place by place, its arbitrary.
 *
 * @example
 * sample(tuple(integer({ min: 0, max: 9 }), boolean()), { seed: 1, count: 2 }) // [[5, true], [5, false]]
 */
export function tuple<T extends readonly unknown[]>(
  ...places: { readonly [I in keyof T]: Arbitrary<T[I]> }
): KeyedArbitrary<T> {
  return new TupleArbitrary<T>(places.map((place) => fromFastCheck<unknown>(place)));
}

class TupleArbitrary<T extends readonly unknown[]> extends KeyedArbitrary<T> {
  private readonly places: readonly KeyedArbitrary<unknown>[];

  constructor(places: readonly KeyedArbitrary<unknown>[]) {
    super();
    this.places = places;
  }

  override draw(source: Source, bias?: number): T {
    return this.fill((place, index) => place.draw(source.childAt(index), bias));
  }

  override accepts(value: unknown): value is T {
    return (
      Array.isArray(value) &&
      value.length === this.places.length &&
      this.places.every((place, index) => place.accepts(value[index]))
    );
  }

  override *smaller(value: T): Iterable<T> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override *resume(value: T, place: unknown, part: SearchPart): Iterable<Candidate<T>> {
    const put = (move: Move): T => this.fill((_, at) => (move.has(at) ? move.get(at) : value[at]));
    const free = this.places.map((arbitrary, index) => ({ index, value: value[index], arbitrary }));
    yield* searchRow<T>(
      {
        count: this.places.length,
        *before() {
          for (const move of bothNearer(free)) yield put(move);
        },
        *at(index, inner, half) {
          for (const one of (free[index] as FreePlace).arbitrary.resume(value[index], inner, half)) {
            yield { value: put(new Map([[index, one.value]])), place: one.place };
          }
        },
        *after() {
          for (const move of equalsTogether(free)) yield put(move);
          for (const move of tradedOff(free)) yield put(move);
        },
      },
      place as RowPlace | undefined,
      part,
    );
  }

  override mend(value: unknown): T {
    if (this.accepts(value)) return value;
    const given: readonly unknown[] = Array.isArray(value) ? value : [];
    return this.fill((place, index) => place.mend(given[index]));
  }

  override *reseat(value: T, previous: KeyedArbitrary<T>): Iterable<T> {
    if (previous === this || !(previous instanceof TupleArbitrary)) {
      yield this.mend(value);
      return;
    }
    const ways = new Alternatives();
    do {
      yield this.fill((place, index) => {
        const before = previous.places[index];
        return before === undefined ? place.mend(value[index]) : ways.pick(place.reseat(value[index], before));
      });
    } while (ways.next());
  }

  override compare(a: T, b: T): number | undefined {
    for (const [index, place] of this.places.entries()) {
      const order = place.compare(a[index], b[index]);
      if (order !== 0) return order;
    }
    return 0;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    if (!Array.isArray(constraint) || constraint.length !== this.places.length) return super.narrow(constraint);
    const narrowed = this.places.flatMap((place, index) => place.narrow(constraint[index]) ?? []);
    return narrowed.length < this.places.length ? undefined : new TupleArbitrary<T>(narrowed);
  }

  override describe(): string {
    return `an array of ${this.places.length}: ${this.places.map((place) => place.describe()).join('; ')}`;
  }

  private fill(make: (place: KeyedArbitrary<unknown>, index: number) => unknown): T {
    return this.places.map(make) as unknown as T;
  }
}
