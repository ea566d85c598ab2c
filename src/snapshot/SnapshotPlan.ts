import { isoToDay } from '../arbitrary/index.js';
import type { Collection, Domain, Population } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { layoutOf } from './Layout.js';
import type { Layout } from './Layout.js';
import { MANIFEST_VERSION } from './Manifest.js';
import type { Manifest, ManifestFile } from './Manifest.js';
import { ownVersion, versionsThatMatter } from './packageVersions.js';
import { snapshotFormats } from './SnapshotFormat.js';
import type { SnapshotFormat } from './SnapshotFormat.js';

/** The largest number of records that a run makes. */
export const MOST_RECORDS = 0xffffffff;

/** Which records a snapshot holds, and in which format. */
export interface SnapshotOptions {
  /** Every collection of it becomes a file. */
  readonly domain: Domain;
  /** Any safe integer; default 42. */
  readonly seed?: number;
  /** Records in each collection, from 0; default 500. */
  readonly count?: number;
  /** Reference date, `YYYY-MM-DD`; default: the domain's. */
  readonly asOf?: string;
  /** Default `json`. */
  readonly format?: SnapshotFormat;
  /** Called after every piece of about a mebibyte. */
  readonly onProgress?: (progress: SnapshotProgress) => void;
  /** Stops the run at its next piece; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How far a run has come. */
export interface SnapshotProgress {
  /** Name of the file that is being made. */
  readonly file: string;
  /** Records of all files that are done. */
  readonly records: number;
  /** Records of all files. */
  readonly total: number;
}

/** A file that a snapshot will hold. */
export interface PlannedFile {
  readonly name: string;
  readonly collection: Collection<object>;
  readonly population: Population<object>;
  readonly layout: Layout;
}

/** A snapshot whose options are checked and whose records can be made. */
export interface SnapshotPlan {
  readonly files: readonly PlannedFile[];
  /** Records of all files. */
  readonly total: number;
  /** The manifest of the snapshot, once its files are known. */
  readonly manifest: (files: readonly Pick<ManifestFile, 'bytes' | 'sha256'>[]) => Manifest;
}

/** @throws CohortCheckError `bad-option`; and whatever the domain throws at a population that cannot be. */
export async function planSnapshot(call: string, options: SnapshotOptions): Promise<SnapshotPlan> {
  const { domain, seed = 42, count = 500, asOf = domain.asOf, format = 'json' } = options;
  requireOptions(call, seed, count, asOf, format);
  const files = await Promise.all(
    domain.collections.map(async (collection) => ({
      name: `${collection.name}.${format}`,
      collection,
      population: collection.population({ size: count, seed, asOf }),
      layout: await layoutOf(format, {
        domain: domain.name,
        collection: collection.name,
        model: collection.model.name,
      }),
    })),
  );
  return {
    files,
    total: files.reduce((sum, { population }) => sum + population.size, 0),
    manifest: (made) => ({
      manifest_version: MANIFEST_VERSION,
      generator: { name: 'cohort-check', version: ownVersion() },
      versions: versionsThatMatter(),
      domain: domain.name,
      seed,
      reference_date: asOf,
      collections: files.map(({ collection: { name, model, targets }, population: { size } }) => ({
        name,
        model: { name: model.name, version: model.version },
        size,
        targets,
      })),
      files: files.map(({ name, collection, population }, index) => ({
        path: name,
        collection: collection.name,
        format,
        records: population.size,
        bytes: made[index]?.bytes ?? 0,
        sha256: made[index]?.sha256 ?? '',
      })),
    }),
  };
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
