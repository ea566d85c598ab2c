import type { Collection, Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { isoToDay } from '../arbitrary/index.js';
import { DataSetCheck } from './DataSetCheck.js';
import type { CheckSettings } from './DataSetCheck.js';
import { Recogniser } from '../domain/index.js';
import type { ReportedViolation, ValidationReport } from './ValidationReport.js';

/** What a data set is checked against, and how strictly. */
export interface ValidateOptions {
  readonly domain: Domain;
  /** Name of the collection that every record belongs to; default: each record is recognised. */
  readonly model?: string;
  /** Reference date, `YYYY-MM-DD`; default: the one that the records state, else the domain's. */
  readonly asOf?: string;
  /**
   * Promised number of records, of every collection or by its name; `any` where it is of no interest. Default: as many as
   * make the targets whole.
   */
  readonly count?: number | 'any' | Readonly<Record<string, number>>;
  /** Chance of a false alarm over all statistical tests together, above 0 and below 1; default 0.01. */
  readonly alpha?: number;
  /** Deviations of a modelled share up to this much are let pass, from 0 to 1; default 0. */
  readonly tolerance?: number;
  /** Told of every violation as it is found. */
  readonly onViolation?: (violation: ReportedViolation) => void;
  /** Whether the report holds the violations; default true. Without them memory does not grow with their number. */
  readonly keepViolations?: boolean;
}

/**
 * Checks a data set: the shape of each record, every rule, the ids, and what the domain asks of the whole.
 *
 * For files take `validateFiles`, which reads them piece by piece.
 *
 * @param records - in memory, or as they come.
 * @returns the same report as `cohort-check validate --json` prints, with `records` for the name of the file.
 * @throws CohortCheckError `bad-option`, or `unknown-collection` on a model that the domain does not have.
 * @example
 * import { cohort, health } from 'cohort-check/health';
 * const people = [...cohort({ size: 100, seed: 42 })];
 * const report = await validate(people, { domain: health });
 * report.ok // true
 * const older = people.map((one, index) => (index === 7 ? { ...one, core: { ...one.core, age: 99 } } : one));
 * const found = (await validate(older, { domain: health })).violations;
 * found.find(({ rule }) => rule === 'age-within-persona')?.pointer // '/7/core/age'
 */
export async function validate(
  records: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions,
): Promise<ValidationReport> {
  requireOptions('validate(…)', options);
  const held: unknown[] = Array.isArray(records) ? (records as unknown[]) : [];
  if (!Array.isArray(records)) for await (const record of records) held.push(record);
  const check = await DataSetCheck.of(settingsOf(options, held));
  try {
    check.open('records', 'json');
    for (const [index, value] of held.entries()) {
      check.see({ value, file: 'records', index, pointer: `/${index}`, isText: false });
    }
    return await check.finish();
  } finally {
    check.dispose();
  }
}

/** @throws CohortCheckError `bad-option`, `unknown-collection`. */
export function requireOptions(call: string, { domain, model, asOf, alpha, tolerance, count }: ValidateOptions): void {
  if (asOf !== undefined && isoToDay(asOf) === undefined) {
    throw badOption(call, 'asOf', asOf, 'it must be a day of the calendar, as YYYY-MM-DD', "asOf: '2025-03-31'");
  }
  if (alpha !== undefined && !(alpha > 0 && alpha < 1)) {
    throw badOption(call, 'alpha', alpha, 'it must lie above 0 and below 1', 'alpha: 0.01');
  }
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance <= 1)) {
    throw badOption(call, 'tolerance', tolerance, 'it must lie from 0 to 1', 'tolerance: 0.02');
  }
  const counts =
    count === undefined || count === 'any' ? [] : typeof count === 'number' ? [count] : Object.values(count);
  const wrong = counts.find((one) => !Number.isSafeInteger(one) || one < 0);
  if (wrong !== undefined)
    throw badOption(call, 'count', wrong, 'it must be a whole number from 0, or any', 'count: 500');
  if (model !== undefined) collectionNamed(domain, model);
}

/** The settings of a check, once some of its records are known. */
export function settingsOf(options: ValidateOptions, examples: Iterable<unknown>): CheckSettings {
  const { domain, model, count, alpha = 0.01, tolerance = 0, onViolation, keepViolations = true } = options;
  const collection = model === undefined ? undefined : collectionNamed(domain, model);
  const recogniser = new Recogniser(domain);
  const collections = new Set<string>();
  let stated: string | undefined;
  for (const example of examples) {
    const known = collection ?? recogniser.collectionOf(example);
    if (known === undefined) continue;
    collections.add(known.name);
    stated ??= statedAsOf(known, example);
  }
  return {
    domain,
    collection,
    asOf: options.asOf ?? stated ?? domain.asOf,
    promised: (name) => (typeof count === 'object' ? (Object.hasOwn(count, name) ? count[name] : undefined) : count),
    collections,
    alpha,
    tolerance,
    onViolation,
    keepViolations,
  };
}

function statedAsOf(collection: Collection<object>, example: unknown): string | undefined {
  try {
    const stated = collection.asOfOf?.(example as object);
    return typeof stated === 'string' && isoToDay(stated) !== undefined ? stated : undefined;
  } catch {
    // A foreign record may lack what would state it.
    return undefined;
  }
}

function collectionNamed(domain: Domain, name: string): Collection<object> {
  const found = domain.collections.find((one) => one.name === name || one.model.name === name);
  if (found !== undefined) return found;
  throw new CohortCheckError({
    code: 'unknown-collection',
    what: `${shown(name)}: the ${domain.name} domain has no such collection`,
    try: `one of ${domain.collections.map((one) => one.name).join(', ')}`,
  });
}

function badOption(call: string, name: string, value: unknown, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: `${call}: ${name} is ${shown(value)}`, why, try: next });
}
