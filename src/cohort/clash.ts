/*
 * Why targets cannot be met together, in the smallest terms, and what comes nearest.
 *
 * Idea: two margins clash exactly when some labels of one want more records than all the labels of the other that go with
 * them have to give (Hall's condition). Among all such sets of all pairs, the one with the fewest labels on both sides is
 * the one to tell. Where no pair clashes but three or more margins do, targets are taken away one by one as long as the
 * rest still clashes: what is left clashes, and no part of it does.
 *
 * Nearest counts: one margin is set free and its counts are moved as little as possible until all fits, the others
 * unchanged. The margin that wants too much is tried first.
 *
 * Cost: 2^labels sets a pair up to fourteen labels; beyond, the minimal cut, thinned out label by label. This runs only
 * to word an error.
 *
 * Source: P. Hall, "On Representatives of Subsets", J. London Math. Soc. 10 (1935); J. W. Chinneck, "Feasibility and Infeasibility
 * in Optimization" (2008), deletion filtering.
 *
 * Example: 15 of 500 are to be in their 50s, only seekers and overlooked reach 50, and there are 9 of these. The set {50s}
 * wants 15, its neighbours have 9; the nearest counts move 6 from 50s to the bands that the others reach.
 */
import { CohortCheckError } from '../errors/index.js';
import type { ExactMargin } from './Margin.js';
import type { Support } from './Support.js';
import { capacities, marginEquations, projected, usableCells } from './cells.js';
import { type Equation, linearProgram } from './linearProgram.js';
import { nearestCounts } from './nearestCounts.js';
import { transport } from './transport.js';
import { listed, literalOf, pathOf } from './wording.js';

/** Labels of one margin that want more than the labels of another that go with them can give. */
interface PairClash {
  readonly axis: number;
  readonly labels: readonly number[];
  readonly wanted: number;
  readonly otherAxis: number;
  readonly others: readonly number[];
  readonly possible: number;
}

const MOST_LABELS = 14;

/**
 * The error that tells which targets clash, for counts that no table meets.
 *
 * @param counts - one list for each margin, all with one total.
 */
export function targetClash(
  margins: readonly ExactMargin[],
  counts: readonly (readonly number[])[],
  support: Support,
): CohortCheckError {
  const clash = smallestPairClash(counts, support);
  return clash === undefined ? jointClash(margins, counts, support) : pairClash(margins, counts, support, clash);
}

function pairClash(
  margins: readonly ExactMargin[],
  counts: readonly (readonly number[])[],
  support: Support,
  clash: PairClash,
): CohortCheckError {
  const margin = margins[clash.axis]!;
  const other = margins[clash.otherAxis]!;
  const labels = clash.labels.map((label) => margin.labels[label]!);
  const others = clash.others.map((label) => other.labels[label]!);
  const total = sumOf(counts[clash.axis]!);
  const those = labels.length === 1 ? 'it' : 'them';
  const places = `${clash.possible} ${clash.possible === 1 ? 'place' : 'places'}`;
  return new CohortCheckError({
    code: 'target-clash',
    what: `${margin.name} ${listed(labels)}: ${clash.wanted} of ${total} wanted, ${clash.possible} possible`,
    where: labels.length === 1 ? pathOf(margin.path, labels[0]!) : margin.path,
    why:
      others.length === 0
        ? `no ${other.name} goes with ${those}`
        : `only ${other.name} ${listed(others)} ${others.length === 1 ? 'goes' : 'go'} with ${those}, ` +
          `and ${other.path} leaves ${those} ${places}`,
    try: nextStep(margins, counts, support, [clash.axis, clash.otherAxis]),
  });
}

function jointClash(
  margins: readonly ExactMargin[],
  counts: readonly (readonly number[])[],
  support: Support,
): CohortCheckError {
  const total = sumOf(counts[0] ?? []);
  const { axes, lengths, open } = support.core;
  const wanted = axes.map((axis) => counts[axis]!);
  const cells = usableCells(open, lengths, wanted);
  const needed = irreducible(cells.length, marginEquations(cells, lengths, wanted));
  const targets = axes.flatMap((axis) =>
    margins[axis]!.labels.map((label, i) => ({ axis, label, count: counts[axis]![i]! })),
  );
  const clashing = targets.filter((_, i) => needed.includes(i));
  const inReals = needed.length === 0;
  const names = listed(axes.map((axis) => margins[axis]!.name));
  return new CohortCheckError({
    code: 'target-clash',
    what: inReals
      ? `${names}: no table of ${total} whole records meets these targets together`
      : `${listed(clashing.map(({ axis, label }) => `${margins[axis]!.name} ${label}`))}: ` +
        `${listed(clashing.map(({ count }) => count))} of ${total} wanted, not possible together`,
    where: listed((inReals ? axes : [...new Set(clashing.map(({ axis }) => axis))]).map((axis) => margins[axis]!.path)),
    why: inReals
      ? 'only fractions of records would meet them all'
      : `any two of ${names} can be met, but no combination of labels that occurs meets all of these at once`,
    try: nextStep(margins, counts, support, axes),
  });
}

