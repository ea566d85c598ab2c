import { isAscii } from 'node:buffer';

const LINE_FEED = 0x0a;
/** Below this, asking Node costs more than looking at each byte. */
const SHORT = 32;

/**
 * Line and column of a place in a file that is read piece by piece.
 *
 * It only moves forward, and counts each byte of a line at most once, so that a file that is one long line costs no more.
 */
export class LineMark {
  /** From 1. */
  line = 1;
  /** Up to here, in the window, the characters of the line are counted. */
  private countedTo = 0;
  private counted = 0;

  /** @param start - of the first line, in the window: behind a byte order mark. */
  startAt(start: number): void {
    this.countedTo = start;
  }

  /** @param start - of a new line, in the window. */
  newLine(start: number): void {
    this.line += 1;
    this.countedTo = start;
    this.counted = 0;
  }

  /** Takes note of the line breaks between two places. */
  pass(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) if (bytes[at] === LINE_FEED) this.newLine(at + 1);
  }

  /** The column of a place on this line, from 1; no earlier place may be asked for after it. */
  columnAt(bytes: Uint8Array, at: number): number {
    if (at > this.countedTo) {
      this.counted += charactersIn(bytes, this.countedTo, at);
      this.countedTo = at;
    }
    return this.counted + 1;
  }

  /** Follows a window that drops its first bytes. */
  shift(bytes: Uint8Array, drop: number): void {
    this.columnAt(bytes, drop);
    this.countedTo -= drop;
  }
}

function charactersIn(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > SHORT && isAscii(bytes.subarray(from, to))) return to - from;
  let count = 0;
  // All bytes of a character but its first one look like 10xxxxxx.
  for (let at = from; at < to; at++) if ((bytes[at]! & 0xc0) !== 0x80) count += 1;
  return count;
}
