import { isoToDay } from '../arbitrary/index.js';
import { collectionsCalled } from '../domain/index.js';
import type { Collection, Domain, Population } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { layoutOf } from './Layout.js';
import type { Layout } from './Layout.js';
import { MANIFEST_VERSION } from './Manifest.js';
import type { Manifest, ManifestCollection } from './Manifest.js';
import { ownVersion, versionsThatMatter } from './packageVersions.js';
import { snapshotFormats } from './SnapshotFormat.js';
import type { SnapshotFormat } from './SnapshotFormat.js';

/** The largest number of records that a run makes. */
export const MOST_RECORDS = 0xffffffff;

/** Which records a snapshot holds, and in which format. */
export interface SnapshotOptions {
  /** Every collection of it becomes a file, unless `only` picks some. */
  readonly domain: Domain;
  /** Names of collections, groups or folders; the files of all others are left alone. Default: all collections. */
  readonly only?: readonly string[];
  /** Any safe integer; default 42. */
  readonly seed?: number;
  /** Places in each collection, from 0; default 500. A sparse one has fewer records than places. */
  readonly count?: number;
  /** Reference date, `YYYY-MM-DD`; default: the domain's. */
  readonly asOf?: string;
  /** Default `json`. */
  readonly format?: SnapshotFormat;
  /** Called after every piece of about a mebibyte, or of many places without a record. */
  readonly onProgress?: (progress: SnapshotProgress) => void;
  /** Stops the run at its next piece; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How far a run has come. */
export interface SnapshotProgress {
  /** Path of the file that is being made, relative to the directory. */
  readonly file: string;
  /** Records of all files that are done; places without one count as well. */
  readonly records: number;
  /** Places of all files. */
  readonly total: number;
}

/** A file that a snapshot will hold. */
export interface PlannedFile {
  /** Relative to the manifest, with / on every system. */
  readonly path: string;
  readonly collection: Collection<object>;
  readonly population: Population<object>;
  readonly format: SnapshotFormat;
  readonly layout: Layout;
}

/** A snapshot whose options are checked and whose records can be made. */
export interface SnapshotPlan {
  /** Those that are picked, in the order of the domain. */
  readonly files: readonly PlannedFile[];
  /** Places of all files. */
  readonly total: number;
  /** What the manifest says of the snapshot as a whole. */
  readonly settings: Omit<Manifest, 'collections' | 'files'>;
  /** The domain's collections, picked or not. */
  readonly names: readonly string[];
  /** What the manifest says of a collection; undefined where the domain has none of this name. */
  readonly described: (name: string) => ManifestCollection | undefined;
  /** The path of a collection's file. */
  readonly pathOf: (name: string, format: SnapshotFormat) => string | undefined;
}

/**
 * @throws CohortCheckError `bad-option`, `unknown-collection`; and whatever the domain throws at a population that cannot
 *   be.
 */
export async function planSnapshot(call: string, options: SnapshotOptions): Promise<SnapshotPlan> {
  const { domain, seed = 42, count = 500, asOf = domain.asOf, format = 'json' } = options;
  requireOptions(call, seed, count, asOf, format);
  const find = (name: string): Collection<object> | undefined => domain.collections.find((one) => one.name === name);
  const populations = new Map<Collection<object>, Population<object>>();
  const populationOf = (collection: Collection<object>): Population<object> => {
    const population = populations.get(collection) ?? collection.population({ size: count, seed, asOf });
    populations.set(collection, population);
    return population;
  };
  const files = await Promise.all(
    pickedOf(call, domain, options.only).map(async (collection) => ({
      path: pathOf(collection, format),
      collection,
      population: populationOf(collection),
      format,
      layout: await layoutOf(format, {
        domain: domain.name,
        collection: collection.name,
        model: collection.model.name,
        type: collection.type,
      }),
    })),
  );
  return {
    files,
    total: files.reduce((sum, { population }) => sum + population.size, 0),
    settings: {
      manifest_version: MANIFEST_VERSION,
      generator: { name: 'cohort-check', version: ownVersion() },
      versions: versionsThatMatter(),
      domain: domain.name,
      seed,
      reference_date: asOf,
    },
    names: domain.collections.map(({ name }) => name),
    described: (name) => {
      const collection = find(name);
      return collection === undefined ? undefined : description(collection, populationOf(collection));
    },
    pathOf: (name, as) => {
      const collection = find(name);
      return collection === undefined ? undefined : pathOf(collection, as);
    },
  };
}

function pathOf({ folder, name }: Collection<object>, format: SnapshotFormat): string {
  return `${folder === undefined ? '' : `${folder}/`}${name}.${format}`;
}

function description({ name, model, targets }: Collection<object>, { size }: Population<object>): ManifestCollection {
  return { name, model: { name: model.name, version: model.version }, size, targets };
}

function pickedOf(call: string, domain: Domain, only: readonly string[] | undefined): readonly Collection<object>[] {
  if (only === undefined) return domain.collections;
  if (only.length === 0) throw badOption(call, 'only', only, 'nothing is left to do', 'leave it out');
  const picked = new Set(only.flatMap((word) => collectionsCalled(domain, word, `${call}: only ${shown(word)}`)));
  return domain.collections.filter((one) => picked.has(one));
}

function requireOptions(call: string, seed: number, count: number, asOf: string, format: SnapshotFormat): void {
  if (!Number.isSafeInteger(seed)) {
    throw badOption(call, 'seed', seed, `it must be a whole number of at most ${Number.MAX_SAFE_INTEGER}`, 'seed: 42');
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > MOST_RECORDS) {
    throw badOption(call, 'count', count, `it must be a whole number from 0 to ${MOST_RECORDS}`, 'count: 500');
  }
  if (isoToDay(asOf) === undefined) {
    throw badOption(call, 'asOf', asOf, 'it must be a day of the calendar, as YYYY-MM-DD', "asOf: '2025-03-31'");
  }
  if (!snapshotFormats.includes(format)) {
    throw badOption(call, 'format', format, `it must be one of ${snapshotFormats.join(', ')}`, "format: 'json'");
  }
}

function badOption(call: string, name: string, value: unknown, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: `${call}: ${name} is ${shown(value)}`, why, try: next });
}
