import { dirname, join, relative, resolve } from 'node:path';
import { readManifest } from '../snapshot/index.js';
import type { Manifest } from '../snapshot/index.js';

/** What the manifests beside files say of them. */
export interface Promises {
  /** Reference date, where all manifests name the same one. */
  readonly asOf?: string;
  /** Collection → number of records. */
  readonly count: Readonly<Record<string, number>>;
}

/**
 * What the manifests in the directories of files, or one above, promise of these files. A file that no manifest lists is
 * promised nothing.
 */
export async function promisesBeside(paths: readonly string[]): Promise<Promises> {
  const count: Record<string, number> = {};
  const dates = new Set<string | undefined>();
  for (const path of paths) {
    const found = await manifestOf(path);
    dates.add(found?.manifest.reference_date);
    const entry = found?.manifest.files.find((file) => file.path === found.path);
    if (entry !== undefined) count[entry.collection] = (count[entry.collection] ?? 0) + entry.records;
  }
  const [asOf] = dates;
  return { count, ...(dates.size === 1 && asOf !== undefined && { asOf }) };
}

async function manifestOf(path: string): Promise<{ readonly manifest: Manifest; readonly path: string } | undefined> {
  const file = resolve(path);
  for (const directory of [dirname(file), join(dirname(file), '..')]) {
    // No manifest, or one that cannot be read: nothing is promised then.
    const manifest = await readManifest(directory).catch(() => undefined);
    const name = relative(resolve(directory), file).replaceAll('\\', '/');
    if (manifest?.files.some((one) => one.path === name) === true) return { manifest, path: name };
  }
  return undefined;
}