/** The nearest counts that fit, as the user would write them. */
function nextStep(
  margins: readonly ExactMargin[],
  counts: readonly (readonly number[])[],
  support: Support,
  first: readonly number[],
): string {
  const rest = margins.map((_, axis) => axis).filter((axis) => !first.includes(axis));
  for (const axis of [...first, ...rest]) {
    const nearest = nearestCounts(axis, counts, support);
    if (nearest === undefined) continue;
    const margin = margins[axis]!;
    const total = sumOf(nearest);
    const values = margin.given === 'counts' ? nearest : nearest.map((count) => count / total);
    return `${margin.path}: ${literalOf(margin.labels, values)}, the nearest that fits (${listed(nearest)} of ${total})`;
  }
  return 'widen what the labels of these margins go with: changing one margin alone is not enough';
}

function smallestPairClash(counts: readonly (readonly number[])[], support: Support): PairClash | undefined {
  let best: PairClash | undefined;
  for (const axis of counts.keys()) {
    for (const otherAxis of counts.keys()) {
      if (otherAxis === axis) continue;
      const clash = clashBetween(axis, otherAxis, counts, support);
      if (clash !== undefined && (best === undefined || isSmaller(clash, best))) best = clash;
    }
  }
  if (counts.length === 1) return alone(counts[0]!, support);
  return best;
}

function isSmaller(a: PairClash, b: PairClash): boolean {
  const difference = a.labels.length + a.others.length - b.labels.length - b.others.length;
  return difference < 0 || (difference === 0 && a.wanted - a.possible > b.wanted - b.possible);
}

/** A single margin clashes with nothing but its own structural zeros. */
function alone(counts: readonly number[], support: Support): PairClash | undefined {
  const labels = [...counts.keys()].filter((label) => counts[label]! > 0 && support.full.open[label] === 0);
  if (labels.length === 0) return undefined;
  const wanted = labels.reduce((sum, label) => sum + counts[label]!, 0);
  return { axis: 0, labels, wanted, otherAxis: 0, others: [], possible: 0 };
}

function clashBetween(
  axis: number,
  otherAxis: number,
  counts: readonly (readonly number[])[],
  support: Support,
): PairClash | undefined {
  const supply = counts[axis]!;
  const demand = counts[otherAxis]!;
  const { open } = projected(support.usable, [axis, otherAxis]);
  const { sent, stuckRows } = transport(supply, demand, capacities(open));
  if (sent === sumOf(supply)) return undefined;
  const measure = (labels: readonly number[]): PairClash => {
    const others = [...demand.keys()].filter((c) => labels.some((r) => open[r * demand.length + c]! > 0));
    const wanted = labels.reduce((sum, r) => sum + supply[r]!, 0);
    const possible = others.reduce((sum, c) => sum + demand[c]!, 0);
    return { axis, labels, wanted, otherAxis, others, possible };
  };
  const used = [...supply.keys()].filter((r) => supply[r]! > 0);
  if (used.length > MOST_LABELS) return thinnedOut(stuckRows, measure);
  let best: PairClash | undefined;
  for (let bits = 1; bits < 2 ** used.length; bits++) {
    const clash = measure(used.filter((_, i) => (bits >> i) & 1));
    if (clash.wanted > clash.possible && (best === undefined || isSmaller(clash, best))) best = clash;
  }
  return best;
}

function thinnedOut(labels: readonly number[], measure: (labels: readonly number[]) => PairClash): PairClash {
  let clash = measure(labels);
  for (const label of labels) {
    const fewer = measure(clash.labels.filter((each) => each !== label));
    if (fewer.wanted > fewer.possible) clash = fewer;
  }
  return clash;
}

/** The equations of which none can be left out without the rest becoming possible; none where all are possible. */
function irreducible(variables: number, equations: readonly Equation[]): number[] {
  const possible = (kept: readonly number[]): boolean =>
    linearProgram(
      new Float64Array(variables),
      kept.map((i) => equations[i]!),
    ) !== undefined;
  let kept = [...equations.keys()];
  if (possible(kept)) return [];
  for (const i of equations.keys()) {
    const fewer = kept.filter((each) => each !== i);
    if (!possible(fewer)) kept = fewer;
  }
  return kept;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
