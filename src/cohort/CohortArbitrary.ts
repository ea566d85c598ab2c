import { KeyedArbitrary, list } from '../arbitrary/index.js';
import type { Candidate, ListArbitrary, SearchPart } from '../arbitrary/index.js';
import { CohortCheckError } from '../errors/index.js';
import { Key, Source } from '../source/index.js';
import { CohortPlan } from './CohortPlan.js';
import type { CohortShape } from './CohortPlan.js';
import type { NestedTarget } from './NestedTarget.js';
import type { NestedOptions } from './nestedShares.js';

interface Options {
  readonly size: number;
  readonly seed: number | undefined;
  readonly shrink: 'records' | 'exact';
  readonly name: string;
  readonly version: number;
}

const DEFAULT_SEED = 42;

/** See `cohort`. As a population it is the one of its seed (42 without one): `size`, `at`, and iteration. */
export class CohortArbitrary<T> extends KeyedArbitrary<T[]> implements Iterable<T> {
  readonly size: number;
  private readonly shape: CohortShape<T>;
  private readonly options: Options;
  private readonly records: ListArbitrary<T>;
  private readonly population: CohortPlan<T>;
  private readonly exactCounts = new Map<number, { readonly counts: readonly (readonly number[])[] | undefined }>();

  /** @internal */
  constructor(shape: CohortShape<T>, options: Options) {
    super();
    this.shape = shape;
    this.options = options;
    this.size = options.size;
    this.records = list(shape.arbitrary, { maxLength: options.size });
    // Made at once: targets that cannot be met are an error of the declaration.
    this.population = this.planOf(Source.of(options.seed ?? DEFAULT_SEED));
  }

  /** Record `index` of the population, from 0 to `size` - 1, made without the ones before. */
  at(index: number): T {
    return this.population.at(index);
  }

