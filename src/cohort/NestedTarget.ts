/*
 * Exact shares inside the labels of a margin: of the records of one persona 40 in 100 at one level, of another 10.
 *
 * Idea: a full block holds the same number of each label every time, because the block is exact on the margin. So it is
 * known how many of a label stand before block b, without a look at them: b times as many. Within a label the levels are
 * given out like seats (apportion.ts): seat m of the endless order is for member m of the label. A block hands the seats
 * that fall to it to its members, in a keyed order.
 *
 * Invariant: the members of a label up to any finished block, and all of them, hold the floor or the ceiling of their
 * number times each share, since that many first seats do. A full block depends on the shares, its number and the key,
 * not on the size of the cohort; so growing moves no level in a finished block. The key is apart from that of the
 * records; so a target inside a label moves no record.
 *
 * Bias: in a block each level is as likely for one member of a label as for any other, whatever the records are. How often
 * the block hands a level out is fixed by the seats that fall to it, and differs from block to block where the quota is no
 * whole number; over a period, the common denominator of the shares, the mean is the share itself.
 *
 * Cost: about half a microsecond a record in a run, half of that for the block, which its records need as well. Kept are the
 * seats of one period for each label and a few blocks of levels, nothing that grows with the cohort.
 *
 * Left: cumulative rounding (P. Gölz, D. Peters and A. D. Procaccia, "In This Apportionment Lottery, the House Always Wins",
 * EC 2022), where each seat by itself goes to a level with the share as its chance. It takes a random matching of a whole
 * period, and what it makes fairer is at most one record of a level in a block.
 *
 * Example: 3 of label a in a block, shares 2/5 early and 3/5 late. The seats are late, early, late, early, late, and so on
 * from the start. Block 0 has the first three: two late and one early; block 1 early, late, late; block 2 early, late, early.
 */
import { CohortCheckError } from '../errors/index.js';
import { Key, type Source } from '../source/index.js';
import type { BlockPlan } from './BlockPlan.js';
import type { ExactMargin } from './Margin.js';
import { apportion, seatOrder } from './apportion.js';
import type { Members } from './members.js';
import { type NestedOptions, nestedShares } from './nestedShares.js';
import { type Placement, placement } from './placement.js';
import { requireIndex } from './requireIndex.js';

/** What a block says of its places. */
interface Levels {
  readonly members: Members;
  /** The level of each member, for each label that has members here. */
  readonly placed: readonly (Placement | undefined)[];
}

const SLOTS = 8;

/** As many seats as are kept for a label: six decimals have a period of a million. */
const LONGEST_PERIOD = 1_048_576;

/** See `CohortArbitrary.within`. */
export class NestedTarget {
  readonly size: number;
  private readonly plan: BlockPlan;
  private readonly axis: number;
  private readonly shares: readonly (ExactMargin | undefined)[];
  private readonly keys: readonly Key[];
  private readonly source: Source;
  private readonly seats: (readonly number[] | undefined)[] = [];
  private readonly keptBlocks = new Float64Array(SLOTS).fill(-1);
  private readonly kept: (Levels | undefined)[] = Array.from({ length: SLOTS });

  /** @internal */
  constructor(plan: BlockPlan, axis: number, options: NestedOptions, source: Source) {
    this.plan = plan;
    this.size = plan.size;
    this.axis = axis;
    const margin = plan.margins[axis]!;
    this.shares = nestedShares(options, margin, plan.size);
    this.keys = margin.labels.map((label) => Key.of(label));
    this.source = source.child(options.margin).child(options.name);
    if (plan.size > plan.blockSize) this.requirePeriods();
  }

  /**
   * The level of record `index`, from 0 to `size` - 1, found without the ones before.
   *
   * @throws CohortCheckError `record-index` where the cohort has no such record.
   */
  at(index: number): string {
    requireIndex(index, this.size);
    const block = Math.floor(index / this.plan.blockSize);
    const place = index - block * this.plan.blockSize;
    const { members, placed } = this.levelsOf(block);
    const label = members.labelAt(place);
    return this.shares[label]!.labels[placed[label]!.at(members.numberAt(place))]!;
  }

  private levelsOf(block: number): Levels {
    const slot = block % SLOTS;
    const kept = this.kept[slot];
    if (kept !== undefined && this.keptBlocks[slot] === block) return kept;
    const source = this.source.childAt(block);
    const placed = this.plan.countsOfBlock(block)[this.axis]!.map((count, label) => {
      if (count === 0) return undefined;
      const amounts = this.amounts(label, block, count);
      return placement({ cells: [...amounts.keys()], amounts }, count, source.childOf(this.keys[label]!));
    });
    const made = { members: this.plan.membersOf(block, this.axis), placed };
    this.kept[slot] = made;
    this.keptBlocks[slot] = block;
    return made;
  }

  /** How many of the `count` members of a label in a block get each level: apportioned with them, less without them. */
  private amounts(label: number, block: number, count: number): number[] {
    const shares = this.shares[label]!;
    if (block === 0) return apportion(shares, count);
    const seats = (this.seats[label] ??= seatOrder(shares, this.periodOf(label)));
    const before = block * this.plan.countsOfBlock(0)[this.axis]![label]!;
    const amounts = shares.labels.map(() => 0);
    for (let seat = before; seat < before + count; seat++) {
      const level = seats[seat % shares.denominator]!;
      amounts[level] = amounts[level]! + 1;
    }
    return amounts;
  }

  /** After so many seats the order begins anew, or all members have theirs. */
  private periodOf(label: number): number {
    return Math.min(this.shares[label]!.denominator, this.plan.counts()[this.axis]![label]!);
  }

  private requirePeriods(): void {
    for (const [label, shares] of this.shares.entries()) {
      if (shares === undefined || this.periodOf(label) <= LONGEST_PERIOD) continue;
      throw new CohortCheckError({
        code: 'target-period',
        what: `${shares.name}: the shares are whole in no fewer than ${shares.denominator} records`,
        where: shares.path,
        why: `an order of at most ${LONGEST_PERIOD} seats is kept, and a cohort of this size has more records of ${shares.name}`,
        try: 'shares of at most six decimals, and thirds as 1 / 3',
      });
    }
  }
}
