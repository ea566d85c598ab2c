import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { chunksOf } from './chunksOf.js';
import { fileFault, isSystemError } from './fileFault.js';
import { giveWay } from './giveWay.js';
import { locateByte } from './locateByte.js';
import type { ManifestFile } from './Manifest.js';
import { SHOWN_BYTES } from './SnapshotDifference.js';
import type { SnapshotDifference } from './SnapshotDifference.js';
import type { PlannedFile } from './SnapshotPlan.js';

/** Of a long line, the bytes that are shown before the difference. */
const LEAD_BYTES = 60;

/** The first difference between a file and what it should hold; its entry in the manifest where there is none. */
export async function compareFile(
  file: PlannedFile,
  path: string,
  report: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<{ readonly difference: SnapshotDifference } | { readonly entry: ManifestFile }> {
  const handle = await openToRead(path);
  if (handle === undefined) return { difference: { file: file.path, expected: 'a file', actual: undefined } };
  try {
    const hash = createHash('sha256');
    let buffer = Buffer.alloc(0);
    let bytes = 0;
    let records = 0;
    for (const chunk of chunksOf(file.population, file.layout)) {
      await giveWay(signal);
      if (buffer.length < chunk.bytes.length) buffer = Buffer.allocUnsafe(chunk.bytes.length);
      const found = buffer.subarray(0, await readFully(handle, buffer, chunk.bytes.length, bytes));
      if (!found.equals(chunk.bytes)) {
        return { difference: await explain(file, handle, bytes + firstOther(chunk.bytes, found)) };
      }
      hash.update(chunk.bytes);
      bytes += found.length;
      records = chunk.records;
      report(chunk.places);
    }
    const more = await readFully(handle, Buffer.allocUnsafe(1), 1, bytes);
    if (more > 0) return { difference: await explain(file, handle, bytes) };
    const { path: name, collection, format } = file;
    return {
      entry: { path: name, collection: collection.name, format, records, bytes, sha256: hash.digest('hex') },
    };
  } catch (error) {
    throw fileFault(error, path, 'read');
  } finally {
    await handle.close();
  }
}

async function explain(file: PlannedFile, handle: FileHandle, offset: number): Promise<SnapshotDifference> {
  const { record, index, line, lineStart, text } = locateByte(file, offset);
  const from = offset - lineStart > SHOWN_BYTES - LEAD_BYTES ? offset - LEAD_BYTES : lineStart;
  const buffer = Buffer.allocUnsafe(SHOWN_BYTES);
  const found = buffer.subarray(0, await readFully(handle, buffer, SHOWN_BYTES, from));
  const expected = Buffer.from(text).subarray(from - lineStart);
  return {
    file: file.path,
    ...(record === undefined ? {} : { record: index, ...idOf(record, file.collection.model.id) }),
    line,
    expected: asShown(expected, from > lineStart),
    actual: asShown(found, from > lineStart),
  };
}

function idOf(record: object, key: string): { readonly id?: string } {
  const id: unknown = Object.entries(record).find(([name]) => name === key)?.[1];
  return typeof id === 'string' ? { id } : {};
}

/** One line at most, cut at both ends; undefined for no bytes at all. */
function asShown(bytes: Buffer, isCutBefore: boolean): string | undefined {
  if (bytes.length === 0) return undefined;
  const end = bytes.indexOf('\n');
  const line = bytes.subarray(0, end === -1 ? SHOWN_BYTES : Math.min(end, SHOWN_BYTES)).toString();
  return `${isCutBefore ? '…' : ''}${line.trim()}${end === -1 && bytes.length >= SHOWN_BYTES ? '…' : ''}`;
}

function firstOther(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return index;
  return length;
}

/** Reads until `length` bytes are there or the file ends. */
async function readFully(handle: FileHandle, buffer: Buffer, length: number, position: number): Promise<number> {
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** A handle of a file; undefined where there is none. */
async function openToRead(path: string): Promise<FileHandle | undefined> {
  return open(path, 'r').catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw fileFault(error, path, 'read');
  });
}
