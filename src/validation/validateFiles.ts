import { stat } from 'node:fs/promises';
import { DataSetCheck } from './DataSetCheck.js';
import { detectFormat, readRecords } from './reading/index.js';
import type { ReadItem } from './reading/index.js';
import { requireOptions, settingsOf } from './validate.js';
import type { ValidateOptions } from './validate.js';
import type { CheckedFile, ValidationReport } from './ValidationReport.js';

export interface ValidateFilesOptions extends ValidateOptions {
  /** Called after every piece of about a mebibyte. */
  readonly onProgress?: (progress: ValidationProgress) => void;
  /** Stops the check at its next piece; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How far a check has come. */
export interface ValidationProgress {
  readonly file: string;
  /** Bytes that were read, of all files. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Records that were read, of all files. */
  readonly records: number;
}

/** So many records at the head of a file tell which collections it has, and at which reference date. */
const EXAMPLES = 50;

/**
 * Checks files of records together: JSON arrays, NDJSON and CSV, of this project or any other.
 *
 * Files are read piece by piece: memory does not grow with their size, but for what scenarios and customers that are checked
 * together are compared by, and for the violations that the report holds.
 *
 * @throws CohortCheckError `bad-option`, `unknown-collection`, or `cannot-read` and the like where a file is none.
 */
export async function validateFiles(
  paths: readonly string[],
  options: ValidateFilesOptions,
): Promise<ValidationReport> {
  requireOptions('validateFiles(…)', options);
  const { signal, onProgress } = options;
  const files = await Promise.all(
    paths.map(async (path) => ({ path, format: await detectFormat(path), bytes: (await stat(path)).size })),
  );
  const examples: unknown[] = [];
  for (const { path, format } of files) examples.push(...(await headOf(path, format)));
  const check = await DataSetCheck.of(settingsOf(options, examples));
  try {
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let records = 0;
    let before = 0;
    for (const { path, format, bytes } of files) {
      check.open(path, format);
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
          seeItem(check, path, format, item);
        }
        onProgress?.({ file: path, bytes: before + read, totalBytes, records });
      }
      before += bytes;
    }
    return await check.finish();
  } finally {
    check.dispose();
  }
}

function seeItem(check: DataSetCheck, file: string, format: CheckedFile['format'], item: ReadItem): void {
  if (item.kind === 'record') {
    check.see({ value: item.value, file, index: item.index, pointer: item.pointer, isText: format === 'csv' });
    return;
  }
  check.fault({
    rule: 'file-syntax',
    file,
    record: item.index,
    pointer: item.index === null ? '' : `/${item.index}`,
    message: `line ${item.line}, column ${item.column}: ${item.message}`,
    actual: item.message,
    expected: item.expected,
  });
}

async function headOf(path: string, format: CheckedFile['format']): Promise<unknown[]> {
  for await (const items of readRecords(path, { format })) {
    const records = items.filter((item) => item.kind === 'record').slice(0, EXAMPLES);
    if (records.length > 0) return records.map(({ value }) => value);
  }
  return [];
}
