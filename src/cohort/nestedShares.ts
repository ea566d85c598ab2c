import { isRecord } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import type { ExactMargin } from './Margin.js';
import type { Shares } from './margins.js';
import { parseTargets } from './parseTargets.js';
import { listed, nearestName, pathOf } from './wording.js';

export interface NestedOptions {
  /** The target whose labels are divided, by its name. */
  readonly margin: string;
  /** For each label of the margin the wanted shares of the levels inside it, by label or as a function of the label. */
  readonly shares: Readonly<Record<string, Shares>> | ((label: string) => Shares);
  /** What the levels are of, such as `first_time_user`; part of the key, so that two of them are independent. */
  readonly name: string;
}

/**
 * The place of the margin among those of the cohort.
 *
 * @throws CohortCheckError `target-empty` where the cohort has no targets, `target-name` where none has this name,
 *   `bad-option` where the name of the levels is none.
 */
export function nestedAxis({ margin, name }: NestedOptions, margins: readonly ExactMargin[]): number {
  if (typeof name !== 'string' || name === '') {
    throw new CohortCheckError({
      code: 'bad-option',
      what: `within({ name: ${shown(name)} })`,
      why: 'the name says what the levels are of, and is part of their key',
      try: "name: 'outcome'",
    });
  }
  const call = `within({ margin: ${shown(margin)} })`;
  if (margins.length === 0) {
    throw new CohortCheckError({
      code: 'target-empty',
      what: `${call}: the cohort has no targets`,
      where: 'margin',
      why: 'which records have a label is known beforehand only where the margin is a target',
      try: `targets: { ${shown(margin)}: { a: 0.5, b: 0.5 } } in the options of the cohort`,
    });
  }
  const names = margins.map((each) => each.name);
  const axis = names.indexOf(margin);
  if (axis >= 0) return axis;
  const nearest = typeof margin === 'string' ? nearestName(margin, names) : undefined;
  throw new CohortCheckError({
    code: 'target-name',
    what: `${call}: the cohort has no target of this name`,
    where: 'margin',
    why: `its targets are ${listed(names)}`,
    try: `margin: ${shown(nearest ?? names[0])}`,
  });
}

/**
 * The shares inside each label of a margin, in the order of its labels, checked as targets are; undefined for a label that
 * no record has.
 *
 * @throws CohortCheckError `target-empty` where a label is left out, `target-name` where one is unknown, and what
 *   `parseTargets` throws for the shares of one label.
 */
export function nestedShares(
  { shares }: NestedOptions,
  margin: ExactMargin,
  size: number,
): readonly (ExactMargin | undefined)[] {
  if (typeof shares !== 'function') requireKnown(shares, margin);
  return margin.labels.map((label, i) => {
    const isFree = margin.weights[i] === 0;
    if (isFree && (typeof shares === 'function' || !has(shares, label))) return undefined;
    const given: unknown =
      typeof shares === 'function' ? shares(label) : has(shares, label) ? shares[label] : undefined;
    if (!isRecord(given)) throw missing(label, given, margin);
    return parseTargets([{ name: label, shares: given as Shares }], size, { path: 'shares' })[0];
  });
}

function requireKnown(shares: Readonly<Record<string, unknown>>, margin: ExactMargin): void {
  if (!isRecord(shares)) throw missing(margin.labels[0] ?? '', shares, margin);
  for (const label of Object.keys(shares)) {
    if (margin.labels.includes(label)) continue;
    const nearest = nearestName(label, margin.labels);
    throw new CohortCheckError({
      code: 'target-name',
      what: `within({ shares }): ${margin.name} has no label ${shown(label)}`,
      where: pathOf('shares', label),
      why: `the labels of ${margin.name} are ${listed(margin.labels)}`,
      try: nearest === undefined ? 'one of these labels' : `${nearest} instead of ${label}`,
    });
  }
}

function has(shares: Readonly<Record<string, unknown>>, label: string): boolean {
  return Object.hasOwn(shares, label);
}

function missing(label: string, given: unknown, { name }: ExactMargin): CohortCheckError {
  return new CohortCheckError({
    code: 'target-empty',
    what: `within({ shares }): ${name} ${label} has no shares${given === undefined ? '' : `, but ${shown(given)}`}`,
    where: pathOf('shares', label),
    why: `every label of ${name} that records have needs shares of its own`,
    try: `${pathOf('shares', label)} = { first: 0.5, second: 0.5 }`,
  });
}
