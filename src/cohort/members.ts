/*
 * Which label of one margin stands at each place of a block, and as the how-manieth.
 *
 * Idea: `placement` lines up the records of a block cell by cell, and sends each to a place. Read backwards, a place has a
 * rank in that line. The records of one label fill some stretches of the line, those of its cells; pushed together, they
 * are numbered from 0.
 *
 * Invariant: the numbers of one label's records are 0 to their count - 1, each once. Nothing is drawn that `placement` does
 * not draw, from the same source; so asking moves no record.
 *
 * Cost: a block that is an array is shuffled once more; in a larger one a place is computed, and nothing is kept.
 *
 * Example: cells a-low 2, b-low 1, a-high 1 in this order. The records of ranks 0, 1 and 3 are of label a: numbers 0, 1, 2.
 */
import type { Source } from '../source/index.js';
import type { BlockCells } from './BlockMaker.js';
import { KeyedPermutation } from './KeyedPermutation.js';
import { type Placement, placement } from './placement.js';

/** Who in a block has which label. */
export interface Members {
  /** The label at a place of the block. */
  labelAt(place: number): number;
  /** The number of the record at a place among the block's records of its label, from 0; in no order that means anything. */
  numberAt(place: number): number;
}

/** The trap: no less than in `placement`. Up to here its own places tell the ranks; above, it must have computed them. */
const LARGEST_ARRAY = 65_536;

/**
 * Who has which label in a block that was placed.
 *
 * Keyed by: the source; it must be a fresh one of the key that the block was placed with.
 *
 * @param labelOf - the label of a cell.
 */
export function members(
  { block, places }: { readonly block: BlockCells; readonly places: Placement },
  size: number,
  source: Source,
  labelOf: (cell: number) => number,
): Members {
  const ranks = ranksOf(size, source);
  /** What takes a rank to the number, by cell. */
  const shifts = new Map<number, number>();
  const before: number[] = [];
  let start = 0;
  for (const [i, cell] of block.cells.entries()) {
    const label = labelOf(cell);
    const same = before[label] ?? 0;
    shifts.set(cell, start - same);
    before[label] = same + block.amounts[i]!;
    start += block.amounts[i]!;
  }
  return {
    labelAt: (place) => labelOf(places.at(place)),
    numberAt: (place) => ranks.at(place) - shifts.get(places.at(place))!,
  };
}

/** The rank at each place: what `placement` gives where every record is a cell of its own. */
function ranksOf(size: number, source: Source): Placement {
  if (size > LARGEST_ARRAY) return new KeyedPermutation(size, source);
  const ranks = Array.from({ length: size }, (_, rank) => rank);
  return placement({ cells: ranks, amounts: ranks.map(() => 1) }, size, source);
}
