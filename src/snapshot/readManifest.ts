import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFault } from './fileFault.js';
import { MANIFEST_NAME, parseManifest } from './Manifest.js';
import type { Manifest } from './Manifest.js';

/**
 * The manifest of the snapshot in a directory.
 *
 * @throws CohortCheckError `cannot-read` when there is none, `bad-manifest` when it is none.
 */
export async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, MANIFEST_NAME);
  return parseManifest(await readText(path), path);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw fileFault(error, path, 'read');
  }
}
