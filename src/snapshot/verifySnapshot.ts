import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { fileFault } from './fileFault.js';
import type { Manifest } from './Manifest.js';
import { readManifest } from './readManifest.js';

/** A file that is not as its manifest says. */
export interface BrokenFile {
  readonly path: string;
  /** What is wrong with it, in one sentence. */
  readonly message: string;
}

/** What was found where a snapshot should be. */
export interface VerifiedSnapshot {
  readonly manifest: Manifest;
  /** Empty where every file is whole. */
  readonly broken: readonly BrokenFile[];
}

/**
 * Whether the files of a snapshot are the ones that its manifest was written for.
 *
 * It reads, and makes no records: it works for a snapshot of any domain and any version. Whether the same seed still
 * yields these records says `compareSnapshot`.
 *
 * @throws CohortCheckError `cannot-read` without a manifest, `bad-manifest` when it is none.
 */
export async function verifySnapshot(directory: string): Promise<VerifiedSnapshot> {
  const manifest = await readManifest(directory);
  const broken: BrokenFile[] = [];
  for (const { path, bytes, sha256 } of manifest.files) {
    try {
      const found = await digest(join(directory, path));
      if (found.bytes !== bytes) broken.push({ path, message: `has ${found.bytes} bytes instead of ${bytes}` });
      else if (found.sha256 !== sha256)
        broken.push({ path, message: `has SHA-256 ${found.sha256} instead of ${sha256}` });
    } catch (error) {
      broken.push({ path, message: fileFault(error, path, 'read').message });
    }
  }
  return { manifest, broken };
}

async function digest(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
