import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareFile } from './compareFile.js';
import { differenceInLayout, differenceInManifest } from './compareManifest.js';
import { fileFault, isSystemError } from './fileFault.js';
import { MANIFEST_NAME, printManifest } from './Manifest.js';
import type { ManifestFile } from './Manifest.js';
import type { SnapshotDifference } from './SnapshotDifference.js';
import { planSnapshot } from './SnapshotPlan.js';
import type { SnapshotOptions } from './SnapshotPlan.js';

export interface CompareSnapshotOptions extends SnapshotOptions {
  /** The directory that should hold the snapshot. */
  readonly directory: string;
}

/**
 * The first difference between the files in a directory and what `writeSnapshot` would write there; undefined where there
 * is none. Nothing is written.
 *
 * Records are made again and compared one by one, so memory does not grow with their number. Where the files alone matter,
 * not how they came about, `verifySnapshot` is quicker.
 *
 * @throws CohortCheckError `bad-option`, or `cannot-read` when the system refuses to read a file that is there.
 */
export async function compareSnapshot(options: CompareSnapshotOptions): Promise<SnapshotDifference | undefined> {
  const { directory } = options;
  const plan = await planSnapshot('compareSnapshot(…)', options);
  const text = await readManifestText(join(directory, MANIFEST_NAME));
  if (text === undefined) return { file: MANIFEST_NAME, expected: 'a file', actual: undefined };
  // Another seed makes every record differ, and the seed is then what a reader has to know.
  const { domain, seed, reference_date, collections } = plan.manifest([]);
  const asked = differenceInManifest({ domain, seed, reference_date, collections }, text, 'ignored');
  if (asked !== undefined) return asked;

  const made: Pick<ManifestFile, 'bytes' | 'sha256'>[] = [];
  let records = 0;
  for (const file of plan.files) {
    const report = (done: number): void =>
      options.onProgress?.({ file: file.name, records: records + done, total: plan.total });
    const found = await compareFile(file, join(directory, file.name), report, options.signal);
    if ('file' in found) return found;
    made.push(found);
    records += file.population.size;
  }
  const manifest = plan.manifest(made);
  return differenceInManifest(manifest, text, 'counted') ?? differenceInLayout(printManifest(manifest), text);
}

async function readManifestText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw fileFault(error, path, 'read');
  });
}
