import { shown } from '../errors/index.js';
import type { Source } from '../source/index.js';
import { contentsOf, isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';

/** Stand where chances are too small for a double to weigh them, and no number is drawn; a chance of 0 or 1 draws one. */
const CERTAIN = 2;
const IMPOSSIBLE = -1;
/** Up to so many items, chances are kept; beyond, the tables (squares, one for each pair of bounds) would grow large. */
const MOST_TABLED = 32;

/**
 * See `subset`.
 *
 * Drawing walks the items once. With bounds on the length, an item's chance is its share weighed by how likely the items
 * after it are to complete a legal length (conditional Bernoulli sampling: Chen and Liu, Statistica Sinica 1997).
 */
export class SubsetArbitrary<T extends string | number> extends KeyedArbitrary<T[]> {
  private readonly items: readonly T[];
  private readonly shares: readonly number[];
  private readonly isUniform: boolean;
  private readonly minLength: number;
  private readonly maxLength: number;
  /** `completions[i][k]`: how likely the items from `i` on are to add exactly `k`. Most subsets are asked, not drawn from. */
  private completions: readonly Float64Array[] | undefined;
  /** By least and greatest length, made when first needed: see `rememberTable`. */
  private readonly tables: Float64Array[][] = [];

  private constructor(items: readonly T[], shares: readonly number[], isUniform: boolean, min: number, max: number) {
    super();
    this.items = items;
    this.shares = shares;
    this.isUniform = isUniform;
    this.minLength = min;
    this.maxLength = max;
  }

  /** @internal Undefined where no subset has such a length. Without shares, each length is equally likely. */
  static of<T extends string | number>(
    items: readonly T[],
    shares: readonly number[] | undefined,
    minLength: number,
    maxLength: number,
  ): SubsetArbitrary<T> | undefined {
    return SubsetArbitrary.bounded(items, shares ?? items.map(() => 0.5), shares === undefined, minLength, maxLength);
  }

  private static bounded<T extends string | number>(
    items: readonly T[],
    shares: readonly number[],
    isUniform: boolean,
    minLength: number,
    maxLength: number,
  ): SubsetArbitrary<T> | undefined {
    const min = Math.max(minLength, shares.filter((share) => share === 1).length);
    const max = Math.min(maxLength, shares.filter((share) => share > 0).length);
    return min > max ? undefined : new SubsetArbitrary(items, shares, isUniform, min, max);
  }

  override draw(source: Source, bias?: number): T[] {
    let [min, max] = [this.minLength, this.maxLength];
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0)
      min = max = source.below(2) === 0 ? min : max;
    else if (this.isUniform) min = max = source.between(min, max);
    const { items } = this;
    const table = items.length > MOST_TABLED ? undefined : (this.tables[min]?.[max] ?? this.rememberTable(min, max));
    const taken: T[] = [];
    for (let index = 0; index < items.length; index++) {
      const chance =
        table === undefined
          ? this.chance(index, min - taken.length, max - taken.length)
          : (table[index * items.length + taken.length] as number);
      if (chance === CERTAIN || (chance !== IMPOSSIBLE && source.unit() < chance)) taken.push(items[index] as T);
    }
    return taken;
  }

  /** The chance of each item, by how many of those before it were taken: a row of the table for each item. */
  private rememberTable(min: number, max: number): Float64Array {
    const { items } = this;
    const table = new Float64Array(items.length * items.length);
    for (let index = 0; index < items.length; index++) {
      for (let taken = 0; taken <= index; taken++) {
        table[index * items.length + taken] = this.chance(index, min - taken, max - taken);
      }
    }
    (this.tables[min] ??= [])[max] = table;
    return table;
  }

  /** How likely an item is to be taken where from `min` to `max` are still wanted. */
  private chance(index: number, min: number, max: number): number {
    const share = this.shares[index] as number;
    const withIt = share * this.completing(index + 1, min - 1, max - 1);
    const without = (1 - share) * this.completing(index + 1, min, max);
    if (withIt + without > 0) return withIt / (withIt + without);
    return share === 1 || (share > 0 && min >= this.possibleFrom(index)) ? CERTAIN : IMPOSSIBLE;
  }

  /** How many items from `index` on may be taken: what decides where shares are too small for their product to count. */
  private possibleFrom(index: number): number {
    return this.shares.reduce((count, share, at) => (at >= index && share > 0 ? count + 1 : count), 0);
  }

  /** How likely the items from `index` on are to add from `min` to `max`. */
  private completing(index: number, min: number, max: number): number {
    const counts = (this.completions ??= completionsOf(this.shares))[index] as Float64Array;
    if (min <= 0 && max >= counts.length - 1) return 1;
    let sum = 0;
    for (let count = Math.max(0, min); count <= Math.min(max, counts.length - 1); count++)
      sum += counts[count] as number;
    return sum;
  }

  override accepts(value: unknown): value is T[] {
    if (!Array.isArray(value) || value.length < this.minLength || value.length > this.maxLength) return false;
    let next = 0;
    for (const item of value) {
      const index = this.items.indexOf(item, next);
      if (index < 0 || this.shares[index] === 0 || this.shares.slice(next, index).includes(1)) return false;
      next = index + 1;
    }
    return !this.shares.slice(next).includes(1);
  }

  override *smaller(value: T[]): Iterable<T[]> {
    for (let size = value.length - this.minLength; size > 0; size = Math.floor(size / 2)) {
      for (let end = value.length; end > 0; end -= size) {
        const start = Math.max(0, end - size);
        const fewer = [...value.slice(0, start), ...value.slice(start + size)];
        if (this.accepts(fewer)) yield fewer;
      }
    }
    for (const [place, item] of value.entries()) {
      for (const earlier of this.items.slice(0, this.items.indexOf(item))) {
        if (value.includes(earlier)) continue;
        const moved = this.inOrder(new Set([...value.slice(0, place), earlier, ...value.slice(place + 1)]));
        if (this.accepts(moved)) yield moved;
      }
    }
  }

  override mend(value: unknown): T[] {
    if (this.accepts(value)) return value;
    const given = new Set<unknown>(Array.isArray(value) ? value : []);
    const free = (share: number): boolean => share > 0 && share < 1;
    const required = this.items.filter((_, index) => this.shares[index] === 1);
    const kept = this.items.filter((item, index) => free(this.shares[index] as number) && given.has(item));
    const added = this.items.filter((item, index) => free(this.shares[index] as number) && !given.has(item));
    const room = Math.min(this.maxLength - required.length, Math.max(kept.length, this.minLength - required.length));
    return this.inOrder(new Set([...required, ...[...kept, ...added].slice(0, room)]));
  }

  /** Fewer items first; then, from the last item backwards, the one that stands earlier among the given items. */
  override compare(a: T[], b: T[]): number {
    if (a.length !== b.length) return a.length - b.length;
    for (let place = a.length - 1; place >= 0; place--) {
      const order = this.items.indexOf(a[place] as T) - this.items.indexOf(b[place] as T);
      if (order !== 0) return order;
    }
    return 0;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T[]> | undefined {
    if (Array.isArray(constraint) || isOneOf(constraint)) return super.narrow(constraint);
    const {
      includes = [],
      excludes = [],
      minLength = 0,
      maxLength = Infinity,
    } = contentsOf(constraint, this.describe());
    const isIn = new Set(includes);
    const isOut = new Set(excludes);
    if ([...isIn].some((item) => isOut.has(item) || !((this.shares[this.items.indexOf(item as T)] ?? 0) > 0)))
      return undefined;
    if (this.items.some((item, index) => isOut.has(item) && this.shares[index] === 1)) return undefined;
    const shares = this.items.map((item, index) =>
      isIn.has(item) ? 1 : isOut.has(item) ? 0 : (this.shares[index] as number),
    );
    return SubsetArbitrary.bounded(
      this.items,
      shares,
      this.isUniform,
      Math.max(this.minLength, minLength),
      Math.min(this.maxLength, maxLength),
    );
  }

  override describe(): string {
    return `${this.minLength} to ${this.maxLength} of ${shown(this.items.filter((_, index) => (this.shares[index] ?? 0) > 0))}`;
  }

  private inOrder(chosen: ReadonlySet<T>): T[] {
    return this.items.filter((item) => chosen.has(item));
  }
}

function completionsOf(shares: readonly number[]): Float64Array[] {
  const rows: Float64Array[] = [];
  let row = Float64Array.of(1);
  rows.unshift(row);
  for (const share of [...shares].reverse()) {
    const next = new Float64Array(row.length + 1);
    row.forEach((chance, count) => {
      next[count] = (next[count] as number) + chance * (1 - share);
      next[count + 1] = (next[count + 1] as number) + chance * share;
    });
    rows.unshift(next);
    row = next;
  }
  return rows;
}
