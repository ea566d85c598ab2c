import { brokenCharacterAt, NOT_UTF_8 } from '../bytes/index.js';
import type { ByteWindow, Splitter } from '../bytes/index.js';
import type { ReadItem } from '../ReadItem.js';
import type { Row, RowFlaw, RowTaker } from './Row.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = /^[ \t\r]*$/;

/**
 * Hands the lines of a file to a format, as the window moves over the file; blank ones are left out.
 *
 * A row may stay open over several lines. Where it turns out that it should not have been (the file ends, the row grows
 * too long, or the format says so), its first line is handed over alone and reading goes on with its second: so a quote
 * that is lost costs one line.
 */
export class LineSplitter implements Splitter {
  isDone = false;
  private readonly window: ByteWindow;
  private readonly taker: RowTaker;
  private readonly mostRowBytes: number;
  private items: ReadItem[] = [];
  /** The row's first byte, and the line that it is on. */
  private start: number;
  private line = 1;
  /** The row's last line so far: its start, and how far it is known to have no end. */
  private lastStart: number;
  private searched: number;
  /** Lines of the row before its last one, and where the first of them ends. */
  private linesBefore = 0;
  private firstEnd = 0;
  private isSkipping = false;

  constructor(window: ByteWindow, from: number, taker: RowTaker, mostRowBytes: number) {
    this.window = window;
    this.taker = taker;
    this.mostRowBytes = mostRowBytes;
    this.start = from;
    this.lastStart = from;
    this.searched = from;
  }

  get keep(): number {
    return this.start;
  }

  shift(drop: number): void {
    this.start -= drop;
    this.lastStart -= drop;
    this.searched -= drop;
    this.firstEnd -= drop;
  }

  take(): ReadItem[] {
    this.items = [];
    const bytes = this.window.filled();
    while (!this.isDone) {
      const found = bytes.indexOf(LINE_FEED, this.searched);
      if (found !== -1) this.endLine(bytes, found);
      else if (this.window.isWhole) this.endFile(bytes);
      else if (!this.awaitMore(bytes)) break;
    }
    return this.items;
  }

  private endFile(bytes: Buffer): void {
    if (this.start === bytes.length || this.isSkipping) this.isDone = true;
    else this.endLine(bytes, bytes.length);
  }

  /** A line ends at `end`. */
  private endLine(bytes: Buffer, end: number): void {
    const isFirst = this.linesBefore === 0;
    if (this.isSkipping) {
      this.isSkipping = false;
      this.goOn(end + 1);
      return;
    }
    const isEndOfFile = end === bytes.length;
    if (!isFirst && !this.taker.mayClose(bytes.subarray(this.lastStart, end))) {
      if (isEndOfFile) this.cut(bytes);
      else this.extend(end);
      return;
    }
    const row = this.row(bytes, end, isEndOfFile && isFirst);
    const verdict = isFirst && BLANK.test(row.text) ? 'taken' : this.taker.take(row, this.items);
    if (verdict === 'open' && !isEndOfFile) this.extend(end);
    else if (verdict === 'open' || verdict === 'alone') this.cut(bytes);
    else {
      this.isDone = verdict === 'over';
      this.goOn(Math.min(end + 1, bytes.length));
    }
  }

  /** The row goes on behind the line that ends at `end`. */
  private extend(end: number): void {
    if (this.linesBefore === 0) this.firstEnd = end;
    this.linesBefore += 1;
    this.lastStart = end + 1;
    this.searched = end + 1;
  }

  /** Takes the first line of an open row by itself. */
  private cut(bytes: Buffer): void {
    this.linesBefore = 0;
    const { firstEnd } = this;
    this.isDone = this.taker.take(this.row(bytes, firstEnd, true), this.items) === 'over';
    this.goOn(firstEnd + 1);
  }

  /** The next row begins at `start`. */
  private goOn(start: number): void {
    this.line += this.linesBefore + 1;
    this.linesBefore = 0;
    this.start = start;
    this.lastStart = start;
    this.searched = start;
  }

  /** The row goes on behind the window; true where it is too long for that, and its first line was taken instead. */
  private awaitMore(bytes: Buffer): boolean {
    this.searched = bytes.length;
    const isTooLong = bytes.length - this.start > this.mostRowBytes;
    if (isTooLong && this.linesBefore > 0) {
      this.cut(bytes);
      return true;
    }
    if (isTooLong && !this.isSkipping) {
      const message = `found a line of more than ${this.mostRowBytes} bytes`;
      const row = { ...this.row(bytes, this.start, true), flaw: { at: 0, message, expected: 'a shorter one' } };
      this.isDone = this.taker.take(row, this.items) === 'over';
      this.isSkipping = true;
    }
    if (this.isSkipping) this.start = bytes.length;
    return false;
  }

  private row(bytes: Buffer, end: number, isLast: boolean): Row {
    const { start, line, linesBefore } = this;
    const textEnd = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    const text = bytes.toString('utf8', start, textEnd);
    const broken = brokenCharacterAt(text, bytes, start, textEnd);
    const flaw: RowFlaw | undefined = broken === -1 ? undefined : { ...NOT_UTF_8, at: broken };
    const { base } = this.window;
    return { text, line, bytes: [base + start, base + textEnd], lines: linesBefore + 1, flaw, isLast };
  }
}
