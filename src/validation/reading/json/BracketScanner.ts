import type { LineMark } from '../bytes/index.js';
import { MOST_DEPTH } from './explainJson.js';

// Not imported: each is read for every byte, and where modules are not bundled that would be a look-up.
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** What `[`, `]`, `{` and `}` have in common, with few others. */
const BRACKET_BITS = 0xd9;
const BRACKET = 0x59;

/**
 * Finds where a list, an object or a text ends, over as many pieces of a file as it takes.
 *
 * It looks at brackets and quotes alone; whether the rest is JSON is left to JSON.parse. All that it looks for is ASCII,
 * which in UTF-8 never is a part of another character. No text of JSON spans lines, so a line break ends one that is not
 * closed: of a lost quote, only the brackets behind it on its line are overlooked.
 */
export class BracketScanner {
  /** Of brackets in each other, so far. */
  deepest = 0;
  /** Whether a bracket was closed by one of the other kind. */
  isTorn = false;
  private depth = 0;
  private isInText = false;
  private isEscaped = false;
  private readonly kinds = new Uint8Array(MOST_DEPTH + 1);

  /** Makes ready for the next one, whose first byte is the next to be scanned. */
  begin(): void {
    this.deepest = 0;
    this.depth = 0;
    this.isInText = false;
    this.isEscaped = false;
    this.isTorn = false;
  }

  /**
   * Scans bytes that follow on those before.
   *
   * @param mark - is told of each line break.
   * @returns the offset behind the end, also of what is torn; -1 where it lies further on.
   */
  scan(bytes: Uint8Array, from: number, to: number, mark: LineMark): number {
    let { depth, deepest, isInText } = this;
    let at = from;
    let end = -1;
    if (this.isEscaped && at < to) {
      this.isEscaped = false;
      if (bytes[at] !== LINE_FEED) at += 1;
    }
    while (at < to) {
      if (isInText) {
        let byte = bytes[at]!;
        while (byte !== QUOTE && byte !== BACKSLASH && byte !== LINE_FEED && ++at < to) byte = bytes[at]!;
        if (at === to) break;
        at += 1;
        if (byte === BACKSLASH) {
          if (at === to) this.isEscaped = true;
          else if (bytes[at] !== LINE_FEED) at += 1;
          continue;
        }
        isInText = false;
        if (byte === LINE_FEED) mark.newLine(at);
        if (depth > 0) continue;
        end = at;
        break;
      }
      const byte = bytes[at++]!;
      if (byte === QUOTE) isInText = true;
      else if (byte === LINE_FEED) mark.newLine(at);
      else if ((byte & BRACKET_BITS) === BRACKET) {
        if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
          depth += 1;
          if (depth > deepest) deepest = depth;
          if (depth <= MOST_DEPTH) this.kinds[depth] = byte;
        } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
          // An opening bracket and its counterpart differ by two.
          this.isTorn = depth <= MOST_DEPTH && this.kinds[depth] !== byte - 2;
          depth -= 1;
          if (depth > 0 && !this.isTorn) continue;
          end = at;
          break;
        }
      }
    }
    this.depth = depth;
    this.deepest = deepest;
    this.isInText = isInText;
    return end;
  }
}
