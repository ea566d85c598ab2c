/*
 * Everything that lies on a line of evenly spaced points: integers, decimals, dates, instants.
 *
 * A subclass says how a whole number is written as a value and read back; drawing, shrinking, mending and narrowing are
 * done here on the whole numbers, once. So all of them favour the same edges and end at the same kind of minimum.
 */
import { shown } from '../errors/index.js';
import type { Source } from '../source/index.js';
import { badConstraint, boundsOf, isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { choice } from './choice.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';
import { isRecord, sameJson } from './sameJson.js';

/** The points of the grid that an arbitrary may take; all inclusive. */
export interface Grid {
  readonly min: number;
  readonly max: number;
  /** The simplest point: what shrinking heads for. */
  readonly toward: number;
}

export abstract class GridArbitrary<T extends number | string> extends KeyedArbitrary<T> {
  readonly grid: Grid;

  constructor(min: number, max: number, toward: number) {
    super();
    // Adding 0 turns -0 into 0, which JSON could not tell from it.
    this.grid = { min: min + 0, max: max + 0, toward: clamp(toward, min, max) + 0 };
  }

  /** The value that stands for a point. */
  protected abstract write(point: number): T;
  /** The point of a value on the grid; undefined for what is no value of this kind. */
  protected abstract read(value: unknown): number | undefined;
  /**
   * Where anything that can be understood as such a value lies, between two points too; undefined for the rest.
   */
  protected abstract approximate(value: unknown): number | undefined;
  /** The point that stands for a place between two of them. */
  protected settle(place: number): number {
    return Math.round(place);
  }

  /** The same kind of arbitrary over other points. */
  protected abstract over(grid: Grid): KeyedArbitrary<T>;

  override draw(source: Source, bias?: number): T {
    const { min, max } = this.grid;
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0) return this.write(this.edge(source));
    return this.write(source.between(min, max));
  }

  /** A point beside a bound or beside the simplest one: nearer ones are likelier. */
  private edge(source: Source): number {
    const { min, max, toward } = this.grid;
    const distance = source.below(1 << source.below(8));
    const anchor = source.below(toward === min || toward === max ? 2 : 3);
    if (anchor === 0) return clamp(min + distance, min, max);
    if (anchor === 1) return clamp(max - distance, min, max);
    return clamp(source.below(2) === 0 ? toward + distance : toward - distance, min, max);
  }

  override accepts(value: unknown): value is T {
    const point = this.read(value);
    return point !== undefined && point >= this.grid.min && point <= this.grid.max;
  }

  override *smaller(value: T): Iterable<T> {
    const point = this.pointOf(value);
    const { min, max, toward } = this.grid;
    if (point === toward) return;
    const mirrored = 2 * toward - point;
    const distance = point - toward;
    yield this.write(toward);
    let hasTried2 = Math.abs(distance) <= 2;
    for (let gap = Math.trunc(distance / 2); gap !== 0; gap = Math.trunc(gap / 2)) {
      yield this.write(point - gap);
      if (Math.abs(gap) === 2) hasTried2 = true;
    }
    // Halving alone is stuck at 15 where only odd numbers fail: 0, 8, 12 and 14 are even.
    if (!hasTried2) yield this.write(point - 2 * Math.sign(distance));
    if (point < toward && mirrored <= max && mirrored >= min) yield this.write(mirrored);
  }

  /** Halving goes on between the point and the last one that did not do; only behind lies what was tried before. */
  override *resume(value: T, place: unknown, part: SearchPart): Iterable<Candidate<T>> {
    let passed = typeof place === 'number' ? place : undefined;
    if (passed !== undefined && part === 'ahead') {
      const point = this.pointOf(value);
      const { toward } = this.grid;
      // What did not do lay on the other side of the simplest point, as that one did not do either.
      if ((passed - toward) * (point - toward) < 0) passed = toward;
      for (let gap = Math.trunc((point - passed) / 2); gap !== 0; gap = Math.trunc(gap / 2)) {
        // Even where it can be: of a failure that hangs on odd numbers, odd gaps say nothing.
        if (Math.abs(gap) > 2) gap -= gap % 2;
        yield { value: this.write(point - gap), place: passed };
        passed = point - gap;
      }
      return;
    }
    if (part === 'behind' && passed === undefined) return;
    passed = undefined;
    for (const candidate of this.smaller(value)) {
      yield { value: candidate, place: passed };
      passed = this.pointOf(candidate);
    }
  }

  override mend(value: unknown): T {
    if (this.accepts(value)) return value;
    const { min, max, toward } = this.grid;
    const place = this.approximate(value);
    if (place === undefined || Number.isNaN(place)) return this.write(toward);
    // Adding 0 turns the -0 to which -0.3 is rounded into 0.
    return this.write(clamp(this.settle(place), min, max) + 0);
  }

  override *reseat(value: T, previous: KeyedArbitrary<T>): Iterable<T> {
    const kept = this.mend(value);
    yield kept;
    if (!(previous instanceof GridArbitrary) || previous === this) return;
    const { min, max, toward } = this.grid;
    const before = previous.grid;
    const point = previous.pointOf(value);
    const seen = new Set<number>([this.pointOf(kept)]);
    for (const moved of [toward + (point - before.toward), min + (point - before.min), max - (before.max - point)]) {
      const fitted = clamp(moved, min, max);
      if (seen.has(fitted)) continue;
      seen.add(fitted);
      yield this.write(fitted);
    }
  }

  /** Nearer to the simplest point is simpler; at the same distance, the point above it. */
  override compare(a: T, b: T): number {
    const { toward } = this.grid;
    const left = this.pointOf(a) - toward;
    const right = this.pointOf(b) - toward;
    return Math.abs(left) - Math.abs(right) || right - left;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    if (isOneOf(constraint)) {
      const allowed = new Set(constraint.oneOf.filter((one): one is T => this.accepts(one)));
      return allowed.size === 0 ? undefined : choice([...allowed]);
    }
    if (!isRecord(constraint) && this.approximate(constraint) === undefined) return undefined;
    const bounds = boundsOf(constraint, this.describe());
    const min = Math.max(this.grid.min, bounds.min === undefined ? -Infinity : this.bound(bounds.min, Math.ceil));
    const max = Math.min(this.grid.max, bounds.max === undefined ? Infinity : this.bound(bounds.max, Math.floor));
    return min > max ? undefined : this.over({ min, max, toward: this.grid.toward });
  }

  /** The outermost point that still meets a bound, which itself need not lie on the grid. */
  private bound(value: number | string, round: (point: number) => number): number {
    const place = this.approximate(value);
    if (place === undefined || Number.isNaN(place)) {
      throw badConstraint(
        value,
        this.describe(),
        `give a bound of the same kind, such as ${shown(this.write(this.grid.min))}`,
      );
    }
    return round(place);
  }

  /** @internal For moves of several points at once: the point of a value; undefined for one of another kind. */
  pointAt(value: unknown): number | undefined {
    return this.read(value);
  }

  /** @internal See `pointAt`. */
  valueAt(point: number): T {
    return this.write(point);
  }

  /** @internal Whether a point is one of its own. */
  has(point: number): boolean {
    return point >= this.grid.min && point <= this.grid.max;
  }

  /** @internal Whether points of both are counted in the same unit. */
  isLike(other: GridArbitrary<number | string>): boolean {
    return this.constructor === other.constructor && sameJson(this.write(this.grid.min), other.valueAt(this.grid.min));
  }

  private pointOf(value: T): number {
    return this.read(value) ?? this.grid.toward;
  }
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
