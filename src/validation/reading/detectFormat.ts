import { extname } from 'node:path';
import { ByteWindow } from './bytes/index.js';
import { countOf, DELIMITERS } from './csv/index.js';
import type { DataFormat } from './DataFormat.js';
import { READ_LIMITS } from './ReadOptions.js';
import { requireText } from './requireText.js';

const EXTENSIONS: ReadonlyMap<string, DataFormat> = new Map([
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
]);

/**
 * The format of a file, told from its beginning and, where that leaves it open, from its name.
 *
 * What a pipe gives for this is gone afterwards; `readRecords` detects the format by itself.
 *
 * @throws CohortCheckError `cannot-read`; `not-text` for a file that is no UTF-8 text.
 */
export async function detectFormat(path: string): Promise<DataFormat> {
  const window = await ByteWindow.over(path, READ_LIMITS.headBytes, {});
  try {
    await window.gather(READ_LIMITS.headBytes);
    return formatOf(window, requireText(window.filled(), path), path, READ_LIMITS.headBytes);
  } finally {
    await window.close();
  }
}

/**
 * The format of a file of which a window holds the beginning.
 *
 * @param from - behind a byte order mark.
 * @param headBytes - that are looked at.
 */
export function formatOf(window: ByteWindow, from: number, path: string, headBytes: number): DataFormat {
  const text = window.bytes.toString('utf8', from, Math.min(window.end, from + headBytes));
  const lines = text.split(/\r?\n/);
  const isWhole = window.isWhole && window.end <= from + headBytes;
  // The last line may be cut, unless the file ends with it.
  const complete = (isWhole ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '');
  const named = EXTENSIONS.get(extname(path).toLowerCase());
  if (/^\s*[[{]/.test(text)) return jsonOrNdjson(complete, named);
  return isTable(complete) ? 'csv' : (named ?? (text.trim() === '' ? 'json' : 'csv'));
}

/** Of JSON that is laid out over lines, hardly one is JSON by itself; of NDJSON, all are that are not broken. */
function jsonOrNdjson(lines: readonly string[], named: DataFormat | undefined): DataFormat {
  const byName = named === 'ndjson' ? 'ndjson' : 'json';
  if (lines.length < 2) return byName;
  const sound = lines.filter(isJson).length;
  if (sound * 2 > lines.length || isJson(lines[0]!)) return 'ndjson';
  // A list whose last record has a line to itself has one sound line as well.
  return sound === 0 || lines[0]!.trimStart().startsWith('[') ? 'json' : byName;
}

function isJson(line: string): boolean {
  if (!/^\s*[[{]/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether the first lines have the same number of delimiters, and any at all. */
function isTable([header, first]: readonly string[]): boolean {
  if (header === undefined || first === undefined || !/^[\p{L}_"]/u.test(header)) return false;
  return DELIMITERS.some((delimiter) => {
    const count = countOf(header, delimiter);
    return count > 0 && countOf(first, delimiter) === count;
  });
}
