import { stat } from 'node:fs/promises';
import { CohortCheckError } from '../../errors/index.js';
import { counted } from '../figures.js';
import { detectFormat, readRecords } from '../../validation/index.js';

/** A record of the file. */
export interface SubjectRecord {
  /** Place in the file, from 0. */
  readonly index: number;
  readonly value: unknown;
}

/** What a file holds. */
export interface Subject {
  readonly file: string;
  readonly records: readonly SubjectRecord[];
  /** Whether every value is a text, as the cells of a CSV file are. */
  readonly isText: boolean;
  /** Where the file cannot be read, for people; what stands there is left out. */
  readonly faults: readonly string[];
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its path leads through a file',
  EACCES: 'the system does not let this user read there',
};

/**
 * Reads a whole file of records.
 *
 * @throws CohortCheckError `bad-path`; `cannot-read` where it holds no record, and as `readRecords` does.
 */
export async function readSubject(file: string, signal: AbortSignal): Promise<Subject> {
  await requireFile(file);
  const format = await detectFormat(file);
  const records: SubjectRecord[] = [];
  const faults: string[] = [];
  for await (const items of readRecords(file, { format, signal })) {
    signal.throwIfAborted();
    for (const item of items) {
      if (item.kind === 'record') records.push({ index: item.index, value: item.value });
      else
        faults.push(
          `line ${item.line}, column ${item.column}: ${item.message}${item.isFatal ? '; the rest is left out' : ''}`,
        );
    }
  }
  if (records.length > 0) return { file, records, isText: format === 'csv', faults };
  throw new CohortCheckError({
    code: 'cannot-read',
    what: `${file}: there is no record in it`,
    why: faults[0] ?? 'it is empty',
    try: 'name a file with at least one record: JSON, NDJSON or CSV',
  });
}

/** The index that would come after the last record. */
export function endOf({ records }: Subject): number {
  return (records.at(-1)?.index ?? -1) + 1;
}

/** What was left out, as a line for people; empty for nothing. */
export function faultsText({ file, faults }: Subject): string {
  const [first] = faults;
  if (first === undefined) return '';
  return `${file}: ${counted(faults.length, 'place')} cannot be read and ${faults.length === 1 ? 'is' : 'are'} left out: ${first}\n`;
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: unknown) => {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw badPath(
      file,
      `${FAULTS[code] ?? message} (${code})`,
      'check the path; it counts from the directory that you are in',
    );
  });
  if (found.isDirectory()) throw badPath(file, 'it is a directory', 'name a file in it');
  // Its beginning is read twice, to tell its format.
  if (!found.isFile()) throw badPath(file, 'it can be read only once', 'save it to a file first');
}

function badPath(file: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-path', what: `${file}: cannot be read`, why, try: next });
}
