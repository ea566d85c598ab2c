import type { CellPrior } from './jointTable.js';
import { priorTable } from './jointTable.js';
import { labelAt } from './cells.js';
import type { Shares } from './margins.js';
import { parseTargets } from './parseTargets.js';
import { rake } from './rake.js';

/**
 * What share of each label of one margin falls to each label of another, when a prior is fitted to targets: the shares that
 * cohorts of these targets have on average.
 *
 * @param given - the margin whose labels are looked into, such as `persona`.
 * @param of - the margin whose shares are asked for, such as `risk_level`.
 * @returns label of `given` → label of `of` → share; undefined where no table of the prior's shape meets the targets.
 * @throws CohortCheckError `target-…` on targets that make no sense.
 * @example
 * const targets = { room: { single: 0.5, double: 0.5 }, guests: { one: 0.75, two: 0.25 } };
 * const prior = ({ room, guests }) => (room === 'single' && guests === 'two' ? 0 : 1);
 * conditionalShares({ targets, prior, given: 'room', of: 'guests' })?.single // { one: 1, two: 0 }
 */
export function conditionalShares(question: {
  readonly targets: Readonly<Record<string, Shares>>;
  readonly prior: (labels: Readonly<Record<string, string>>) => number;
  readonly given: string;
  readonly of: string;
}): Readonly<Record<string, Shares>> | undefined {
  const { targets, prior } = question;
  const wanted = Object.entries(targets).map(([name, shares]) => ({ name, shares }));
  const margins = parseTargets(wanted, 0);
  const names = margins.map(({ name }) => name);
  const [given, of] = [names.indexOf(question.given), names.indexOf(question.of)];
  if (given < 0 || of < 0) return undefined;
  const weigh: CellPrior = (labels) => prior(Object.fromEntries(names.map((name, axis) => [name, labels[axis] ?? ''])));
  const lengths = margins.map(({ labels }) => labels.length);
  const raked = rake(
    { lengths, cells: priorTable(margins, weigh) },
    margins.map(({ weights, denominator }) => weights.map((weight) => weight / denominator)),
  );
  if (!raked.fits) return undefined;
  const rows = margins[given]!.labels;
  const columns = margins[of]!.labels;
  const sums = rows.map(() => columns.map(() => 0));
  for (const [cell, share] of raked.table.cells.entries()) {
    const row = sums[labelAt(cell, lengths, given)]!;
    const column = labelAt(cell, lengths, of);
    row[column] = row[column]! + share;
  }
  return Object.fromEntries(rows.map((row, at) => [row, sharesOf(columns, sums[at]!)]));
}

function sharesOf(labels: readonly string[], sums: readonly number[]): Shares {
  const total = sums.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(labels.map((label, at) => [label, total === 0 ? 0 : sums[at]! / total]));
}
