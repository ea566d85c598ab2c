/*
 * Whole numbers through a table of open and closed cells: maximum flow from rows to columns.
 *
 * Idea: each row has a supply, each column a demand, each cell a capacity (0: closed). Fill greedily, then push along
 * shortest augmenting paths until none is left.
 *
 * Invariant: all numbers stay whole. At the end the rows and columns that a search from the unsent supplies still
 * reaches form a minimal cut: the demand of the columns they can use is what they can place at most (Hall's condition
 * says when that is too little).
 *
 * Cost: O(lines · cells²) at worst, in practice a handful of searches over a table of a few dozen cells, independent of
 * how large the numbers are.
 *
 * Source: J. Edmonds and R. M. Karp, "Theoretical Improvements in Algorithmic Efficiency for Network Flow Problems",
 * J. ACM 19 (1972).
 *
 * Example: supplies 2, 1, demands 1, 2, all cells open but the last: row 1 must use column 0, so row 0 gives both its units to
 * column 1.
 */

export interface Transport {
  /** How much is sent in all; the margins can be met together when this is the whole supply. */
  readonly sent: number;
  /** Sent through each cell, row by row. */
  readonly flow: Float64Array;
  /** The rows on the near side of the minimal cut: together they want more than the columns open to them can take. */
  readonly stuckRows: readonly number[];
}

/** The most that rows can send to columns through cells of these capacities (row by row; `Infinity` is fine). */
export function transport(
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  capacity: ArrayLike<number>,
): Transport {
  const rows = supply.length;
  const columns = demand.length;
  const flow = new Float64Array(rows * columns);
  const left = Float64Array.from(supply);
  const open = Float64Array.from(demand);
  let sent = 0;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const amount = Math.min(left[r]!, open[c]!, capacity[r * columns + c]!);
      flow[r * columns + c] = amount;
      left[r] = left[r]! - amount;
      open[c] = open[c]! - amount;
      sent += amount;
    }
  }
  const cameFrom = new Int32Array(rows + columns);
  for (;;) {
    const end = search(rows, columns, left, open, capacity, flow, cameFrom);
    if (end < 0) return { sent, flow, stuckRows: [...left.keys()].filter((r) => cameFrom[r] !== UNSEEN) };
    sent += push(end, rows, columns, left, open, capacity, flow, cameFrom);
  }
}

const UNSEEN = -2;
const START = -1;

/** Breadth first from every row with supply left; the column with open demand that it meets first, or -1. */
function search(
  rows: number,
  columns: number,
  left: Float64Array,
  open: Float64Array,
  capacity: ArrayLike<number>,
  flow: Float64Array,
  cameFrom: Int32Array,
): number {
  cameFrom.fill(UNSEEN);
  const queue: number[] = [];
  for (let r = 0; r < rows; r++) {
    if (left[r]! > 0) {
      cameFrom[r] = START;
      queue.push(r);
    }
  }
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    if (node < rows) {
      for (let c = 0; c < columns; c++) {
        const cell = node * columns + c;
        if (cameFrom[rows + c] !== UNSEEN || flow[cell]! >= capacity[cell]!) continue;
        cameFrom[rows + c] = node;
        if (open[c]! > 0) return rows + c;
        queue.push(rows + c);
      }
    } else {
      for (let r = 0; r < rows; r++) {
        if (cameFrom[r] !== UNSEEN || flow[r * columns + node - rows]! <= 0) continue;
        cameFrom[r] = node;
        queue.push(r);
      }
    }
  }
  return -1;
}

function push(
  end: number,
  rows: number,
  columns: number,
  left: Float64Array,
  open: Float64Array,
  capacity: ArrayLike<number>,
  flow: Float64Array,
  cameFrom: Int32Array,
): number {
  let amount = open[end - rows]!;
  let start = end;
  for (let node = end; cameFrom[node] !== START; node = cameFrom[node]!) {
    const before = cameFrom[node]!;
    const room =
      node >= rows
        ? capacity[before * columns + node - rows]! - flow[before * columns + node - rows]!
        : flow[node * columns + before - rows]!;
    amount = Math.min(amount, room);
    start = before;
  }
  amount = Math.min(amount, left[start]!);
  for (let node = end; cameFrom[node] !== START; node = cameFrom[node]!) {
    const before = cameFrom[node]!;
    const cell = node >= rows ? before * columns + node - rows : node * columns + before - rows;
    flow[cell] = flow[cell]! + (node >= rows ? amount : -amount);
  }
  left[start] = left[start]! - amount;
  open[end - rows] = open[end - rows]! - amount;
  return amount;
}

/**
 * Closes the cells that are zero in every table with these margins, in place: 1 in `open` becomes 0.
 *
 * A cell without flow can hold some if the flow can be turned around a cycle through it.
 *
 * @param flow - any one table with the margins.
 */
export function closeForcedZeros(flow: Float64Array, open: Float64Array, rows: number, columns: number): void {
  const given = open.slice();
  for (let c = 0; c < columns; c++) {
    const seen = new Uint8Array(rows + columns);
    const queue = [rows + c];
    seen[rows + c] = 1;
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      const onward = node < rows ? columns : rows;
      for (let k = 0; k < onward; k++) {
        const next = node < rows ? rows + k : k;
        const cell = node < rows ? node * columns + k : k * columns + node - rows;
        if (seen[next] === 1 || (node < rows ? given[cell] === 0 : flow[cell] === 0)) continue;
        seen[next] = 1;
        queue.push(next);
      }
    }
    for (let r = 0; r < rows; r++) if (flow[r * columns + c] === 0 && seen[r] === 0) open[r * columns + c] = 0;
  }
}
