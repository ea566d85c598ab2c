import { KeyedArbitrary, list } from '../arbitrary/index.js';
import type { Candidate, ListArbitrary, SearchPart } from '../arbitrary/index.js';
import { Key, Source } from '../source/index.js';
import { CohortPlan } from './CohortPlan.js';
import type { CohortShape } from './CohortPlan.js';
import { ExactCohorts } from './ExactCohorts.js';
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
  private readonly exact: ExactCohorts<T>;

  /** @internal */
  constructor(shape: CohortShape<T>, options: Options) {
    super();
    this.shape = shape;
    this.options = options;
    this.size = options.size;
    this.records = list(shape.arbitrary, { maxLength: options.size });
    this.exact = new ExactCohorts(shape);
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
    return this.records.accepts(value) && (this.options.shrink === 'records' || this.exact.isExact(value));
  }

  override *smaller(value: T[]): Iterable<T[]> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override resume(value: T[], place: unknown, part: SearchPart): Iterable<Candidate<T[]>> {
    return this.options.shrink === 'records'
      ? this.records.resume(value, place, part)
      : this.exact.resume(value, place, part);
  }

  override mend(value: unknown): T[] {
    if (this.accepts(value)) return value;
    const mended = this.records.mend(value);
    if (this.options.shrink === 'records') return mended;
    return this.exact.isExact(mended) ? mended : (this.exact.fitted(mended, mended.length) ?? []);
  }

  override compare(a: T[], b: T[]): number | undefined {
    return this.records.compare(a, b);
  }

  override describe(): string {
    return `a cohort of ${this.size}, each ${this.shape.arbitrary.describe()}`;
  }

  private planOf(source: Source): CohortPlan<T> {
    return new CohortPlan(
      this.shape,
      this.size,
      source.childOf(Key.of(`${this.options.name}@${this.options.version}`)),
    );
  }
}
