/*
 * Raking: a table that meets given margins and is otherwise like its prior.
 *
 * Idea: scale the slices of one axis so that their sums are right, then those of the next, and go round until all are
 * right at once (iterative proportional fitting).
 *
 * Invariant: every step multiplies whole slices, so a zero stays zero and odds ratios stay what they are in the prior.
 * Among all tables with these margins the result is the one with the least relative entropy to the prior.
 *
 * Cost: a few passes over the table where the margins are met by a table as full as the prior (the error shrinks by a
 * constant factor a round). Where the margins force a cell to zero that is positive in the prior, the error shrinks
 * like 1 / rounds only; where no table meets them it does not shrink at all. Both show as `fits: false`; the caller
 * tells them apart (see transport.ts and wholeProgram.ts), strikes out forced zeros and rakes again. Newton's method on
 * the dual was left: fewer rounds, but a linear system in each, and it fails in the same two cases.
 *
 * Source: W. E. Deming and F. F. Stephan, "On a Least Squares Adjustment of a Sampled Frequency Table When the Expected
 * Marginal Totals Are Known", Ann. Math. Stat. 11 (1940); I. Csiszár, "I-divergence geometry", Ann. Prob. 3 (1975).
 *
 * Example: prior [[1, 1], [1, 0]], rows 2 and 1, columns 2 and 1. Row 2 has its zero, so its 1 stays in column 1, and the
 * fit is [[1, 1], [1, 0]] scaled to itself; with rows 1 and 2 column 1 must take 2 from row 2 and nothing from row 1:
 * the forced zero, approached like 1 / rounds.
 */

/** A table of any number of axes, the last axis running fastest. */
export interface Table {
  readonly lengths: readonly number[];
  readonly cells: Float64Array;
}

export interface RakeOptions {
  /** How far a slice may be off, as a share of the total; default 1e-12. */
  readonly tolerance?: number;
  /** Default 1,000. */
  readonly maxRounds?: number;
}

export interface Raked {
  readonly table: Table;
  /** Whether every margin is met within the tolerance. */
  readonly fits: boolean;
  /** The greatest distance of a slice from its margin, as a share of the total. */
  readonly error: number;
  readonly rounds: number;
}

/**
 * The table nearest to `prior` that has these margins, or the best one reached, with `fits: false`.
 *
 * @param margins - one list of sums for each axis; all lists have one total.
 * @throws RangeError when shapes or totals do not go together.
 */
export function rake(prior: Table, margins: readonly ArrayLike<number>[], options: RakeOptions = {}): Raked {
  checkShapes(prior, margins);
  const table = { lengths: prior.lengths, cells: prior.cells.slice() };
  return { table, ...rakeInPlace(table, margins, options) };
}

/** `rake` on the caller's own table, unchecked: what the making of blocks calls. */
export function rakeInPlace(
  table: Table,
  margins: readonly ArrayLike<number>[],
  options: RakeOptions = {},
): { fits: boolean; error: number; rounds: number } {
  const maxRounds = options.maxRounds ?? 1000;
  const first = margins[0] ?? [];
  let total = 0;
  for (let i = 0; i < first.length; i++) total += first[i]!;
  if (total === 0) {
    table.cells.fill(0);
    return { fits: true, error: 0, rounds: 0 };
  }
  const allowed = (options.tolerance ?? 1e-12) * total;
  const sums = new Float64Array(Math.max(...table.lengths));
  for (let rounds = 0; ; rounds++) {
    let error = 0;
    for (let axis = 0; axis < margins.length; axis++) {
      const off = fitAxis(table, axis, margins[axis]!, sums, allowed);
      if (off === Infinity) return { fits: false, error: Infinity, rounds };
      if (off > error) error = off;
    }
    if (error <= allowed) return { fits: true, error: error / total, rounds };
    if (rounds >= maxRounds) return { fits: false, error: error / total, rounds };
  }
}

/**
 * Scales the slices of one axis where they are off by more than `allowed`; returns how far the worst was off before.
 * `Infinity` when a slice that must hold something is empty.
 */
function fitAxis(table: Table, axis: number, wanted: ArrayLike<number>, sums: Float64Array, allowed: number): number {
  const { cells, lengths } = table;
  const length = lengths[axis]!;
  let inner = 1;
  for (let i = axis + 1; i < lengths.length; i++) inner *= lengths[i]!;
  sums.fill(0, 0, length);
  for (let at = 0; at < cells.length;) {
    for (let label = 0; label < length; label++) {
      let sum = sums[label]!;
      for (const end = at + inner; at < end; at++) sum += cells[at]!;
      sums[label] = sum;
    }
  }
  let worst = 0;
  for (let label = 0; label < length; label++) {
    const off = Math.abs(sums[label]! - wanted[label]!);
    if (off > worst) worst = off;
    if (sums[label] === 0 && wanted[label]! > 0) return Infinity;
    sums[label] = sums[label] === 0 ? 0 : wanted[label]! / sums[label]!;
  }
  if (worst <= allowed) return worst;
  for (let at = 0; at < cells.length;) {
    for (let label = 0; label < length; label++) {
      const factor = sums[label]!;
      for (const end = at + inner; at < end; at++) cells[at] = cells[at]! * factor;
    }
  }
  return worst;
}

function checkShapes(prior: Table, margins: readonly ArrayLike<number>[]): void {
  const size = prior.lengths.reduce((a, b) => a * b, 1);
  if (size !== prior.cells.length)
    throw new RangeError(`prior: ${prior.cells.length} cells do not fill ${prior.lengths.join(' × ')}`);
  if (margins.length !== prior.lengths.length) {
    throw new RangeError(`margins: ${margins.length} of them for ${prior.lengths.length} axes`);
  }
  if (prior.cells.some((cell) => !(cell >= 0) || cell === Infinity))
    throw new RangeError('prior: a cell is no finite number from 0');
  const totals = margins.map((margin) => Array.from(margin).reduce((a, b) => a + b, 0));
  for (const [axis, margin] of margins.entries()) {
    if (margin.length !== prior.lengths[axis]) {
      throw new RangeError(`margins[${axis}]: ${margin.length} sums for ${prior.lengths[axis]} labels`);
    }
    if (Math.abs(totals[axis]! - totals[0]!) > 1e-9 * Math.max(1, totals[0]!)) {
      throw new RangeError(`margins[${axis}]: adds up to ${totals[axis]}, margins[0] to ${totals[0]}`);
    }
  }
}
