/*
 * Which cell each record of a cohort belongs to, from its index alone.
 *
 * Idea: in a block every share is a whole number of records, so a block can be exact by itself, and a cohort is a run of
 * blocks and a rest. A block is made from the key of its number (BlockMaker), its cells are placed in a keyed order
 * (placement), and record i is place i mod B of block ⌊i / B⌋.
 *
 * Invariant: a full block depends on the margins, the prior, the source and its number, not on the size of the cohort; so
 * growing moves no finished block, and the margins of the whole are the full blocks' exact counts plus the rest's
 * house-monotone rounding. Memory: a few blocks, whatever the size.
 *
 * Without a block (counts as targets, or shares that are whole in no number up to 10,000) the whole cohort is the rest.
 *
 * Should only fractions of records fill a block of the smallest size, which three and more margins with structural zeros can
 * bring about, a few such blocks together make one.
 *
 * Example: shares 1/2 and 1/2, size 5: blocks of records 0-1 and 2-3, one of each label in both; the rest is record 4.
 */
import type { CohortCheckError } from '../errors/index.js';
import { Key, type Source } from '../source/index.js';
import { type BlockCells, BlockMaker } from './BlockMaker.js';
import type { ExactMargin } from './Margin.js';
import { type Placement, placement } from './placement.js';
import { Support } from './Support.js';
import { labelAt } from './cells.js';
import { type Members, members } from './members.js';
import { blockSize } from './blockSize.js';
import { targetClash } from './clash.js';
import { type CellPrior, jointTable, priorTable } from './jointTable.js';
import { apportion } from './apportion.js';
import { remainderCounts } from './remainder.js';
import { requireIndex } from './requireIndex.js';

export interface BlockPlanOptions {
  /** From `parseTargets`; at least one. */
  readonly margins: readonly ExactMargin[];
  /** The number of records. */
  readonly size: number;
  /** How likely each combination of labels is before the targets, default: all alike. */
  readonly prior?: CellPrior;
  /** The source of this cohort; block b is keyed by its child b. */
  readonly source: Source;
}

interface PlacedBlock {
  readonly block: BlockCells;
  readonly places: Placement;
}

const MOST_JOINED = 6;
const SLOTS = 8;
const TABLE = Key.of('table');
const PLACES = Key.of('places');

export class BlockPlan {
  readonly size: number;
  readonly margins: readonly ExactMargin[];
  /** Records in a full block; the size of the cohort where targets have no block. */
  readonly blockSize: number;
  /** How many full blocks there are; records from `fullBlocks * blockSize` on are the rest. */
  readonly fullBlocks: number;

  private readonly lengths: readonly number[];
  private readonly source: Source;
  private readonly maker: BlockMaker;
  private readonly restMaker: BlockMaker;
  private readonly fullCounts: readonly (readonly number[])[];
  private readonly restCounts: readonly (readonly number[])[];
  private readonly keptBlocks = new Float64Array(SLOTS).fill(-1);
  private readonly kept: (PlacedBlock | undefined)[] = Array.from({ length: SLOTS });

  /** @throws CohortCheckError `target-clash` when the targets cannot be met together. */
  constructor({ margins, size, prior = () => 1, source }: BlockPlanOptions) {
    this.margins = margins;
    this.size = size;
    this.source = source;
    this.lengths = margins.map((margin) => margin.labels.length);
    const weights = priorTable(margins, prior);
    const support = new Support(margins, weights);
    const block = fittingBlock(margins, support);
    this.blockSize = block ?? blockSize(margins) ?? size;
    const exact = blockSize(margins) !== undefined;
    this.fullBlocks = exact ? Math.floor(size / this.blockSize) : 0;
    const rest = size - this.fullBlocks * this.blockSize;
    if (exact && block === undefined && this.fullBlocks > 0) throw clashAt(margins, support, size, this.blockSize);
    const restCounts = remainderCounts(margins, support, rest, block);
    if (restCounts === undefined)
      throw targetClash(
        margins,
        margins.map((margin) => apportion(margin, rest)),
        support,
      );
    this.restCounts = restCounts;
    this.fullCounts = exact ? margins.map((margin) => apportion(margin, this.blockSize)) : restCounts;
    const shape = block === undefined ? restCounts : this.fullCounts;
    const joint = jointTable(weights, shape, support);
    this.maker = new BlockMaker(this.lengths, joint);
    // The rest may need a cell that the full block's margins force to zero.
    this.restMaker = joint.every((share, cell) => share > 0 || support.usable.open[cell] === 0)
      ? this.maker
      : new BlockMaker(this.lengths, jointTable(weights, restCounts, support));
  }

