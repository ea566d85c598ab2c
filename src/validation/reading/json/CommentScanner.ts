import type { LineMark } from '../bytes/index.js';
import { LINE_FEED, SLASH, STAR } from './byteNames.js';

/** Passes over what other languages have and JSON has not: a comment, over as many pieces of a file as it takes. */
export class CommentScanner {
  isOver = false;
  /** `open`: the second character decides. `star`: a block that ends if a slash follows. */
  private state: 'open' | 'line' | 'block' | 'star' = 'line';

  /** @param isLine - whether its first character, which is passed already, says that it ends with the line. */
  begin(isLine: boolean): void {
    this.state = isLine ? 'line' : 'open';
    this.isOver = false;
  }

  /** The offset behind the comment, where it ends here; `to` elsewhere. */
  scan(bytes: Uint8Array, from: number, to: number, mark: LineMark): number {
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === LINE_FEED) mark.newLine(at + 1);
      this.isOver = this.state === 'star' ? byte === SLASH : byte === LINE_FEED && this.state !== 'block';
      if (this.isOver) return at + 1;
      if (this.state === 'open') this.state = byte === STAR ? 'block' : 'line';
      else if (this.state !== 'line') this.state = byte === STAR ? 'star' : 'block';
    }
    return to;
  }
}
