import { stat } from 'node:fs/promises';
import { detectFormat, readRecords } from './reading/index.js';
import type { DataFormat, ReadItem } from './reading/index.js';

/** How far a check has come. */
export interface ValidationProgress {
  readonly file: string;
  /** Bytes that were read, of all files. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Records that were read, of all files. */
  readonly records: number;
}

/** A file of records. */
export interface DataFile {
  readonly path: string;
  readonly format: DataFormat;
  readonly bytes: number;
}

export interface VisitOptions {
  readonly onProgress?: (progress: ValidationProgress) => void;
  readonly signal?: AbortSignal;
}

export interface FileVisitor {
  open?(file: DataFile): void;
  see(item: ReadItem, file: DataFile): void;
}

/** So many records at the head of a file tell which collections it has, and at which reference date. */
const EXAMPLES = 50;

/** @throws CohortCheckError `cannot-read` and the like where a file is none. */
export async function filesOf(paths: readonly string[]): Promise<DataFile[]> {
  return Promise.all(
    paths.map(async (path) => ({ path, format: await detectFormat(path), bytes: (await stat(path)).size })),
  );
}

/** The first records of each file. */
export async function headsOf(files: readonly DataFile[]): Promise<unknown[]> {
  const examples: unknown[] = [];
  for (const file of files) examples.push(...(await headOf(file)));
  return examples;
}

async function headOf({ path, format }: DataFile): Promise<unknown[]> {
  for await (const items of readRecords(path, { format })) {
    const records = items.filter((item) => item.kind === 'record').slice(0, EXAMPLES);
    if (records.length > 0) return records.map(({ value }) => value);
  }
  return [];
}

/** Reads files one after another, piece by piece. */
export async function visitFiles(
  files: readonly DataFile[],
  { onProgress, signal }: VisitOptions,
  visitor: FileVisitor,
): Promise<void> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let records = 0;
  let before = 0;
  for (const file of files) {
    visitor.open?.(file);
    const { path, format } = file;
    let read = 0;
    const report = (now: number): void => {
      read = now;
    };
    for await (const items of readRecords(path, {
      format,
      onProgress: report,
      ...(signal !== undefined && { signal }),
    })) {
      signal?.throwIfAborted();
      for (const item of items) {
        if (item.kind === 'record') records += 1;
        visitor.see(item, file);
      }
      onProgress?.({ file: path, bytes: before + read, totalBytes, records });
    }
    before += file.bytes;
  }
}
