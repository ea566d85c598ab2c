import { drain } from '../bytes/index.js';
import type { ByteWindow } from '../bytes/index.js';
import type { ReadItem } from '../ReadItem.js';
import type { ReadLimits } from '../ReadOptions.js';
import { nameOf, OPEN_LIST, OPEN_OBJECT, skipSpace } from './byteNames.js';
import { JsonSplitter } from './JsonSplitter.js';
import { rootOf } from './rootOf.js';
import type { Root } from './rootOf.js';

const EXPECTED = '[ of a list of records, or { of an object';

/** The records of a JSON file. @param from - behind a byte order mark. */
export async function* readJson(
  window: ByteWindow,
  from: number,
  limits: ReadLimits,
): AsyncGenerator<ReadItem[], void, undefined> {
  const at = await firstByte(window, from);
  const byte = window.bytes[at];
  if (at < window.end && (byte === OPEN_LIST || byte === OPEN_OBJECT)) {
    const root = byte === OPEN_LIST ? listAt(at) : await objectAt(window, at, limits);
    window.mark.pass(window.bytes, at, root.from);
    yield* drain(window, new JsonSplitter(window, root, limits.mostRecordBytes));
    return;
  }
  const message = at === window.end ? 'the file is empty' : `found ${nameOf(byte!)}`;
  const column = window.mark.columnAt(window.bytes, at);
  yield [{ kind: 'fault', index: null, line: window.mark.line, column, message, expected: EXPECTED, isFatal: true }];
}

/** Where the file's text begins in the window; the window's end for a file that has none. */
async function firstByte(window: ByteWindow, from: number): Promise<number> {
  // What a byte order mark takes is not a character of the first line.
  window.mark.startAt(from);
  for (let at = from; ; at = 0) {
    const found = skipSpace(window.bytes, at, window.end);
    window.mark.pass(window.bytes, at, found);
    if (found < window.end || window.isWhole) return found;
    await window.fill(found);
  }
}

function listAt(at: number): Root {
  return { kind: 'list', pointer: '', from: at + 1 };
}

async function objectAt(window: ByteWindow, at: number, { lookAheadBytes }: ReadLimits): Promise<Root> {
  await window.gather(at + lookAheadBytes);
  return rootOf(window.filled(), at);
}
