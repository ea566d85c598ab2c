import type { Equation } from './linearProgram.js';

/** A 0/1 table over some of the axes. */
export interface OpenTable {
  readonly axes: readonly number[];
  readonly lengths: readonly number[];
  readonly open: Float64Array;
}

/** The open cells among those whose every label is wanted. */
export function usableCells(
  open: Float64Array,
  lengths: readonly number[],
  wanted: readonly ArrayLike<number>[],
): number[] {
  const cells: number[] = [];
  for (const [cell, flag] of open.entries()) {
    if (flag > 0 && lengths.every((_, axis) => wanted[axis]![labelAt(cell, lengths, axis)]! > 0)) cells.push(cell);
  }
  return cells;
}

/** One equation for each wanted sum: the listed cells (variables, in this order) with that label add up to it. */
export function marginEquations(
  cells: readonly number[],
  lengths: readonly number[],
  wanted: readonly ArrayLike<number>[],
): Equation[] {
  return lengths.flatMap((length, axis) =>
    Array.from({ length }, (_, label) => ({
      variables: [...cells.keys()].filter((i) => labelAt(cells[i]!, lengths, axis) === label),
      sum: wanted[axis]![label]!,
    })),
  );
}

export function labelAt(cell: number, lengths: readonly number[], axis: number): number {
  let rest = cell;
  for (let i = lengths.length - 1; i > axis; i--) rest = Math.floor(rest / lengths[i]!);
  return rest % lengths[axis]!;
}

/** The cells of some of the axes that are open for at least one choice on the others. */
export function projected(table: OpenTable, axes: readonly number[]): OpenTable {
  const places = axes.map((axis) => table.axes.indexOf(axis));
  const lengths = places.map((place) => table.lengths[place]!);
  const open = new Float64Array(lengths.reduce((a, b) => a * b, 1));
  for (const [cell, flag] of table.open.entries()) {
    if (flag === 0) continue;
    let target = 0;
    for (const [i, place] of places.entries()) target = target * lengths[i]! + labelAt(cell, table.lengths, place);
    open[target] = 1;
  }
  return { axes, lengths, open };
}

/** Open cells take any amount. */
export function capacities(open: Float64Array): Float64Array {
  return open.map((flag) => (flag > 0 ? Infinity : 0));
}
