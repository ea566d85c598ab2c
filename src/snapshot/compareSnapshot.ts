import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareFile } from './compareFile.js';
import { differenceInLayout, differenceInManifest } from './compareManifest.js';
import { fileFault, isSystemError } from './fileFault.js';
import { MANIFEST_NAME, parseManifest, printManifest } from './Manifest.js';
import type { Manifest, ManifestCollection, ManifestFile } from './Manifest.js';
import { manifestOf } from './manifestOf.js';
import type { SnapshotDifference } from './SnapshotDifference.js';
import { planSnapshot } from './SnapshotPlan.js';
import type { SnapshotOptions, SnapshotPlan } from './SnapshotPlan.js';

export interface CompareSnapshotOptions extends SnapshotOptions {
  /** The directory that should hold the snapshot. */
  readonly directory: string;
}

/**
 * The first difference between the files in a directory and what `writeSnapshot` would write there; undefined where there
 * is none. Nothing is written.
 *
 * With `only`, the other files are not looked at; the manifest must still be the one that would be written.
 *
 * Records are made again and compared one by one, so memory does not grow with their number. Where the files alone matter,
 * not how they came about, `verifySnapshot` is quicker.
 *
 * @throws CohortCheckError `bad-option`, `unknown-collection`, or `cannot-read` when the system refuses to read a file that is there.
 */
export async function compareSnapshot(options: CompareSnapshotOptions): Promise<SnapshotDifference | undefined> {
  const { directory } = options;
  const plan = await planSnapshot('compareSnapshot(…)', options);
  const text = await readManifestText(join(directory, MANIFEST_NAME));
  if (text === undefined) return { file: MANIFEST_NAME, expected: 'a file', actual: undefined };
  // Another seed makes every record differ, and the seed is then what a reader has to know.
  const { domain, seed, reference_date } = plan.settings;
  const collections = collectionsBeside(plan, text);
  const asked = differenceInManifest({ domain, seed, reference_date, collections }, text, 'ignored');
  if (asked !== undefined) return asked;

  const made: ManifestFile[] = [];
  let places = 0;
  for (const file of plan.files) {
    const report = (done: number): void =>
      options.onProgress?.({ file: file.path, records: places + done, total: plan.total });
    const found = await compareFile(file, join(directory, file.path), report, options.signal);
    if ('difference' in found) return found.difference;
    made.push(found.entry);
    places += file.population.size;
  }
  const manifest = manifestOf(plan, made, manifestIn(text));
  return differenceInManifest(manifest, text, 'counted') ?? differenceInLayout(printManifest(manifest), text);
}

/** The collections that the manifest must describe, in the order in which it does: the picked ones and what it has. */
function collectionsBeside(plan: SnapshotPlan, text: string): (ManifestCollection | undefined)[] {
  const there = (manifestIn(text)?.collections ?? [])
    .map(({ name }) => name)
    .filter((name) => plan.names.includes(name));
  return [...new Set([...there, ...plan.files.map(({ collection }) => collection.name)])].map(plan.described);
}

/** Undefined where the text is none: what is wrong with it shows when it is compared. */
function manifestIn(text: string): Manifest | undefined {
  try {
    return parseManifest(text, MANIFEST_NAME);
  } catch {
    return undefined;
  }
}

async function readManifestText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw fileFault(error, path, 'read');
  });
}
