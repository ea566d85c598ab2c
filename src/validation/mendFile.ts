/*
 * A copy of a file in which every record is legal.
 *
 * Only what is mended is written anew: the bytes of all other records, and of whatever stands between records, are copied as
 * they are. So the layout of a file, the object that wraps its list, numbers that JavaScript cannot hold and foreign ways of
 * writing stay, and the difference to the original shows the mended places and nothing else. A CSV file has no place for
 * what a mended record may come to hold, so its copy is JSON.
 */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { CohortCheckError } from '../errors/index.js';
import type { MendedPlace } from './mendChanges.js';
import { RecordMender } from './mendRecord.js';
import type { RecordMenderOptions } from './mendRecord.js';
import { readRecords } from './reading/index.js';
import type { DataFormat, ReadFault, ReadRecord } from './reading/index.js';

/** A change of one record; its pointer is from the file's root. */
export interface MendChange extends MendedPlace {
  readonly file: string;
  /** Index of the record in its file, from 0. */
  readonly record: number;
}

/** A piece of the copy. */
export interface MendedPiece {
  readonly bytes: Uint8Array;
  /** Records in it, mended or not. */
  readonly records: number;
  /** Records that were mended. */
  readonly mended: number;
  readonly changes: readonly MendChange[];
}

export interface MendFileOptions extends RecordMenderOptions {
  readonly format: DataFormat;
  readonly signal?: AbortSignal;
  /** Bytes of the file that were read. */
  readonly onProgress?: (bytes: number) => void;
}

const MOST_BYTES = 1 << 20;
const INDENT = 2;

/**
 * The copy of a file in which each record that broke a rule is mended, piece by piece, in the format of the file; of a CSV
 * file as a JSON array.
 *
 * @throws CohortCheckError `cannot-read` at the first place that cannot be read: a copy would lack what stands there.
 */
export async function* mendFile(path: string, options: MendFileOptions): AsyncGenerator<MendedPiece, void, undefined> {
  const mender = await RecordMender.of(options);
  const handle = await open(path, 'r');
  try {
    const copier = options.format === 'csv' ? new JsonWriter() : new Splicer(handle);
    for await (const items of readRecords(path, {
      format: options.format,
      signal: options.signal,
      onProgress: options.onProgress,
    })) {
      options.signal?.throwIfAborted();
      const fault = items.find((item) => item.kind === 'fault');
      if (fault !== undefined) throw unreadable(path, fault);
      const looked = items
        .filter((item) => item.kind === 'record')
        .map((item) => ({ item, ...mender.mend(item.value, options.format === 'csv') }));
      if (looked.length === 0) continue;
      const mended = looked.filter(({ changes }) => changes.length > 0);
      yield {
        bytes: await copier.bytesOf(looked),
        records: looked.length,
        mended: mended.length,
        changes: mended.flatMap(({ item, changes }) =>
          changes.map((change) => ({
            file: path,
            record: item.index,
            ...change,
            pointer: item.pointer + change.pointer,
          })),
        ),
      };
    }
    for await (const bytes of copier.end()) yield { bytes, records: 0, mended: 0, changes: [] };
  } finally {
    await handle.close();
  }
}

interface Looked {
  readonly item: ReadRecord;
  readonly value: unknown;
  readonly changes: readonly MendedPlace[];
}

/** Copies a file but for the records that were mended. */
class Splicer {
  private readonly handle: FileHandle;
  private copied = 0;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async bytesOf(records: readonly Looked[]): Promise<Uint8Array> {
    const from = this.copied;
    const old = await readAt(this.handle, from, (records.at(-1)?.item.bytes[1] ?? from) - from);
    const parts: Uint8Array[] = [];
    let between = 0;
    for (const { item, value, changes } of records) {
      const [start, end] = [item.bytes[0] - from, item.bytes[1] - from];
      if (changes.length > 0) {
        parts.push(old.subarray(between, start), Buffer.from(laidOutLike(old.toString('utf8', start, end), value)));
      } else {
        parts.push(old.subarray(between, end));
      }
      between = end;
    }
    this.copied += between;
    return Buffer.concat(parts);
  }

  async *end(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const rest = await readAt(this.handle, this.copied, MOST_BYTES);
      if (rest.length === 0) return;
      this.copied += rest.length;
      yield rest;
    }
  }
}

/** Writes all records as one array, laid out as `JSON.stringify(records, null, 2)` does it. */
class JsonWriter {
  private isEmpty = true;

  async bytesOf(records: readonly Looked[]): Promise<Uint8Array> {
    const texts = records.map(({ value }) => JSON.stringify([value], null, INDENT).slice('['.length, -'\n]'.length));
    const lead = this.isEmpty ? '[' : ',';
    this.isEmpty = false;
    return Buffer.from(lead + texts.join(','));
  }

  async *end(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(this.isEmpty ? '[]\n' : '\n]\n');
  }
}

/** A record as JSON in the layout of the one that stood there: on a line or on several, with their indentation. */
function laidOutLike(old: string, value: unknown): string {
  const lines = old.split(/\r?\n/);
  if (lines.length === 1) return JSON.stringify(value);
  // The closing bracket stands where the line of the opening one begins.
  const [margin, inner] = [lines.at(-1), lines[1]].map((line = '') => /^[\t ]*/.exec(line)?.[0] ?? '') as [
    string,
    string,
  ];
  const indent = inner.startsWith(margin) && inner.length > margin.length ? inner.slice(margin.length) : INDENT;
  const lineEnd = old.includes('\r\n') ? '\r\n' : '\n';
  return JSON.stringify(value, null, indent).replaceAll('\n', `${lineEnd}${margin}`);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function unreadable(path: string, { line, column, message, expected }: ReadFault): CohortCheckError {
  return new CohortCheckError({
    code: 'cannot-read',
    what: `${path}: line ${line} cannot be read, and a mended copy would lack what stands there`,
    where: `${path}, line ${line}, column ${column}`,
    why: `${message}; expected: ${expected}`,
    try: 'correct that line, or take it out',
  });
}
