import { Infeasible } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { Key } from '../source/index.js';
import type { Source } from '../source/index.js';
import { BlockPlan } from './BlockPlan.js';
import { heldTo } from './heldTo.js';
import type { CellPrior } from './jointTable.js';
import type { ExactMargin } from './Margin.js';
import type { ReadMargin } from './margins.js';
import { NestedTarget } from './NestedTarget.js';
import { type NestedOptions, nestedAxis } from './nestedShares.js';
import { requireIndex } from './requireIndex.js';

const CELLS = Key.of('cells');
const AGAIN = Key.of('drawn again');
const WITHIN = Key.of('within');
const MOST_TRIES = 10_000;

/** What all cohorts of one declaration share: margins, prior, and the arbitrary of each cell. */
export interface CohortShape<T> {
  readonly arbitrary: KeyedArbitrary<T>;
  readonly margins: readonly ReadMargin<T>[];
  readonly exact: readonly ExactMargin[];
  readonly prior: CellPrior;
  readonly arbitraryOfCell: Map<string, KeyedArbitrary<T>>;
}

/** The records of one cohort, each known from its index alone. */
export class CohortPlan<T> {
  readonly size: number;
  private readonly shape: CohortShape<T>;
  private readonly source: Source;
  /** Absent where there are no targets: every record is drawn freely then. */
  private readonly plan: BlockPlan | undefined;
  private readonly cells: { readonly labels: readonly string[]; readonly arbitrary: KeyedArbitrary<T> }[] = [];

  constructor(shape: CohortShape<T>, size: number, source: Source) {
    this.shape = shape;
    this.size = size;
    this.source = source;
    const { exact: margins, prior } = shape;
    this.plan =
      margins.length === 0 ? undefined : new BlockPlan({ margins, size, prior, source: source.childOf(CELLS) });
  }

  /** Record `index`; with `bias`, edge cases inside its cell. */
  at(index: number, bias?: number): T {
    const place = this.source.childAt(index);
    if (this.plan === undefined) {
      requireIndex(index, this.size);
      return this.shape.arbitrary.draw(place, bias);
    }
    const cell = this.plan.cellOf(index);
    const { labels, arbitrary } = this.cells[cell] ?? this.rememberCell(cell);
    try {
      for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
        const record = arbitrary.draw(attempt === 0 ? place : place.childOf(AGAIN).childAt(attempt), bias);
        if (this.hasLabels(record, labels)) return record;
      }
    } catch (error) {
      // The prior allows a combination that the arbitrary cannot make: the user's to mend, as below.
      if (!(error instanceof Infeasible)) throw error;
    }
    throw this.missed(labels);
  }

  /** The labels that record `index` is to have, one for each margin. */
  labelsOf(index: number): readonly string[] {
    if (this.plan === undefined) return [];
    const cell = this.plan.cellOf(index);
    return (this.cells[cell] ?? this.rememberCell(cell)).labels;
  }

  /** How many records have each label, on each margin. */
  counts(): readonly (readonly number[])[] {
    return this.plan?.counts() ?? [];
  }

  /** See `CohortArbitrary.within`. */
  within(options: NestedOptions): NestedTarget {
    const axis = nestedAxis(options, this.shape.exact);
    return new NestedTarget(this.plan!, axis, options, this.source.childOf(WITHIN));
  }

  /** The arbitrary of records with these labels. */
  arbitraryOf(labels: readonly string[]): KeyedArbitrary<T> {
    const key = JSON.stringify(labels);
    const known = this.shape.arbitraryOfCell.get(key);
    if (known !== undefined) return known;
    const held = heldTo(this.shape.arbitrary, this.shape.margins, labels);
    if (held === undefined) throw this.missed(labels);
    this.shape.arbitraryOfCell.set(key, held);
    return held;
  }

  private hasLabels(record: T, labels: readonly string[]): boolean {
    const { margins } = this.shape;
    for (let axis = 0; axis < margins.length; axis++) if (margins[axis]?.of(record) !== labels[axis]) return false;
    return true;
  }

  private rememberCell(cell: number): { readonly labels: readonly string[]; readonly arbitrary: KeyedArbitrary<T> } {
    const labels = this.plan?.labelsOf(cell) ?? [];
    const made = { labels, arbitrary: this.arbitraryOf(labels) };
    this.cells[cell] = made;
    return made;
  }

  private missed(labels: readonly string[]): CohortCheckError {
    const names = this.shape.margins.map(({ wanted }, axis) => `${wanted.name} ${labels[axis] ?? ''}`).join(', ');
    return new CohortCheckError({
      code: 'target-out-of-reach',
      what: `cohort(…): no record with ${names} could be drawn`,
      where: 'targets',
      why: `the arbitrary makes ${shown(this.shape.arbitrary.describe(), 200)}, and that combination seldom or never`,
      try: 'give the margin a `pin`, or give the combination a prior of 0',
    });
  }
}
