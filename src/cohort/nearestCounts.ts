import type { Support } from './Support.js';
import { capacities, labelAt, marginEquations, usableCells } from './cells.js';
import type { Equation } from './linearProgram.js';
import { transport } from './transport.js';
import { wholeProgram } from './wholeProgram.js';

/** Of two changes of the same size the one towards a common label is nearer by this little: nobody asked for a rare one. */
const RARITY = 0.001;

/**
 * Counts of one margin that fit the other margins as they are, with the least total change; `undefined` when no counts of
 * this margin do.
 */
export function nearestCounts(
  axis: number,
  counts: readonly (readonly number[])[],
  support: Support,
): number[] | undefined {
  return counts.length === 2 ? byFlow(axis, counts, support) : byProgram(axis, counts, support);
}

/** What can be placed stays as it is; each record that cannot goes to a label that its fixed partner allows. */
function byFlow(axis: number, counts: readonly (readonly number[])[], support: Support): number[] | undefined {
  const { open } = support.full;
  const columns = support.full.lengths[1]!;
  const [rowCounts, columnCounts] = [counts[0]!, counts[1]!];
  const { flow } = transport(rowCounts, columnCounts, capacities(open));
  const own = counts[axis]!;
  const fixed = counts[1 - axis]!;
  const cellOf = (mine: number, theirs: number): number =>
    axis === 0 ? mine * columns + theirs : theirs * columns + mine;
  const nearest = own.map((_, i) => fixed.reduce((sum, _count, j) => sum + flow[cellOf(i, j)]!, 0));
  for (const [j, count] of fixed.entries()) {
    const left = count - own.reduce((sum, _count, i) => sum + flow[cellOf(i, j)]!, 0);
    if (left === 0) continue;
    const allowed = [...own.keys()].filter((i) => open[cellOf(i, j)]! > 0);
    const target = allowed.sort((a, b) => own[b]! - own[a]! || a - b)[0];
    if (target === undefined) return undefined;
    nearest[target] = nearest[target]! + left;
  }
  return nearest;
}

/** Variables: the cells, then for each label of the free margin how far it goes up and how far down. */
function byProgram(axis: number, counts: readonly (readonly number[])[], support: Support): number[] | undefined {
  const { open, lengths } = support.full;
  const free = counts.map((list, i) => (i === axis ? list.map(() => 1) : list));
  const cells = usableCells(open, lengths, free);
  const cost = cells.map(() => 0);
  const total = counts[axis]!.reduce((a, b) => a + b, 0);
  const fixed = marginEquations(cells, lengths, counts);
  const offset = lengths.slice(0, axis).reduce((a, b) => a + b, 0);
  const equations: Equation[] = fixed.map((equation, i) => {
    const label = i - offset;
    if (label < 0 || label >= lengths[axis]!) return equation;
    const up = cost.push(1 + RARITY * (1 - counts[axis]![label]! / total)) - 1;
    const down = cost.push(1) - 1;
    const factors = [...equation.variables.map(() => 1), -1, 1];
    return { variables: [...equation.variables, up, down], factors, sum: equation.sum };
  });
  const found = wholeProgram(cost, equations);
  if (found.kind !== 'solved') return undefined;
  const nearest = counts[axis]!.map(() => 0);
  for (const [i, cell] of cells.entries()) {
    const label = labelAt(cell, lengths, axis);
    nearest[label] = nearest[label]! + found.values[i]!;
  }
  return nearest;
}
