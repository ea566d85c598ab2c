import { CohortCheckError, shown } from '../../errors/index.js';
import { ByteWindow, drain } from './bytes/index.js';
import { CsvTaker } from './csv/index.js';
import { dataFormats } from './DataFormat.js';
import type { DataFormat } from './DataFormat.js';
import { formatOf } from './detectFormat.js';
import { readJson } from './json/index.js';
import { LineSplitter, ndjsonTaker } from './lines/index.js';
import type { ReadItem } from './ReadItem.js';
import { READ_LIMITS } from './ReadOptions.js';
import type { ReadLimits, ReadOptions } from './ReadOptions.js';
import { requireText } from './requireText.js';

type Reader = (window: ByteWindow, from: number, limits: ReadLimits) => AsyncGenerator<ReadItem[], void, undefined>;

const READERS = {
  json: readJson,
  ndjson: (window, from, { mostRecordBytes }) =>
    drain(window, new LineSplitter(window, from, ndjsonTaker(), mostRecordBytes)),
  csv: (window, from, { mostRecordBytes }) =>
    drain(window, new LineSplitter(window, from, new CsvTaker(), mostRecordBytes)),
} satisfies Record<DataFormat, Reader>;

/**
 * The records of a file and what is broken in it, in batches of about a mebibyte of the file.
 *
 * Memory does not grow with the file. What is broken is an item like any other: whatever comes after it is still read where
 * that is safe, and `isFatal` says where it was not. An empty file holds no records; as JSON it is a fault.
 *
 * @param path - of a regular file or a pipe.
 * @throws CohortCheckError `cannot-read` where there is no such file, or it may not be read; `not-text` for UTF-16 and for
 *   what is binary or compressed; `bad-option` for a format that there is not; and the reason of `signal`.
 */
export function readRecords(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem[], void, undefined> {
  return readWithin(path, options, READ_LIMITS);
}

/** As `readRecords`, with other sizes: for tests, which have smaller files. */
export async function* readWithin(
  path: string,
  options: ReadOptions,
  limits: ReadLimits,
): AsyncGenerator<ReadItem[], void, undefined> {
  requireFormat(options.format);
  const window = await ByteWindow.over(path, limits.chunkBytes, options);
  try {
    await window.gather(limits.headBytes);
    const from = requireText(window.filled(), path);
    const format = options.format ?? formatOf(window, from, path, limits.headBytes);
    yield* READERS[format](window, from, limits);
  } finally {
    await window.close();
  }
}

function requireFormat(format: DataFormat | undefined): void {
  if (format === undefined || dataFormats.includes(format)) return;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `readRecords(…): format is ${shown(format)}`,
    why: `the formats are ${dataFormats.join(', ')}`,
    try: `format: 'json'`,
  });
}
