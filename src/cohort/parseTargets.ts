import { CohortCheckError, shown } from '../errors/index.js';
import type { ExactMargin, Margin } from './Margin.js';
import { type Fraction, fractionOf, greatestDivisor, quotientOf, sumOf, toCommon } from './fraction.js';
import { listed, literalOf, nearestName, pathOf } from './wording.js';

export interface ParseTargetsOptions {
  /** The labels that a record can show on the margin of this name; `undefined` where any label may occur. */
  readonly knownLabels?: (margin: string) => readonly string[] | undefined;
  /** What error messages call the list of margins, default `targets`. */
  readonly path?: string;
}

/** Shares may miss 1 by this much: what is left over from writing thirds as decimals. */
const SLACK = 1e-9;

/** Shares finer than a billionth are rounded to one: less than what `SLACK` forgives. */
const FINEST = 1_000_000_000n;

/**
 * The margins with exact shares, checked.
 *
 * A decimal is taken as written (0.3 is three tenths); shares that add up to 1 within 1e-9 are scaled to add up exactly.
 *
 * @param size - the number of records; counts must add up to it.
 * @throws CohortCheckError `target-empty`, `target-twice`, `target-number`, `target-sum`, `target-name` or
 * `target-size` when the targets or the size make no sense by themselves.
 */
export function parseTargets(
  targets: readonly Margin[],
  size: number,
  options: ParseTargetsOptions = {},
): readonly ExactMargin[] {
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new CohortCheckError({
      code: 'target-size',
      what: `size: ${shown(size)} is not a number of records`,
      where: 'size',
      try: 'size: 500',
    });
  }
  const root = options.path ?? 'targets';
  if (targets.length === 0) {
    throw new CohortCheckError({
      code: 'target-empty',
      what: `${root}: no margin at all`,
      where: root,
      why: 'a cohort hits shares over at least one margin',
      try: `${root}: [{ name: 'persona', shares: { a: 0.5, b: 0.5 } }]`,
    });
  }
  const seen = new Set<string>();
  return targets.map((margin) => {
    if (seen.has(margin.name)) {
      throw new CohortCheckError({
        code: 'target-twice',
        what: `${margin.name}: two targets of this name`,
        where: pathOf(root, margin.name),
        why: 'a margin can hit one set of shares only',
        try: `keep one of the two, or give the second another name`,
      });
    }
    seen.add(margin.name);
    return parseMargin(margin, size, root, options.knownLabels?.(margin.name));
  });
}

function parseMargin(margin: Margin, size: number, root: string, known?: readonly string[]): ExactMargin {
  const path = pathOf(root, margin.name);
  const given = 'counts' in margin ? 'counts' : 'shares';
  const entries = Object.entries('counts' in margin ? margin.counts : margin.shares);
  if (entries.length === 0) {
    throw new CohortCheckError({
      code: 'target-empty',
      what: `${margin.name}: no ${given} given`,
      where: path,
      why: 'a margin needs at least one label',
      try: `name a label and its share, such as ${known?.[0] ?? 'all'}: 1, or leave this margin out`,
    });
  }
  for (const [label, value] of entries) {
    if (known !== undefined) checkLabel(label, known, margin.name, path);
    checkNumber(label, value, given, margin.name, path);
  }
  const labels = entries.map(([label]) => label);
  const values = entries.map(([, value]) => value);
  const shares =
    given === 'counts'
      ? sharesOfCounts(values, size, margin.name, path)
      : checkedShares(labels, values, margin.name, path);
  return { name: margin.name, labels, given, path, ...shares };
}

function checkLabel(label: string, known: readonly string[], name: string, path: string): void {
  if (known.includes(label)) return;
  const nearest = nearestName(label, known);
  throw new CohortCheckError({
    code: 'target-name',
    what: `${name} ${shown(label)}: no record has it`,
    where: pathOf(path, label),
    why: `the labels of ${name} are ${listed(known)}`,
    try: nearest === undefined ? `one of these labels` : `${nearest} instead of ${label}`,
  });
}

function checkNumber(label: string, value: number, given: 'shares' | 'counts', name: string, path: string): void {
  const fine = Number.isFinite(value) && value >= 0;
  if (fine && (given === 'shares' || Number.isSafeInteger(value))) return;
  throw new CohortCheckError({
    code: 'target-number',
    what: `${name} ${label}: ${shown(value)} is not a ${given === 'shares' ? 'share' : 'count'}`,
    where: pathOf(path, label),
    why: given === 'shares' ? 'a share is a number from 0 to 1' : 'a count is a whole number from 0 to the size',
    try: fine ? `${Math.round(value)}, or shares instead of counts` : `0 where no record should be ${label}`,
  });
}

function checkedShares(
  labels: readonly string[],
  values: readonly number[],
  name: string,
  path: string,
): { weights: number[]; denominator: number } {
  const fractions = values.map(fractionOf);
  const sum = sumOf(fractions);
  const total = Number(sum.top) / Number(sum.bottom);
  if (Math.abs(total - 1) > SLACK * 1.000001) {
    throw new CohortCheckError({
      code: 'target-sum',
      what: `${name}: the shares add up to ${Number(total.toPrecision(12))}, not 1`,
      where: path,
      why:
        total === 0
          ? 'every record has some label'
          : `${values.join(' + ')} leaves ${total < 1 ? 'records without a label' : 'no room for all of them'}`,
      try:
        total === 0
          ? 'give the labels shares that add up to 1'
          : `${literalOf(labels, inProportion(values, total))} keeps these proportions`,
    });
  }
  return toWeights(fractions.map((each) => quotientOf(each, sum)));
}

/** The shares scaled to add up to 1, in few digits where these still do. */
function inProportion(values: readonly number[], total: number): number[] {
  const short = values.map((value) => Number((value / total).toFixed(6)));
  const sum = sumOf(short.map(fractionOf));
  return sum.top === sum.bottom ? short : values.map((value) => value / total);
}

function sharesOfCounts(
  counts: readonly number[],
  size: number,
  name: string,
  path: string,
): { weights: number[]; denominator: number } {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total !== size) {
    throw new CohortCheckError({
      code: 'target-sum',
      what: `${name}: the counts add up to ${total}, and the cohort has ${size} records`,
      where: path,
      why: 'counts hold for one size; shares hold for every size',
      try: `size: ${total}, or shares instead of counts`,
    });
  }
  return { weights: [...counts], denominator: Math.max(1, size) };
}

function toWeights(shares: readonly Fraction[]): { weights: number[]; denominator: number } {
  const { tops, bottom } = toCommon(shares);
  if (bottom <= FINEST) return { weights: tops.map(Number), denominator: Number(bottom) };
  return onFinestGrid(tops, bottom);
}

/** The nearest shares in billionths: whole billionths first, the ones left over to the greatest remainders. */
function onFinestGrid(tops: readonly bigint[], bottom: bigint): { weights: number[]; denominator: number } {
  const whole = tops.map((top) => (top * FINEST) / bottom);
  const rest = tops.map((top) => (top * FINEST) % bottom);
  let left = FINEST - whole.reduce((a, b) => a + b, 0n);
  const order = rest.map((_, i) => i).sort((i, j) => Number(rest[j]! - rest[i]!) || i - j);
  for (const i of order) {
    if (left === 0n) break;
    whole[i] = whole[i]! + 1n;
    left -= 1n;
  }
  const shared = whole.reduce((a, b) => greatestDivisor(a, b), FINEST);
  return { weights: whole.map((each) => Number(each / shared)), denominator: Number(FINEST / shared) };
}
