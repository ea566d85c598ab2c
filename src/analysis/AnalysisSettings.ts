import { isoToDay } from '../arbitrary/index.js';
import type { Domain, Study } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { COLLECTION } from './tally/index.js';

/** What an analysis is held to. */
export interface AnalysisSettings {
  readonly domain: Domain;
  /** Reference date, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Chance of a finding that the data do not carry, over all comparisons together; above 0 and below 1, default 0.01. */
  readonly alpha?: number | undefined;
  /** Differences below this effect (Cohen's h of shares, d of days) are no findings, from 0; default 0.2. */
  readonly minEffect?: number | undefined;
}

/** @throws CohortCheckError `bad-option`. */
export function requireSettings(
  call: string,
  { asOf, alpha, minEffect }: Partial<Omit<AnalysisSettings, 'domain'>>,
): void {
  if (asOf !== undefined && isoToDay(asOf) === undefined) {
    throw badOption(call, 'asOf', asOf, 'it must be a day of the calendar, as YYYY-MM-DD', "asOf: '2025-03-31'");
  }
  if (alpha !== undefined && !(alpha > 0 && alpha < 1)) {
    throw badOption(call, 'alpha', alpha, 'it must lie above 0 and below 1', 'alpha: 0.01');
  }
  if (minEffect !== undefined && !(minEffect >= 0)) {
    throw badOption(call, 'minEffect', minEffect, 'it must be a number from 0', 'minEffect: 0.2');
  }
}

/**
 * The studies of a domain, in their order.
 *
 * @throws CohortCheckError `no-studies` where the domain has none, `bad-study` where one of them cannot be meant.
 */
export async function studiesOf({ name, collections, studies }: Domain): Promise<readonly Study[]> {
  const found = ((await studies?.()) ?? []) as readonly Study[];
  if (found.length === 0) {
    throw new CohortCheckError({
      code: 'no-studies',
      what: `studies of the ${name} domain: there are none`,
      where: 'studies of defineDomain(…)',
      why: 'an analysis groups, counts and measures records by what their domain says of them',
      try: `studies: async () => [${EXAMPLE.replace('NAME', collections[0]?.name ?? '')}]`,
    });
  }
  for (const [index, { collection, groupings }] of found.entries()) {
    if (!collections.some((one) => one.name === collection)) {
      const known = collections.map((one) => one.name).join(', ');
      throw badStudy(name, `collection ${shown(collection)} is none of the domain's`, `one of ${known}`);
    }
    if (found.findIndex((one) => one.collection === collection) < index) {
      throw badStudy(name, `collection ${collection} has two studies`, 'put what they ask into one');
    }
    const taken = groupings.find(({ id }) => TAKEN.includes(id));
    if (taken !== undefined) {
      throw badStudy(name, `grouping ${taken.id} of ${collection} has a name that every analysis uses`, 'rename it');
    }
  }
  return found;
}

const TAKEN: readonly string[] = ['all', COLLECTION];

const EXAMPLE =
  "{ collection: 'NAME', title: 'Records', personOf: () => '', nameOf: () => '', groupings: [], facts: [], measures: [], " +
  'needs: [], momentsOf: () => [] }';

function badOption(call: string, name: string, value: unknown, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: `${call}: ${name} is ${shown(value)}`, why, try: next });
}

function badStudy(domain: string, what: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-study', what: `studies of the ${domain} domain: ${what}`, try: next });
}
