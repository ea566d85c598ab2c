import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DataFormat,
  ReadFault,
  ReadItem,
  ReadOptions,
  ReadRecord,
} from '../../../src/validation/reading/index.js';
import { readWithin } from '../../../src/validation/reading/readRecords.js';
import { READ_LIMITS } from '../../../src/validation/reading/ReadOptions.js';
import type { ReadLimits } from '../../../src/validation/reading/ReadOptions.js';

/** Runs with a directory that is gone afterwards. */
export async function withDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'cohort-check-reading-'));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** All items of a file, and how many batches they came in. */
export async function readFile(
  path: string,
  options: ReadOptions = {},
  limits: Partial<ReadLimits> = {},
): Promise<{ readonly items: ReadItem[]; readonly batches: number }> {
  const items: ReadItem[] = [];
  let batches = 0;
  for await (const batch of readWithin(path, options, { ...READ_LIMITS, ...limits })) {
    items.push(...batch);
    batches += 1;
  }
  return { items, batches };
}

/** All items of a file with this content. */
export function read(
  content: string | Uint8Array,
  format?: DataFormat,
  limits: Partial<ReadLimits> = {},
): Promise<ReadItem[]> {
  return withDirectory(async (directory) => {
    const path = join(directory, 'data');
    await writeFile(path, content);
    return (await readFile(path, { format }, limits)).items;
  });
}

export function recordsIn(items: readonly ReadItem[]): ReadRecord[] {
  return items.filter((item) => item.kind === 'record');
}

export function valuesIn(items: readonly ReadItem[]): unknown[] {
  return recordsIn(items).map(({ value }) => value);
}

export function faultsIn(items: readonly ReadItem[]): ReadFault[] {
  return items.filter((item) => item.kind === 'fault');
}

/** A fault in a line: `17 at 3:4 found a comma; expected a record (fatal)`. */
export function told({ index, line, column, message, expected, isFatal }: ReadFault): string {
  return `${index ?? '-'} at ${line}:${column} ${message}; expected ${expected}${isFatal ? ' (fatal)' : ''}`;
}
