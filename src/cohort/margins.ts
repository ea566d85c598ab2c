import { isRecord, sameJson } from '../arbitrary/index.js';
import type { Constraint } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import type { Margin } from './Margin.js';

/** How a margin is read from a record, and how a record with a wanted label is made. */
export interface MarginReader<T> {
  /** The label of a record on this margin. */
  of(this: void, record: T): string;
  /**
   * The constraint that makes a record of this label. Without one, records are drawn until one has the label, which takes
   * long for rare ones.
   */
  pin?(this: void, label: string): Constraint;
  /** Every label that a record can have; names beside them are refused as unknown. */
  readonly labels?: readonly string[];
}

/** Wanted shares by label: fractions that add up to 1. */
export type Shares = Readonly<Record<string, number>>;

/** Wanted shares or counts over one margin; with a reader of its own where the margin is no field. */
export type Target<T> =
  | Shares
  | ({ readonly shares: Shares } & Partial<MarginReader<T>>)
  | ({ readonly counts: Readonly<Record<string, number>> } & Partial<MarginReader<T>>);

/** Targets by the name of a margin: one that was declared, or the path of a field such as `core.gender`. */
export type Targets<T> = Readonly<Record<string, Target<T>>>;

/** A target with its reader found. */
export interface ReadMargin<T> extends MarginReader<T> {
  readonly wanted: Margin;
}

/**
 * The targets as margins, each with the reader that it brings, that is declared under its name, or that its path gives.
 *
 * @param example - a record, asked for where a path has to be looked up.
 * @throws CohortCheckError `target-name` where the name is neither declared nor the path of a field in `example`.
 */
export function readMargins<T>(
  targets: Targets<T>,
  declared: Readonly<Record<string, MarginReader<T>>>,
  example: () => T,
): ReadMargin<T>[] {
  return Object.entries(targets).map(([name, target]) => {
    const wanted = wantedOf(name, { ...target });
    const own = isReader<T>(target) ? target : undefined;
    const reader =
      own ?? (Object.hasOwn(declared, name) ? declared[name] : undefined) ?? fieldReader<T>(name, example(), declared);
    return { ...reader, wanted };
  });
}

function wantedOf(name: string, target: Readonly<Record<string, unknown>>): Margin {
  if (isRecord(target['counts'])) return { name, counts: target['counts'] as Shares };
  return { name, shares: (isRecord(target['shares']) ? target['shares'] : target) as Shares };
}

function isReader<T>(target: unknown): target is MarginReader<T> {
  return isRecord(target) && typeof target['of'] === 'function';
}

function fieldReader<T>(
  path: string,
  example: T,
  declared: Readonly<Record<string, MarginReader<T>>>,
): MarginReader<T> {
  const keys = path.split('.');
  const read = (record: unknown): unknown =>
    keys.reduce<unknown>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      record,
    );
  const value = read(example);
  if (value === undefined || typeof value === 'object') {
    const known = [...Object.keys(declared), ...leafPaths(example)];
    throw new CohortCheckError({
      code: 'target-name',
      what: `targets.${path}: there is no such margin, and no field of this path with a plain value`,
      where: 'targets',
      why: `known are ${shown(known, 600)}`,
      try: "a name from that list, or { of: (record) => 'label', shares: { … } }",
    });
  }
  const isNumber = typeof value === 'number';
  return {
    of: (record) => String(read(record)),
    pin: (label) => {
      const leaf = isNumber ? Number(label) : typeof value === 'boolean' ? label === 'true' : label;
      return keys.reduceRight<Constraint>((inner, key) => ({ [key]: inner }), leaf);
    },
  };
}

function leafPaths(value: unknown, path = ''): string[] {
  if (!isRecord(value)) return Array.isArray(value) || sameJson(value, null) ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, path === '' ? key : `${path}.${key}`));
}
