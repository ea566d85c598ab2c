import type { KeyedArbitrary } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { Source } from '../source/index.js';
import { CohortArbitrary } from './CohortArbitrary.js';
import { readMargins } from './margins.js';
import type { MarginReader, Targets } from './margins.js';
import { parseTargets } from './parseTargets.js';
import { priorOf } from './priorOf.js';

export interface CohortOptions<T> {
  /** The arbitrary of one record, or a function that returns it, such as `customer`. */
  readonly of: KeyedArbitrary<T> | (() => KeyedArbitrary<T>);
  /** Number of records, from 0. */
  readonly size: number;
  /** Pins the cohort: it is drawn from this seed alone. Any safe integer; without it, each draw gives another cohort. */
  readonly seed?: number;
  /** Wanted shares or counts by margin; default none. */
  readonly targets?: Targets<T>;
  /** Margins that targets may name beside the paths of fields. */
  readonly margins?: Readonly<Record<string, MarginReader<T>>>;
  /**
   * How likely a combination of labels is before the targets, by margin; 0 says that it never occurs. Default: estimated
   * from the arbitrary's own draws.
   */
  readonly prior?: (labels: Readonly<Record<string, string>>) => number;
  /**
   * How a failing cohort shrinks: `records` (default) drops any records, then shrinks the others; `exact` visits only
   * smaller cohorts that still hit their targets.
   */
  readonly shrink?: 'records' | 'exact';
  /** Name of the record type, part of the key; default `record`. */
  readonly name?: string;
  /** Version of the record type, part of the key; default 1. */
  readonly version?: number;
}

/**
 * A cohort: an ordered population of records that hits its targets exactly, at every size and for every seed.
 *
 * Every full block is exact by itself, the rest is rounded so that no label ever loses a seat when the cohort grows, and
 * record `i` is the same at any size, unless it lies in the last, partial block.
 *
 * Shrinks toward: no records, then simpler ones (see `shrink`).
 * Keyed by: the seed or source, the name and version, the targets and, record by record, its index.
 *
 * @throws CohortCheckError `target-…` where the targets are no shares or counts, name what does not exist, or cannot be
 *   met together; that one names the smallest clashing set and the nearest feasible counts.
 */
export function cohort<T>(options: CohortOptions<T>): CohortArbitrary<T> {
  const {
    of,
    size,
    targets = {},
    margins: declared = {},
    seed,
    shrink = 'records',
    name = 'record',
    version = 1,
  } = options;
  if (shrink !== 'records' && shrink !== 'exact') {
    throw new CohortCheckError({
      code: 'bad-option',
      what: `cohort({ shrink: ${shown(shrink)} })`,
      why: "it is 'records' or 'exact'",
      try: "shrink: 'exact'",
    });
  }
  const arbitrary = typeof of === 'function' ? of() : of;
  const margins = readMargins(targets, declared, () => arbitrary.draw(Source.of(0)));
  requireSize(size);
  const exact =
    margins.length === 0
      ? []
      : parseTargets(
          margins.map(({ wanted }) => wanted),
          size,
          { knownLabels: (margin) => margins.find(({ wanted }) => wanted.name === margin)?.labels },
        );
  const given = options.prior;
  const prior =
    given === undefined
      ? priorOf(arbitrary, margins)
      : (labels: readonly string[]): number =>
          given(Object.fromEntries(margins.map(({ wanted }, axis) => [wanted.name, labels[axis] ?? ''])));
  return new CohortArbitrary(
    { arbitrary, margins, exact, prior, arbitraryOfCell: new Map() },
    { size, seed, shrink, name, version },
  );
}

/** As many as an array can hold. */
const MOST_RECORDS = 0xffffffff;

function requireSize(size: number): void {
  if (Number.isSafeInteger(size) && size >= 0 && size <= MOST_RECORDS) return;
  throw new CohortCheckError({
    code: 'target-size',
    what: `cohort({ size: ${shown(size)} })`,
    why: `the size is a whole number of records, from 0 to ${MOST_RECORDS}`,
    try: 'size: 500',
  });
}
