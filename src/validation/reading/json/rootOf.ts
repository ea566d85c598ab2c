import { escapePointer } from '../../../invariant/index.js';
import { LineMark } from '../bytes/index.js';
import { BracketScanner } from './BracketScanner.js';
import {
  BACKSLASH,
  CLOSE_LIST,
  COLON,
  CLOSE_OBJECT,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  skipSpace,
} from './byteNames.js';

/** What the records of a file stand in. */
export interface Root {
  /** A list; an object whose only key holds a list; or a single record. */
  readonly kind: 'list' | 'wrapper' | 'record';
  /** JSON Pointer of the list. */
  readonly pointer: string;
  /** Offset in the window: behind the list's bracket, or where the record begins. */
  readonly from: number;
}

/**
 * What an object is that a file begins with: a record, or the wrapper of a list of records.
 *
 * It is a wrapper if it has one key, which holds a list that is empty or begins with an object. Where the list goes on
 * beyond the bytes at hand it is taken for one: a second key, if there is one, is a fault when it is reached.
 *
 * @param bytes - from the file's start, in which the object begins at `from`.
 */
export function rootOf(bytes: Buffer, from: number): Root {
  const record: Root = { kind: 'record', pointer: '', from };
  const end = bytes.length;
  const keyAt = skipSpace(bytes, from + 1, end);
  const keyEnd = endOfText(bytes, keyAt);
  const key = keyOf(bytes.toString('utf8', keyAt, keyEnd));
  if (key === undefined) return record;
  const colonAt = skipSpace(bytes, keyEnd, end);
  const listAt = skipSpace(bytes, colonAt + 1, end);
  if (bytes[colonAt] !== COLON || bytes[listAt] !== OPEN_LIST) return record;

  const first = bytes[skipSpace(bytes, listAt + 1, end)];
  if (first !== undefined && first !== OPEN_OBJECT && first !== CLOSE_LIST) return record;
  const scanner = new BracketScanner();
  const listEnd = scanner.scan(bytes, listAt, end, new LineMark());
  const next = listEnd === -1 ? end : skipSpace(bytes, listEnd, end);
  const hasSecondKey = bytes[next] === COMMA && bytes[skipSpace(bytes, next + 1, end)] !== CLOSE_OBJECT;
  // Of a list with a wrong bracket nobody knows the end; as a list, what comes before that bracket can be read.
  if (hasSecondKey && !scanner.isTorn) return record;
  return { kind: 'wrapper', pointer: `/${escapePointer(key)}`, from: listAt + 1 };
}

function endOfText(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) return from;
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return Math.min(at + 1, bytes.length);
}

function keyOf(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
