import type { Source } from '../source/index.js';
import type { BlockCells } from './BlockMaker.js';
import { KeyedPermutation } from './KeyedPermutation.js';

/** Which cell stands at each place of a block. */
export interface Placement {
  at(place: number): number;
}

/** Up to here a block is an array, shuffled; above, places are computed so that memory does not grow with the size. */
const LARGEST_ARRAY = 65_536;

/**
 * The cells of a block in a keyed order, every order equally likely.
 *
 * Keyed by: the source (its next draws).
 */
export function placement(block: BlockCells, size: number, source: Source): Placement {
  return size <= LARGEST_ARRAY ? shuffled(block, size, source) : computed(block, size, source);
}

/** Fisher and Yates's shuffle, in Durstenfeld's form. */
function shuffled(block: BlockCells, size: number, source: Source): Placement {
  const order = new Int32Array(size);
  let at = 0;
  for (let i = 0; i < block.cells.length; i++) {
    const end = at + block.amounts[i]!;
    order.fill(block.cells[i]!, at, end);
    at = end;
  }
  for (let i = size - 1; i > 0; i--) {
    const j = source.below(i + 1);
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
  return { at: (place) => order[place]! };
}

function computed(block: BlockCells, size: number, source: Source): Placement {
  const permutation = new KeyedPermutation(size, source);
  const ends = new Float64Array(block.amounts.length);
  let end = 0;
  for (let i = 0; i < ends.length; i++) {
    end += block.amounts[i]!;
    ends[i] = end;
  }
  return {
    at(place) {
      const rank = permutation.at(place);
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rank < ends[middle]!) high = middle;
        else low = middle + 1;
      }
      return block.cells[low]!;
    },
  };
}
