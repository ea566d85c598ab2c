/*
 * The counts of the last, partial block: each margin rounded by itself, and yet all of them possible together.
 *
 * Idea: each margin is apportioned alone (see apportion.ts). Where structural zeros entangle margins, two such roundings
 * may not go together: persona a only with age band x, b only with y, half of each, and a single record that is to be a
 * and y. Then one common order of seats is searched for the whole block: at every seat one class of each margin, nearest
 * deadline first, such that every beginning keeps every quota and fits the table.
 *
 * Invariant: the order depends on the margins and the table alone, never on the size; so growing by one record adds one
 * seat to one class of each margin, and the counts are monotone in the size.
 *
 * Cost: one maximum flow a seat, once for a plan. Where the search finds no order within its budget, or the table is
 * too large to search, the size at hand gets any rounding that keeps the quotas and fits; it may then not be monotone
 * against its neighbours.
 *
 * Deadlines after: G. Steiner and J. S. Yeomans, "Level Schedules for Mixed-Model, Just-in-Time Processes", Management
 * Science 39 (1993): taking the earliest deadline first keeps the quotas of one margin whenever that is possible.
 *
 * Example: the two margins above. Seat 1: a and x (the first pair of classes that fits), seat 2: b and y.
 */
import type { ExactMargin } from './Margin.js';
import type { Support } from './Support.js';
import { labelAt } from './cells.js';
import { apportion, seatOrder } from './apportion.js';
import type { Equation } from './linearProgram.js';
import { wholeProgram } from './wholeProgram.js';

const MOST_CHECKS = 30_000;

/** Above, with three and more entangled margins, a check may take seconds, and only the size at hand is looked at. */
const MOST_CORE_CELLS = 500;

/**
 * Counts for each margin that add up to `n`, keep every quota and fit the table together; `undefined` where there are none.
 *
 * @param block - the size at which every share is whole and fits, or `undefined` where there is no such size.
 */
export function remainderCounts(
  margins: readonly ExactMargin[],
  support: Support,
  n: number,
  block: number | undefined,
): number[][] | undefined {
  const alone = margins.map((margin) => apportion(margin, n));
  if (n === 0) return alone;
  if (support.core.axes.length < 2) return support.fits(alone) === 'no' ? undefined : alone;
  if (block !== undefined && isAffordable(support)) {
    if (allFitAlone(margins, support, block)) return alone;
    const order = commonOrder(margins, support, block);
    if (order !== undefined) return countsAfter(order, margins, n);
  } else if (support.fits(alone) === 'yes') return alone;
  return anyWithinQuota(margins, support, alone, n);
}

function isAffordable({ core }: Support): boolean {
  return core.axes.length === 2 || core.open.length <= MOST_CORE_CELLS;
}

function allFitAlone(margins: readonly ExactMargin[], support: Support, block: number): boolean {
  const seats = margins.map((margin) => seatOrder(margin, block));
  const counts = margins.map((margin) => new Float64Array(margin.labels.length));
  for (let n = 0; n < block; n++) {
    for (const [axis, classes] of seats.entries()) counts[axis]![classes[n]!]!++;
    if (support.fits(counts) !== 'yes') return false;
  }
  return true;
}

/** For each seat of the block the class of every margin (in the core), depth first with a budget of checks. */
function commonOrder(margins: readonly ExactMargin[], support: Support, block: number): number[][] | undefined {
  const counts = margins.map((margin) => new Float64Array(margin.labels.length));
  const alone = margins.map((margin) => seatOrder(margin, block));
  const entangled = new Set(support.core.axes);
  const order: number[][] = [];
  const choices: number[][][] = [];
  for (let checks = 0; order.length < block;) {
    const n = order.length;
    choices[n] ??= combinations(
      margins.map((margin, axis) =>
        entangled.has(axis) ? byDeadline(margin, counts[axis]!, n + 1) : [alone[axis]![n]!],
      ),
    );
    const choice = choices[n].shift();
    if (choice === undefined) {
      choices.length = n;
      const last = order.pop();
      if (last === undefined) return undefined;
      for (const [axis, i] of last.entries()) counts[axis]![i]!--;
      continue;
    }
    for (const [axis, i] of choice.entries()) counts[axis]![i]!++;
    if (++checks > MOST_CHECKS) return undefined;
    const fine =
      margins.every((margin, axis) => keepsFloor(margin, counts[axis]!, n + 1)) && support.fits(counts) === 'yes';
    if (fine) order.push(choice);
    else for (const [axis, i] of choice.entries()) counts[axis]![i]!--;
  }
  return order;
}

/** The classes that may take seat `n` without exceeding their upper quota, the nearest deadline first. */
function byDeadline(margin: ExactMargin, counts: Float64Array, n: number): number[] {
  const { weights, denominator } = margin;
  const deadline = (i: number): number => Math.ceil(((counts[i]! + 1) * denominator) / weights[i]!);
  return [...weights.keys()]
    .filter((i) => weights[i]! * n > counts[i]! * denominator)
    .sort((i, j) => deadline(i) - deadline(j) || i - j);
}

function keepsFloor(margin: ExactMargin, counts: Float64Array, n: number): boolean {
  return margin.weights.every((weight, i) => counts[i]! >= Math.floor((weight * n) / margin.denominator));
}

function combinations(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((all, list) => all.flatMap((head) => list.map((each) => [...head, each])), [[]]);
}

function countsAfter(order: readonly (readonly number[])[], margins: readonly ExactMargin[], n: number): number[][] {
  const counts = margins.map((margin) => margin.weights.map(() => 0));
  for (const classes of order.slice(0, n)) for (const [axis, i] of classes.entries()) counts[axis]![i]!++;
  return counts;
}

/** Counts between the floor and the ceiling of every quota that fit together, as near to `alone` as possible. */
function anyWithinQuota(
  margins: readonly ExactMargin[],
  support: Support,
  alone: readonly (readonly number[])[],
  n: number,
): number[][] | undefined {
  const { axes, lengths, open } = support.core;
  const cells = [...open.keys()].filter((cell) => open[cell]! > 0);
  const cost: number[] = cells.map(() => 0);
  const equations: Equation[] = [];
  for (const [place, axis] of axes.entries()) {
    const margin = margins[axis]!;
    for (const [label, weight] of margin.weights.entries()) {
      const floor = Math.floor((weight * n) / margin.denominator);
      const mine = [...cells.keys()].filter((i) => labelAt(cells[i]!, lengths, place) === label);
      if ((weight * n) % margin.denominator === 0) {
        equations.push({ variables: mine, sum: floor });
        continue;
      }
      const above = cost.push(alone[axis]![label]! > floor ? 0 : 1) - 1;
      const below = cost.push(0) - 1;
      equations.push({ variables: [...mine, above], factors: [...mine.map(() => 1), -1], sum: floor });
      equations.push({ variables: [above, below], sum: 1 });
    }
  }
  equations.push({ variables: [...cells.keys()], sum: n });
  const found = wholeProgram(cost, equations);
  if (found.kind !== 'solved') return undefined;
  const counts = alone.map((list) => [...list]);
  for (const axis of axes) counts[axis]!.fill(0);
  for (const [i, cell] of cells.entries()) {
    for (const [place, axis] of axes.entries()) {
      const label = labelAt(cell, lengths, place);
      counts[axis]![label] = counts[axis]![label]! + found.values[i]!;
    }
  }
  return counts;
}
