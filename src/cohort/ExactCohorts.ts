/*
 * Smaller cohorts that hit their targets, made of the records of a larger one.
 *
 * Idea: at each size the margins say how many records each label has. Which of the given records stay, and into which cells
 * others must be mended, is a small program in whole numbers: as many as can be stay, those that matter more first. So the
 * records on which a failure hangs keep their place wherever the margins leave room for them at all.
 *
 * Invariant: every cohort that is made is exact; the plan of its size is a solution, so there always is one.
 *
 * Example: kinds a, b, c in halves and quarters, the records a1 a2 b1 c1 at size 2 (one a, one b): a2 goes before a1 where
 * it weighs less, c1 goes, nobody is mended.
 */
import { halved, isBehind, sameJson, searchRow, windowsOf, withoutWindow } from '../arbitrary/index.js';
import type { Candidate, Row, RowPlace, SearchPart, Window } from '../arbitrary/index.js';
import { CohortCheckError } from '../errors/index.js';
import { Source } from '../source/index.js';
import { CohortPlan } from './CohortPlan.js';
import type { CohortShape } from './CohortPlan.js';
import type { Equation } from './linearProgram.js';
import { wholeProgram } from './wholeProgram.js';

const SEED = 42;
/** Up to so many records every number of them is tried to be dropped, and the simplest are dropped first. */
const FEW = 24;

interface Sized<T> {
  readonly plan: CohortPlan<T>;
  readonly counts: readonly (readonly number[])[];
}

export class ExactCohorts<T> {
  private readonly shape: CohortShape<T>;
  private readonly sizes = new Map<number, { readonly sized: Sized<T> | undefined }>();

  constructor(shape: CohortShape<T>) {
    this.shape = shape;
  }

  /** Whether the records hit every target, as a cohort of their number does. */
  isExact(records: readonly T[]): boolean {
    if (records.length === 0) return true;
    const wanted = this.sized(records.length)?.counts;
    return (
      wanted !== undefined &&
      this.shape.margins.every(({ of }, axis) => {
        const labels = this.shape.exact[axis]?.labels ?? [];
        const counts = new Map(labels.map((label, index) => [label, wanted[axis]?.[index] ?? 0]));
        for (const record of records) counts.set(of(record), (counts.get(of(record)) ?? 0) - 1);
        return [...counts.values()].every((left) => left === 0);
      })
    );
  }

  /** Smaller exact cohorts, then those with one record simplified inside its cell; see `KeyedArbitrary.resume`. */
  *resume(value: T[], place: unknown, part: SearchPart): Iterable<Candidate<T[]>> {
    const stand = place as Window | RowPlace | undefined;
    const row: Row<T[]> = {
      count: value.length,
      at: (index, inner, half) => this.simplifiedAt(value, index, inner, half),
      after: () => this.inOrder(value),
    };
    if (stand === undefined || !('size' in stand)) {
      if ((stand === undefined) === (part === 'ahead')) yield* this.dropping(value, this.windows(value.length));
      yield* searchRow(row, stand, part);
      return;
    }
    const windows = [...this.windows(value.length)];
    yield* this.dropping(
      value,
      windows.filter((window) => isBehind(window, stand) === (part === 'behind')),
    );
    if (part === 'ahead') yield* searchRow(row, undefined, part);
  }

  /** The records from the simplest on: which failure it is should not depend on where they happened to stand. */
  private *inOrder(value: T[]): Iterable<T[]> {
    const { arbitrary } = this.shape;
    const sorted = value.toSorted((a, b) => arbitrary.compare(a, b) ?? 0);
    if (sorted.some((record, index) => record !== value[index])) yield sorted;
  }

  private windows(length: number): Iterable<Window> {
    const sizes = length > FEW ? halved(length) : Array.from({ length }, (_, index) => length - index);
    return windowsOf(sizes, length);
  }

  private *dropping(value: readonly T[], windows: Iterable<Window>): Iterable<Candidate<T[]>> {
    const weights = this.weightsOf(value);
    for (const window of windows) {
      const { size, end } = window;
      const place: Window = { size, end: Math.max(0, end - size) };
      const isDropped = (index: number): boolean => index >= place.end && index < place.end + size;
      const lighter = weights.map((weight, index) => (isDropped(index) ? 0 : weight));
      // Whoever fits, the window rather not; then those outside it, some of them mended into another cell.
      const first = this.fitted(value, value.length - size, lighter);
      if (first !== undefined) yield { value: first, place };
      const second = this.fitted(withoutWindow(value, window), value.length - size, withoutWindow(weights, window));
      if (second !== undefined && !sameJson(first, second)) yield { value: second, place };
    }
  }

  /** Of a few records, those that are not yet simple weigh more: the failure may hang on them. */
  private weightsOf(records: readonly T[]): number[] {
    if (records.length > FEW) return records.map(() => 1);
    const { arbitrary } = this.shape;
    const order = [...records.keys()].sort((a, b) => arbitrary.compare(records[a] as T, records[b] as T) ?? 0);
    return records.map((_, index) => records.length + order.indexOf(index));
  }