  /**
   * A level for each record of the population, in exact shares inside each label of one target.
   *
   * For what belongs to a record and is no field of it, such as how far each customer gets, where every persona has shares
   * of its own. For shares over all records a target of the cohort fits better.
   *
   * At any size each level has the floor or the ceiling of its share of the label's records. The level of a record is found
   * from its index alone, stays when the cohort grows unless the record lies in the last, partial block, and moves no
   * record.
   *
   * Keyed by: what the cohort is keyed by, the margin and name, the shares in their order, and record by record its index.
   *
   * @throws CohortCheckError `target-…` where the margin is no target of the cohort, or a label has no shares or some that do
   *   not add up to 1.
   * @example
   * const person = record().field('kind', choice(['new', 'old']));
   * const people = cohort({ of: person, size: 10, seed: 1, targets: { kind: { new: 0.5, old: 0.5 } } });
   * const reached = people.within({
   *   margin: 'kind',
   *   name: 'reached',
   *   shares: { new: { start: 0.6, end: 0.4 }, old: { end: 1 } },
   * });
   * Array.from(people, ({ kind }, index) => `${kind} ${reached.at(index)}`)
   * // ['new start', 'old end', 'old end', 'new end', 'new start', 'old end', 'new start', 'old end', 'new end', 'old end']
   */
  within(options: NestedOptions): NestedTarget {
    return this.population.within(options);
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = 0; index < this.size; index++) yield this.population.at(index);
  }

  override draw(source: Source, bias?: number): T[] {
    const plan = this.options.seed === undefined ? this.planOf(source) : this.population;
    return Array.from({ length: this.size }, (_, index) =>
      plan.at(index, this.options.seed === undefined ? bias : undefined),
    );
  }

  /** Whether these are records of the cohort's kind, at most `size`; with `shrink: 'exact'`, also whether they hit the targets. */
  override accepts(value: unknown): value is T[] {
    return this.records.accepts(value) && (this.options.shrink === 'records' || this.isExact(value));
  }

  override *resume(value: T[], place: unknown, part: SearchPart): Iterable<Candidate<T[]>> {
    if (this.options.shrink === 'records') yield* this.records.resume(value, place, part);
    else yield* super.resume(value, place, part);
  }

  override *smaller(value: T[]): Iterable<T[]> {
    if (this.options.shrink === 'records') {
      yield* this.records.smaller(value);
      return;
    }
    yield* this.smallerExact(value);
    for (const [index, record] of value.entries()) {
      const inCell = this.population.arbitraryOf(this.labelsOf(record));
      for (const candidate of inCell.smaller(record)) {
        const next = [...value.slice(0, index), candidate, ...value.slice(index + 1)];
        if (this.isExact(next)) yield next;
      }
    }
  }

  /** Smaller exact cohorts made of these records: without each of their windows, largest windows first. */
  private *smallerExact(value: readonly T[]): Iterable<T[]> {
    for (let dropped = value.length; dropped > 0; dropped = Math.floor(dropped / 2)) {
      for (let end = value.length; end > 0; end -= dropped) {
        const start = Math.max(0, end - dropped);
        const stop = start + dropped;
        const kept = [...value.slice(0, start), ...value.slice(stop)];
        // First whoever fits, then exactly those outside the window, some of them mended into another cell.
        for (const records of [[...kept, ...value.slice(start, stop)], kept]) {
          const fitted = this.fitted(records, kept.length);
          if (fitted !== undefined) yield fitted;
        }
      }
    }
  }

  override mend(value: unknown): T[] {
    if (this.accepts(value)) return value;
    const mended = this.records.mend(value);
    if (this.options.shrink === 'records') return mended;
    return this.isExact(mended) ? mended : (this.fitted(mended, mended.length) ?? []);
  }

  override compare(a: T[], b: T[]): number | undefined {
    return this.records.compare(a, b);
  }

  override describe(): string {
    return `a cohort of ${this.size}, each ${this.shape.arbitrary.describe()}`;
  }

  /**
   * An exact cohort of `size` records made of the given ones, at least as many: those at the front first; where they leave
   * a cell open, one of the others is mended into it. Undefined where no cohort of this size can be exact.
   */
  private fitted(records: readonly T[], size: number): T[] | undefined {
    if (size === 0) return [];
    const plan = this.planOrNothing(size);
    if (plan === undefined) return undefined;
    const open = new Map<string, number>();
    for (let index = 0; index < size; index++) {
      const cell = JSON.stringify(plan.labelsOf(index));
      open.set(cell, (open.get(cell) ?? 0) + 1);
    }
    const taken: (T | undefined)[] = records.map((record) => {
      const cell = JSON.stringify(this.labelsOf(record));
      const places = open.get(cell) ?? 0;
      if (places === 0) return undefined;
      open.set(cell, places - 1);
      return record;
    });
    for (let spare = 0; spare < taken.length; spare++) {
      if (taken[spare] !== undefined) continue;
      const cell = nearestOpen(open, this.labelsOf(records[spare] as T));
      if (cell === undefined) break;
      open.set(cell, (open.get(cell) ?? 0) - 1);
      taken[spare] = plan.arbitraryOf(JSON.parse(cell) as string[]).mend(records[spare]);
    }
    const fitted = taken.filter((record) => record !== undefined);
    return this.isExact(fitted) ? fitted : undefined;
  }

  private planOrNothing(size: number): CohortPlan<T> | undefined {
    try {
      return new CohortPlan(this.shape, size, Source.of(DEFAULT_SEED));
    } catch (error) {
      // Some sizes have no exact cohort; the next one is tried.
      if (error instanceof CohortCheckError) return undefined;
      throw error;
    }
  }

  private planOf(source: Source): CohortPlan<T> {
    return new CohortPlan(
      this.shape,
      this.size,
      source.childOf(Key.of(`${this.options.name}@${this.options.version}`)),
    );
  }

  private labelsOf(record: T): string[] {
    return this.shape.margins.map(({ of }) => of(record));
  }

  private isExact(records: readonly T[]): boolean {
    const wanted = this.countsAt(records.length);
    return (
      wanted !== undefined &&
      this.shape.margins.every(({ of }, axis) => {
        const counts = new Map(
          this.shape.exact[axis]?.labels.map((label, index) => [label, wanted[axis]?.[index] ?? 0]),
        );
        for (const record of records) counts.set(of(record), (counts.get(of(record)) ?? 0) - 1);
        return [...counts.values()].every((left) => left === 0);
      })
    );
  }

  /** The counts on each margin of an exact cohort of this size; undefined where there is none. */
  private countsAt(size: number): readonly (readonly number[])[] | undefined {
    const known = this.exactCounts.get(size);
    if (known !== undefined) return known.counts;
    const counts =
      size === 0 ? this.shape.exact.map(({ labels }) => labels.map(() => 0)) : this.planOrNothing(size)?.counts();
    this.exactCounts.set(size, { counts });
    return counts;
  }
}

/** The cell with a place left that shares most labels with the given ones. */
function nearestOpen(open: ReadonlyMap<string, number>, labels: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let most = -1;
  for (const [cell, places] of open) {
    if (places === 0) continue;
    const shared = (JSON.parse(cell) as string[]).filter((label, axis) => label === labels[axis]).length;
    if (shared > most) [nearest, most] = [cell, shared];
  }
  return nearest;
}
