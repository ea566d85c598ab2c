/*
 * Which cells of the joint table can hold records at all, and whether whole counts on every margin can be met there.
 *
 * Idea: most margins are not entangled: whatever the other labels are, each label of theirs is possible. They never stand
 * in the way of the rest, so they are struck out first. What remains is the core. No axis or one: nothing to ask. Two
 * axes: a transport problem, decided exactly by maximum flow. Three and more: each pair by flow first, then a few tries
 * at a block of the core; where these fail, a program in whole numbers over its cells decides.
 *
 * Invariant: counts that fit the core fit the whole table, since every axis outside it can be filled in freely.
 */
import type { ExactMargin } from './Margin.js';
import { BlockMaker } from './BlockMaker.js';
import { type OpenTable, capacities, marginEquations, projected, usableCells } from './cells.js';
import { linearProgram } from './linearProgram.js';
import { transport } from './transport.js';
import { wholeProgram } from './wholeProgram.js';

export type Fit = 'yes' | 'no' | 'unknown';

export class Support {
  /** Every cell that the prior allows, labels that nobody wants included. */
  readonly full: OpenTable;
  /** The cells of `full` whose labels are all wanted. */
  readonly usable: OpenTable;
  /** `usable`, over the entangled axes alone. */
  readonly core: OpenTable;
  private readonly coreMaker: BlockMaker;

  constructor(margins: readonly ExactMargin[], prior: Float64Array) {
    const lengths = margins.map((margin) => margin.labels.length);
    this.full = { axes: lengths.map((_, axis) => axis), lengths, open: prior.map((weight) => (weight > 0 ? 1 : 0)) };
    const wanted = margins.map((margin) => margin.weights);
    const open = new Float64Array(prior.length);
    for (const cell of usableCells(this.full.open, lengths, wanted)) open[cell] = 1;
    this.usable = { ...this.full, open };
    this.core = coreOf(this.usable, wanted);
    this.coreMaker = new BlockMaker(this.core.lengths, this.core.open);
  }

  /** Whether one whole-number table over the open cells has all these margins (one list of counts for each margin). */
  fits(counts: readonly ArrayLike<number>[]): Fit {
    const { axes, lengths, open } = this.core;
    const wanted = axes.map((axis) => counts[axis]!);
    const [first, second] = wanted;
    if (first === undefined) return open[0] === 1 || sumOf(counts[0] ?? []) === 0 ? 'yes' : 'no';
    if (second === undefined) return open.some((cell, label) => cell === 0 && first[label]! > 0) ? 'no' : 'yes';
    const total = sumOf(first);
    if (axes.length === 2) return transport(first, second, capacities(open)).sent === total ? 'yes' : 'no';
    for (let a = 0; a < axes.length; a++) {
      for (let b = a + 1; b < axes.length; b++) {
        const pair = projected(this.core, [axes[a]!, axes[b]!]);
        if (transport(wanted[a]!, wanted[b]!, capacities(pair.open)).sent < total) return 'no';
      }
    }
    if (this.coreMaker.has(wanted)) return 'yes';
    const cells = usableCells(open, lengths, wanted);
    const { kind } = wholeProgram(new Float64Array(cells.length), marginEquations(cells, lengths, wanted));
    return kind === 'solved' ? 'yes' : kind === 'impossible' ? 'no' : 'unknown';
  }

  /** Whether a table of real numbers has all these margins. */
  fitsInReals(counts: readonly ArrayLike<number>[]): boolean {
    const { axes, lengths, open } = this.core;
    if (axes.length <= 2) return this.fits(counts) === 'yes';
    const wanted = axes.map((axis) => counts[axis]!);
    const cells = usableCells(open, lengths, wanted);
    return linearProgram(new Float64Array(cells.length), marginEquations(cells, lengths, wanted)) !== undefined;
  }
}

function coreOf(usable: OpenTable, wanted: readonly (readonly number[])[]): OpenTable {
  let core = usable;
  for (let found = true; found;) {
    found = false;
    for (const axis of core.axes) {
      const rest = projected(
        core,
        core.axes.filter((other) => other !== axis),
      );
      if (!isFree(core, rest, wanted[axis]!)) continue;
      core = rest;
      found = true;
      break;
    }
  }
  return core;
}

/** Whether every wanted label of the axis goes with everything that the other axes allow. */
function isFree(table: OpenTable, rest: OpenTable, weights: readonly number[]): boolean {
  const labels = weights.filter((weight) => weight > 0).length;
  return sumOf(table.open) === sumOf(rest.open) * labels;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