  private *simplifiedAt(value: T[], index: number, place: unknown, part: SearchPart): Iterable<Candidate<T[]>> {
    const plan = this.sized(value.length)?.plan;
    if (plan === undefined) return;
    const record = value[index] as T;
    const labels = this.labelsOf(record);
    for (const { value: simpler, place: inner } of plan.arbitraryOf(labels).resume(record, place, part)) {
      if (this.labelsOf(simpler).some((label, axis) => label !== labels[axis])) continue;
      yield { value: value.with(index, simpler), place: inner };
    }
  }

  /**
   * An exact cohort of `size` of the given records, at least as many: of the highest weight that the margins allow, others
   * mended into the cells that stay open. Undefined where no cohort of this size is exact.
   */
  fitted(records: readonly T[], size: number, weights: readonly number[] = records.map(() => 1)): T[] | undefined {
    if (size === 0) return [];
    const sized = this.sized(size);
    if (sized === undefined) return undefined;
    const seats = this.seats(records, weights, sized);
    if (seats === undefined) return undefined;
    const kept = new Set<number>();
    const groups = new Map<string, number[]>();
    for (const [index, record] of records.entries()) {
      const key = JSON.stringify(this.labelsOf(record));
      groups.set(key, [...(groups.get(key) ?? []), index]);
    }
    const open: string[][] = [];
    for (const [key, count] of seats) {
      const heaviest = (groups.get(key) ?? []).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
      for (const index of heaviest.slice(0, count)) kept.add(index);
      for (let seat = heaviest.length; seat < count; seat++) open.push(JSON.parse(key) as string[]);
    }
    const mended = new Map<number, T>();
    for (const labels of open) {
      const spare = this.nearest(records, labels, (index) => !kept.has(index) && !mended.has(index));
      if (spare < 0) return undefined;
      mended.set(spare, sized.plan.arbitraryOf(labels).mend(records[spare]));
    }
    const fitted = records.flatMap((record, index) =>
      kept.has(index) ? [record] : mended.has(index) ? [mended.get(index) as T] : [],
    );
    return this.isExact(fitted) ? fitted : undefined;
  }

  /** How many seats each cell gets, by its labels in JSON. */
  private seats(records: readonly T[], weights: readonly number[], sized: Sized<T>): Map<string, number> | undefined {
    const { plan, counts } = sized;
    // The cells of the plan make sure that there is a solution.
    const cells = new Set<string>();
    for (let index = 0; index < plan.size; index++) cells.add(JSON.stringify(plan.labelsOf(index)));
    const tiers = new Map<string, { readonly key: string; readonly weight: number; count: number }>();
    for (const [index, record] of records.entries()) {
      const key = JSON.stringify(this.labelsOf(record));
      const weight = weights[index] ?? 0;
      cells.add(key);
      const tier = tiers.get(`${weight} ${key}`);
      if (tier === undefined) tiers.set(`${weight} ${key}`, { key, weight, count: 1 });
      else tier.count++;
    }
    // A variable for the records of each tier that stay, one for those that are mended into each cell.
    const staying = [...tiers.values()].filter(({ weight }) => weight > 0);
    const variables = [...staying.map(({ key }) => key), ...cells];
    const labels = variables.map((key) => JSON.parse(key) as string[]);
    const equations: Equation[] = this.shape.exact.flatMap((margin, axis) =>
      margin.labels.map((label, at) => ({
        variables: [...variables.keys()].filter((variable) => labels[variable]?.[axis] === label),
        sum: counts[axis]?.[at] ?? 0,
      })),
    );
    for (const [index, { count }] of staying.entries()) {
      equations.push({ variables: [index, variables.length + index], sum: count });
    }
    const cost = [...variables.map((_, index) => -(staying[index]?.weight ?? 0)), ...staying.map(() => 0)];
    const solved = wholeProgram(cost, equations);
    if (solved.kind !== 'solved') return undefined;
    const seats = new Map<string, number>();
    for (const [index, key] of variables.entries()) {
      const seated = Math.round(solved.values[index] ?? 0);
      if (seated > 0) seats.set(key, (seats.get(key) ?? 0) + seated);
    }
    return seats;
  }

  /** The record that shares most labels with the given ones; -1 for none. */
  private nearest(records: readonly T[], labels: readonly string[], isSpare: (index: number) => boolean): number {
    let nearest = -1;
    let most = -1;
    for (const [index, record] of records.entries()) {
      if (!isSpare(index)) continue;
      const own = this.labelsOf(record);
      const shared = labels.filter((label, axis) => label === own[axis]).length;
      if (shared > most) [nearest, most] = [index, shared];
    }
    return nearest;
  }

  private labelsOf(record: T): string[] {
    return this.shape.margins.map(({ of }) => of(record));
  }

  private sized(size: number): Sized<T> | undefined {
    const known = this.sizes.get(size);
    if (known !== undefined) return known.sized;
    let sized: Sized<T> | undefined;
    try {
      const plan = new CohortPlan(this.shape, size, Source.of(SEED));
      sized = { plan, counts: plan.counts() };
    } catch (error) {
      // Some sizes have no exact cohort; the next one is tried.
      if (!(error instanceof CohortCheckError)) throw error;
    }
    this.sizes.set(size, { sized });
    return sized;
  }
}
