import { CohortCheckError, shown } from '../errors/index.js';
import type { ExactMargin } from './Margin.js';
import type { Support } from './Support.js';
import { capacities, labelAt, marginEquations, usableCells } from './cells.js';
import { linearProgram } from './linearProgram.js';
import { rake } from './rake.js';
import { closeForcedZeros, transport } from './transport.js';

/** How likely a combination of labels is before the targets, one label for each margin in order; 0: it never occurs. */
export type CellPrior = (labels: readonly string[]) => number;

const MOST_CELLS = 1_000_000;

/** Above, one program a cell takes too long; a table that is raked a little less sharply does as well. */
const MOST_PROGRAM_CELLS = 500;

/**
 * The prior of every cell, the last margin running fastest.
 *
 * @throws CohortCheckError `target-prior` when a prior is no finite number from 0, `target-cells` when there are too many cells.
 */
export function priorTable(margins: readonly ExactMargin[], prior: CellPrior): Float64Array {
  const lengths = margins.map((margin) => margin.labels.length);
  const size = lengths.reduce((a, b) => a * b, 1);
  if (size > MOST_CELLS) {
    throw new CohortCheckError({
      code: 'target-cells',
      what: `targets: ${lengths.join(' × ')} labels make ${size} combinations`,
      where: 'targets',
      why: `a joint table holds at most ${MOST_CELLS} cells`,
      try: 'group the labels of the largest margin into fewer, or leave a margin out',
    });
  }
  return Float64Array.from({ length: size }, (_, cell) => {
    const labels = margins.map((margin, axis) => margin.labels[labelAt(cell, lengths, axis)]!);
    const weight = prior(labels);
    if (Number.isFinite(weight) && weight >= 0) return weight;
    throw new CohortCheckError({
      code: 'target-prior',
      what: `prior of ${labels.join(', ')}: ${shown(weight)} is not a weight`,
      where: 'prior',
      why: 'a weight is a finite number from 0; 0 says that the combination never occurs',
      try: 'return 0 for combinations that cannot be',
    });
  });
}

/**
 * The joint table with these margins that is nearest to the prior.
 *
 * The counts must fit the support. Cells that the margins force to zero are struck out where they keep raking from
 * converging.
 */
export function jointTable(
  prior: Float64Array,
  counts: readonly (readonly number[])[],
  support: Support,
): Float64Array {
  const { lengths, open } = support.usable;
  const usable = prior.map((weight, cell) => (open[cell]! > 0 ? weight : 0));
  const raked = rake({ lengths, cells: usable }, counts);
  if (raked.fits) return raked.table.cells;
  const kept = withoutForcedZeros(usable, counts, support);
  return rake({ lengths, cells: kept }, counts, { maxRounds: 20_000, tolerance: 1e-11 }).table.cells;
}

function withoutForcedZeros(
  cells: Float64Array,
  counts: readonly (readonly number[])[],
  support: Support,
): Float64Array {
  const { axes, lengths } = support.core;
  const wanted = axes.map((axis) => counts[axis]!);
  const open = support.core.open.slice();
  const [rows, columns, ...more] = lengths;
  if (rows === undefined || columns === undefined) return cells;
  if (more.length === 0)
    closeForcedZeros(transport(wanted[0]!, wanted[1]!, capacities(open)).flow, open, rows, columns);
  else if (open.length <= MOST_PROGRAM_CELLS) closeByProgram(open, lengths, wanted);
  return cells.map((weight, cell) => {
    let core = 0;
    for (const [place, axis] of axes.entries())
      core = core * lengths[place]! + labelAt(cell, support.usable.lengths, axis);
    return open[core]! > 0 ? weight : 0;
  });
}

/** A cell is forced to zero when the most it can hold is nothing. */
function closeByProgram(open: Float64Array, lengths: readonly number[], wanted: readonly (readonly number[])[]): void {
  const cells = usableCells(open, lengths, wanted);
  const equations = marginEquations(cells, lengths, wanted);
  const seen = new Uint8Array(cells.length);
  open.fill(0);
  for (const [i, cell] of cells.entries()) {
    if (seen[i] === 0) {
      const most = linearProgram(
        cells.map((_, j) => (j === i ? -1 : 0)),
        equations,
      );
      for (const [j, value] of (most ?? []).entries()) if (value > 1e-7) seen[j] = 1;
    }
    if (seen[i] === 1) open[cell] = 1;
  }
}
