/*
 * The file stays whole although it is long: its verbs share how an element is found after those before it, and how those
 * after a changed one are seated anew.
 */
import { CohortCheckError } from '../errors/index.js';
import { Source } from '../source/index.js';
import { Alternatives } from './alternatives.js';
import { contentsOf, isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { HeldArbitrary } from './HeldArbitrary.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';
import { listMoves } from './listMoves.js';
import { sameJson } from './sameJson.js';
import { searchRow } from './searchRow.js';
import type { Row, RowPlace } from './searchRow.js';
import { halved, isBehind, windowsOf, withoutWindow } from './windows.js';
import type { Window } from './windows.js';
import { withContents } from './withContents.js';

export interface ListOptions<T> {
  /** Fewest elements, inclusive; default 0. */
  readonly minLength?: number;
  /** Most elements, inclusive; default 10, or `minLength` where that is more. */
  readonly maxLength?: number;
  /** No two elements have the same key. */
  readonly uniqueBy?: (element: T) => string | number;
  /** Elements stand in ascending order of this key (texts by code unit); not together with dependent elements. */
  readonly orderedBy?: (element: T) => string | number;
}

/** One arbitrary for all elements, or one that follows from the elements before. */
export type Elements<T> =
  { readonly each: KeyedArbitrary<T> } | { readonly after: (before: readonly T[]) => KeyedArbitrary<T> };

type Shape<T> = ListOptions<T> & { readonly minLength: number; readonly maxLength: number };

/** Tries for an element of a new key: few where the list may also end here, many where it must go on. */
const TRIES_BEYOND_MIN = 100;
const TRIES_BELOW_MIN = 10_000;

/** See `list`. */
export class ListArbitrary<T> extends KeyedArbitrary<T[]> {
  private readonly elements: Elements<T>;
  private readonly shape: Shape<T>;

  /** @internal */
  constructor(elements: Elements<T>, shape: Shape<T>) {
    super();
    this.elements = elements;
    this.shape = shape;
  }

  override draw(source: Source, bias?: number): T[] {
    const { minLength, maxLength, uniqueBy } = this.shape;
    const length = this.drawLength(source, minLength, maxLength, bias);
    const drawn: T[] = [];
    for (let index = 0; index < length; index++) {
      const place = source.childAt(index);
      if (uniqueBy === undefined) drawn.push(this.elementAfter(drawn).draw(place, bias));
      else if (!this.drawNew(drawn, place, bias)) break;
    }
    return this.sorted(drawn);
  }

  private drawLength(source: Source, min: number, max: number, bias: number | undefined): number {
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0) {
      const distance = source.below(3) >> 1;
      return source.below(2) === 0 ? Math.min(max, min + distance) : Math.max(min, max - distance);
    }
    return source.between(min, max);
  }

  /** Adds an element whose key is new; false when none was found and the list is long enough without it. */
  private drawNew(drawn: T[], place: Source, bias: number | undefined): boolean {
    const isNeeded = drawn.length < this.shape.minLength;
    const arbitrary = this.elementAfter(drawn);
    for (let attempt = 0; attempt < (isNeeded ? TRIES_BELOW_MIN : TRIES_BEYOND_MIN); attempt++) {
      // Edge cases are few: insisting on them would exhaust them.
      const element = arbitrary.draw(attempt === 0 ? place : place.childAt(attempt), attempt < 3 ? bias : undefined);
      if (!this.repeats(drawn, element)) {
        drawn.push(element);
        return true;
      }
    }
    if (!isNeeded) return false;
    throw new CohortCheckError({
      code: 'unique-exhausted',
      what: `list(…): found ${drawn.length} elements with different keys where minLength asks for ${this.shape.minLength}`,
      why: `${TRIES_BELOW_MIN} further draws of ${arbitrary.describe()} brought no new key`,
      try: `minLength: ${drawn.length}, or subset(…) for all of a few items`,
    });
  }

  override accepts(value: unknown): value is T[] {
    if (!Array.isArray(value)) return false;
    const { minLength, maxLength } = this.shape;
    if (value.length < minLength || value.length > maxLength) return false;
    for (let index = 0; index < value.length; index++) {
      const before = 'each' in this.elements ? value : value.slice(0, index);
      if (!this.elementAfter(before).accepts(value[index])) return false;
    }
    return this.isInOrder(value) && !this.hasRepeats(value);
  }

  override *smaller(value: T[]): Iterable<T[]> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override *resume(value: T[], place: unknown, part: SearchPart): Iterable<Candidate<T[]>> {
    const stand = place as Window | RowPlace | undefined;
    const row: Row<T[]> = {
      count: value.length,
      at: (index, inner, half) => this.simplifiedAt(value, index, inner, half),
      after: () => this.movedTogether(value),
    };
    if (stand === undefined || !('size' in stand)) {
      if ((stand === undefined) === (part === 'ahead')) yield* this.dropping(value, this.windows(value.length));
      yield* searchRow(row, stand, part);
      return;
    }
    const most = value.length - this.shape.minLength;
    const sizes = [...halved(stand.size)].filter((size) => size <= most);
    const windows = [...this.windows(value.length), ...windowsOf(sizes, value.length)];
    yield* this.dropping(
      value,
      windows.filter((window) => isBehind(window, stand) === (part === 'behind')),
    );
    if (part === 'ahead') yield* searchRow(row, undefined, part);
  }

  /** The windows of every size that may be dropped. */
  private windows(length: number): Iterable<Window> {
    return windowsOf(halved(length - this.shape.minLength), length);
  }

  private *dropping(value: T[], windows: Iterable<Window>): Iterable<Candidate<T[]>> {
    for (const window of windows) {
      const place: Window = { size: window.size, end: Math.max(0, window.end - window.size) };
      for (const refilled of this.refilled(withoutWindow(value, window), value)) yield { value: refilled, place };
    }
  }

  private *simplifiedAt(value: T[], index: number, inner: unknown, part: SearchPart): Iterable<Candidate<T[]>> {
    const element = value[index] as T;
    for (const one of this.elementAfter(value.slice(0, index)).resume(element, inner, part)) {
      const wanted = value.slice();
      wanted[index] = one.value;
      if (this.swaps(wanted, one.value, element, index)) yield { value: wanted, place: one.place };
      else {
        for (const refilled of this.refilled(wanted, value)) {
          // Where sorting moved the element, another one stands in its place, of which nothing has been asked.
          yield { value: refilled, place: refilled[index] === one.value ? one.place : undefined };
        }
      }
    }
  }

  private *movedTogether(value: T[]): Iterable<T[]> {
    if (!('each' in this.elements)) return;
    for (const wanted of listMoves(value, this.elements.each)) {
      const fresh = this.sorted([...wanted]);
      if (this.accepts(fresh) && (this.compare(fresh, value) ?? -1) < 0) yield fresh;
    }
  }

  /**
   * Where a simpler element repeats the key of a later one, the two change places, so that [1, 0] comes to [0, 1]. Not in a
   * sorted list, whose places have no say.
   */
  private swaps(wanted: T[], candidate: T, element: T, index: number): boolean {
    const { uniqueBy, orderedBy } = this.shape;
    if (uniqueBy === undefined || orderedBy !== undefined || !('each' in this.elements)) return false;
    const key = uniqueBy(candidate);
    const other = wanted.findIndex((one, at) => at > index && uniqueBy(one) === key);
    if (other >= 0) wanted[other] = element;
    return other >= 0;
  }

  /** The list with every element after a changed one seated anew; nothing where it would break uniqueness. */
  private *refilled(wanted: readonly T[], was: readonly T[]): Iterable<T[]> {
    if ('each' in this.elements) {
      const fresh = this.sorted([...wanted]);
      if (!this.hasRepeats(fresh)) yield fresh;
      return;
    }
    const offset = was.length - wanted.length;
    const start = wanted.findIndex((element, index) => element !== was[index]);
    const ways = new Alternatives();
    const seen: T[][] = [];
    do {
      const fresh = start < 0 ? [...wanted] : wanted.slice(0, start);
      for (let index = fresh.length; index < wanted.length; index++) {
        const arbitrary = this.elementAfter(fresh);
        const element = wanted[index] as T;
        const isTheChangedOne = offset === 0 && index === start;
        const previous = this.elementAfter(was.slice(0, index + offset));
        fresh.push(isTheChangedOne ? element : ways.pick(arbitrary.reseat(element, previous)));
      }
      if (this.hasRepeats(fresh) || seen.some((other) => sameJson(other, fresh))) continue;
      seen.push(fresh);
      yield fresh;
    } while (ways.next());
  }

  override mend(value: unknown): T[] {
    if (this.accepts(value)) return value;
    const given: readonly unknown[] = Array.isArray(value) ? value : [];
    const mended: T[] = [];
    for (const element of given) {
      if (mended.length >= this.shape.maxLength) break;
      const fitted = this.elementAfter(mended).mend(element);
      if (!this.repeats(mended, fitted)) mended.push(fitted);
    }
    return this.sorted(this.padded(mended));
  }

  /** Fills a list that is too short with draws of a fixed key, so that mending is a function of the value. */
  private padded(elements: T[]): T[] {
    const source = Source.of(0);
    for (let index = elements.length; index < this.shape.minLength; index++)
      this.drawNew(elements, source.childAt(index), undefined);
    return elements;
  }

  override *reseat(value: T[], previous: KeyedArbitrary<T[]>): Iterable<T[]> {
    if (previous === this || !(previous instanceof ListArbitrary)) {
      yield this.mend(value);
      return;
    }
    const windows =
      value.length > this.shape.maxLength
        ? Array.from(windowsOf([value.length - this.shape.maxLength], value.length), (window) =>
            withoutWindow(value, window),
          )
        : [value];
    const seen: T[][] = [];
    for (const kept of windows) {
      const ways = new Alternatives();
      do {
        const fresh: T[] = [];
        for (const [index, element] of kept.entries()) {
          const before = previous.elementAfter(kept.slice(0, index)) as KeyedArbitrary<T>;
          const seated = ways.pick(this.elementAfter(fresh).reseat(element, before));
          if (!this.repeats(fresh, seated)) fresh.push(seated);
        }
        const whole = this.sorted(this.padded(fresh));
        if (seen.some((other) => sameJson(other, whole))) continue;
        seen.push(whole);
        yield whole;
      } while (ways.next());
    }
  }

  /**
   * Shorter first; then element by element. Where elements are sorted by a key, which may disagree with their own measure,
   * the most complicated elements are compared first (the multiset order of Dershowitz and Manna, CACM 1979), so that
   * one simpler element is a simpler list wherever it lands.
   */
  override compare(a: T[], b: T[]): number | undefined {
    if (a.length !== b.length) return a.length - b.length;
    const isSorted = this.shape.orderedBy !== undefined;
    const left = isSorted ? this.bySimplicity(a) : a;
    const right = isSorted ? this.bySimplicity(b) : b;
    if (left === undefined || right === undefined) return sameJson(a, b) ? 0 : undefined;
    for (let index = 0; index < left.length; index++) {
      const arbitrary = this.elementAfter(left.slice(0, index));
      const order = arbitrary.compare(left[index] as T, right[index] as T);
      if (order !== 0) return order;
    }
    return 0;
  }

  /** The most complicated first; undefined where the elements have no order of that kind. */
  private bySimplicity(elements: readonly T[]): T[] | undefined {
    const arbitrary = this.elementAfter([]);
    let isOrdered = true;
    const sorted = [...elements].sort((x, y) => {
      const order = arbitrary.compare(y, x);
      isOrdered &&= order !== undefined;
      return order ?? 0;
    });
    return isOrdered ? sorted : undefined;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T[]> | undefined {
    if (Array.isArray(constraint) || isOneOf(constraint)) return super.narrow(constraint);
    const { includes, excludes, ...lengths } = contentsOf(constraint, this.describe());
    const minLength = Math.max(this.shape.minLength, lengths.minLength ?? 0, new Set(includes).size);
    const maxLength = Math.min(this.shape.maxLength, lengths.maxLength ?? Infinity);
    if (minLength > maxLength) return undefined;
    const bounded = new ListArbitrary(this.elements, { ...this.shape, minLength, maxLength });
    if (includes === undefined && excludes === undefined) return bounded;
    const { elements } = this;
    if ('each' in elements && includes?.some((item) => !elements.each.accepts(item)) === true) return undefined;
    return new HeldArbitrary(bounded, constraint, (value, source) => withContents(value, includes, excludes, source));
  }

  override describe(): string {
    const { minLength, maxLength } = this.shape;
    const element = 'each' in this.elements ? `, each ${this.elements.each.describe()}` : '';
    return `a list of ${minLength === maxLength ? minLength : `${minLength} to ${maxLength}`} elements${element}`;
  }

  private elementAfter(before: readonly T[]): KeyedArbitrary<T> {
    return 'each' in this.elements ? this.elements.each : this.elements.after(before);
  }

  private sorted(elements: T[]): T[] {
    const { orderedBy } = this.shape;
    return orderedBy === undefined ? elements : elements.sort((a, b) => order(orderedBy(a), orderedBy(b)));
  }

  private isInOrder(elements: readonly T[]): boolean {
    const { orderedBy } = this.shape;
    if (orderedBy === undefined) return true;
    return elements.every((element, index) => index === 0 || orderedBy(elements[index - 1] as T) <= orderedBy(element));
  }

  private repeats(elements: readonly T[], element: T): boolean {
    const { uniqueBy } = this.shape;
    return uniqueBy !== undefined && elements.some((other) => uniqueBy(other) === uniqueBy(element));
  }

  private hasRepeats(elements: readonly T[]): boolean {
    const { uniqueBy } = this.shape;
    return uniqueBy !== undefined && new Set(elements.map(uniqueBy)).size < elements.length;
  }
}

function order(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
