import { isRecord } from '../arbitrary/index.js';
import type { TargetShares } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { snapshotFormats } from './SnapshotFormat.js';
import type { SnapshotFormat } from './SnapshotFormat.js';

/** The name of the manifest's file. */
export const MANIFEST_NAME = 'manifest.json';
/** Raised whenever a manifest comes to be read differently. */
export const MANIFEST_VERSION = 1;

/** A file of a snapshot. */
export interface ManifestFile {
  /** Relative to the manifest: `customers.json`, or in a folder `scenarios/life_transition.json`. */
  readonly path: string;
  readonly collection: string;
  readonly format: SnapshotFormat;
  /** Records in the file; fewer than its collection's size where the population is sparse. */
  readonly records: number;
  readonly bytes: number;
  /** In lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** The records of one kind. */
export interface ManifestCollection {
  readonly name: string;
  readonly model: { readonly name: string; readonly version: number };
  /** Number of places. */
  readonly size: number;
  readonly targets: TargetShares;
}

/**
 * What a snapshot is and how to make it again.
 *
 * It holds nothing of the machine or the moment that it was made on, so the same snapshot has the same manifest.
 */
export interface Manifest {
  readonly manifest_version: number;
  readonly generator: { readonly name: string; readonly version: string };
  /** The packages that decide what a seed yields, and their versions. */
  readonly versions: Readonly<Record<string, string>>;
  readonly domain: string;
  readonly seed: number;
  readonly reference_date: string;
  readonly collections: readonly ManifestCollection[];
  readonly files: readonly ManifestFile[];
}

/** A manifest as its file holds it; the inverse of `parseManifest`. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * A manifest from the text of its file.
 *
 * @param path - of the file, for errors.
 * @throws CohortCheckError `bad-manifest` on a text that is no manifest of a known version.
 */
export function parseManifest(text: string, path: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badManifest(`${path}: is no JSON`, error instanceof Error ? error.message : String(error));
  }
  const version = member(value, 'manifest_version');
  if (version !== MANIFEST_VERSION) {
    throw badManifest(
      `${path}: manifest_version is ${shown(version)}`,
      `this version of cohort-check reads manifests of version ${MANIFEST_VERSION}`,
    );
  }
  const wrong = CHECKS.find(([name, holds]) => !holds(member(value, name)));
  if (wrong !== undefined) {
    throw badManifest(`${path}: ${wrong[0]} is ${shown(member(value, wrong[0]))}`, `it must be ${wrong[2]}`);
  }
  return value as Manifest;
}

type Check = readonly [name: keyof Manifest, holds: (value: unknown) => boolean, wanted: string];

const CHECKS: readonly Check[] = [
  ['domain', isText, 'a name'],
  ['seed', Number.isSafeInteger, 'a whole number'],
  ['reference_date', isText, 'a date'],
  [
    'collections',
    (value) => Array.isArray(value) && value.every(isCollection),
    'a list of collections with name, model, size and targets',
  ],
  ['files', (value) => Array.isArray(value) && value.every(isFile), 'a list of files with path, bytes and sha256'],
];

/**
 * A file, or one in a folder. A manifest may come from anywhere, and names no files outside its own directory: no part is
 * empty, opens with a dot, or holds what some system takes for a separator or a drive.
 */
const PATH = /^[^./\\:\p{Cc}][^/\\:\p{Cc}]*(\/[^./\\:\p{Cc}][^/\\:\p{Cc}]*)?$/u;

function isCollection(value: unknown): boolean {
  const model = member(value, 'model');
  return (
    isText(member(value, 'name')) &&
    isText(member(model, 'name')) &&
    isCount(member(model, 'version')) &&
    isCount(member(value, 'size')) &&
    isRecord(member(value, 'targets'))
  );
}

function isFile(value: unknown): boolean {
  const path = member(value, 'path');
  return (
    typeof path === 'string' &&
    PATH.test(path) &&
    isText(member(value, 'collection')) &&
    snapshotFormats.some((format) => format === member(value, 'format')) &&
    isCount(member(value, 'records')) &&
    isCount(member(value, 'bytes')) &&
    /^[0-9a-f]{64}$/.test(String(member(value, 'sha256')))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function badManifest(what: string, why: string): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-manifest',
    what,
    why,
    try: 'write the snapshot anew with `cohort-check export`',
  });
}