  /** The cell of record `i`: a number below the product of the margins' numbers of labels, for `labelsOf`. */
  cellOf(i: number): number {
    requireIndex(i, this.size);
    const block = Math.floor(i / this.blockSize);
    return this.placed(block).places.at(i - block * this.blockSize);
  }

  /** The label of a cell on each margin, in the order of the margins. */
  labelsOf(cell: number): string[] {
    return this.margins.map((margin, axis) => margin.labels[labelAt(cell, this.lengths, axis)]!);
  }

  /** The counts that the whole cohort has on each margin, in the order of its labels. */
  counts(): number[][] {
    return this.restCounts.map((rest, axis) =>
      rest.map((count, i) => this.fullCounts[axis]![i]! * this.fullBlocks + count),
    );
  }

  /** The cells of a block with how many records each holds, in no particular order. */
  cellsOfBlock(block: number): BlockCells {
    const source = this.source.childAt(block).childOf(TABLE);
    return block < this.fullBlocks
      ? this.maker.make(this.fullCounts, source)
      : this.restMaker.make(this.restCounts, source);
  }

  /** The counts that a block has on each margin, in the order of its labels: the same for every full block. */
  countsOfBlock(block: number): readonly (readonly number[])[] {
    return block < this.fullBlocks ? this.fullCounts : this.restCounts;
  }

  /** Who in a block has which label of the margin `axis`, as numbers of labels in their order. */
  membersOf(block: number, axis: number): Members {
    return members(this.placed(block), this.lengthOf(block), this.placesOf(block), (cell) =>
      labelAt(cell, this.lengths, axis),
    );
  }

  private placed(block: number): PlacedBlock {
    const slot = block % SLOTS;
    const kept = this.kept[slot];
    if (kept !== undefined && this.keptBlocks[slot] === block) return kept;
    const cells = this.cellsOfBlock(block);
    const made = { block: cells, places: placement(cells, this.lengthOf(block), this.placesOf(block)) };
    this.kept[slot] = made;
    this.keptBlocks[slot] = block;
    return made;
  }

  private lengthOf(block: number): number {
    return Math.min(this.blockSize, this.size - block * this.blockSize);
  }

  private placesOf(block: number): Source {
    return this.source.childAt(block).childOf(PLACES);
  }
}

/** The smallest run of records that can be an exact cohort, if there is one. */
function fittingBlock(margins: readonly ExactMargin[], support: Support): number | undefined {
  const smallest = blockSize(margins);
  if (smallest === undefined || !support.fitsInReals(margins.map((margin) => apportion(margin, smallest))))
    return undefined;
  for (let joined = 1; joined <= MOST_JOINED; joined++) {
    const size = smallest * joined;
    if (support.fits(margins.map((margin) => apportion(margin, size))) !== 'no') return size;
  }
  return undefined;
}

/** Told for the full blocks of the whole cohort, where every wanted count is exact. */
function clashAt(margins: readonly ExactMargin[], support: Support, size: number, block: number): CohortCheckError {
  const records = Math.floor(size / block) * block;
  return targetClash(
    margins,
    margins.map((margin) => apportion(margin, records)),
    support,
  );
}
