import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { chunksOf } from './chunksOf.js';
import { fileFault } from './fileFault.js';
import { giveWay } from './giveWay.js';
import { MANIFEST_NAME, printManifest } from './Manifest.js';
import type { Manifest, ManifestFile } from './Manifest.js';
import { manifestOf } from './manifestOf.js';
import { readManifest } from './readManifest.js';
import { planSnapshot } from './SnapshotPlan.js';
import type { PlannedFile, SnapshotOptions } from './SnapshotPlan.js';
import { StagedFiles } from './StagedFiles.js';

export interface WriteSnapshotOptions extends SnapshotOptions {
  /** The directory to write to; made where it is missing. */
  readonly out: string;
}

/** What a run has written. */
export interface WrittenSnapshot {
  readonly directory: string;
  /** What the directory holds now. */
  readonly manifest: Manifest;
  /** The files that this run has written: all of the manifest's, unless `only` picked some. */
  readonly written: readonly ManifestFile[];
  /** Files of the snapshot that stood here before which are not part of this one. They were left as they are. */
  readonly leftBehind: readonly string[];
}

/**
 * Writes a snapshot: a file for each collection of a domain, and `manifest.json`, which says how to make them again.
 *
 * With `only`, the other files stay as they are. The manifest goes on listing those of an earlier snapshot of the same
 * settings; it lists none that was made another way, since it would say of it what is not so.
 *
 * Records are made and written one by one, so memory does not grow with their number. The new files replace the old ones
 * together at the end; a run that fails or is stopped changes nothing and leaves nothing. For a few records in memory take
 * `sample`, to compare a snapshot with what it should be `compareSnapshot`.
 *
 * Keyed by: seed, reference date and the domain's models. Neither the format nor the number of records changes what a
 * record says, up to the last block of the cohort.
 *
 * @throws CohortCheckError `bad-option`, `unknown-collection`, `bad-path` where `out` or a file in it is of the wrong kind,
 *   `cannot-write` when the system refuses.
 * @example
 * await writeSnapshot({ domain: health, out: 'fixtures', seed: 7, count: 100, format: 'ndjson' });
 */
export async function writeSnapshot(options: WriteSnapshotOptions): Promise<WrittenSnapshot> {
  const { out, signal } = options;
  const plan = await planSnapshot('writeSnapshot(…)', options);
  signal?.throwIfAborted();
  const before = await readManifest(out).catch(() => undefined);
  const staged = await StagedFiles.in(out);
  try {
    // All of them first: what stands in the way of the last file shows before the records of the first are made.
    const handles = new Map<PlannedFile, FileHandle>();
    for (const file of plan.files) handles.set(file, await staged.stage(file.path));
    const manifestHandle = await staged.stage(MANIFEST_NAME);
    const written: ManifestFile[] = [];
    let places = 0;
    for (const [file, handle] of handles) {
      const report = (done: number): void =>
        options.onProgress?.({ file: file.path, records: places + done, total: plan.total });
      written.push(await writeRecords(file, handle, join(out, file.path), report, signal));
      places += file.population.size;
    }
    const manifest = manifestOf(plan, written, before);
    await writeAll(manifestHandle, Buffer.from(printManifest(manifest)), join(out, MANIFEST_NAME));
    signal?.throwIfAborted();
    await staged.commit();
    const names = new Set(manifest.files.map(({ path }) => path));
    const leftBehind = (before?.files ?? []).map(({ path }) => path).filter((path) => !names.has(path));
    return { directory: out, manifest, written, leftBehind };
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

async function writeRecords(
  { path: name, collection, population, format, layout }: PlannedFile,
  handle: FileHandle,
  path: string,
  report: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<ManifestFile> {
  const hash = createHash('sha256');
  let records = 0;
  let bytes = 0;
  let writing = Promise.resolve();
  try {
    for (const chunk of chunksOf(population, layout)) {
      hash.update(chunk.bytes);
      bytes += chunk.bytes.length;
      records = chunk.records;
      // One chunk is written while the next is made; a second one would be overwritten by the one after it.
      await writing;
      await giveWay(signal);
      writing = writeAll(handle, chunk.bytes, path);
      report(chunk.places);
    }
  } finally {
    await writing;
  }
  return { path: name, collection: collection.name, format, records, bytes, sha256: hash.digest('hex') };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  try {
    for (let from = 0; from < bytes.length;) {
      from += (await handle.write(bytes, from, bytes.length - from)).bytesWritten;
    }
  } catch (error) {
    throw fileFault(error, path, 'write');
  }
}
