import { brokenCharacterAt, NOT_UTF_8, placeIn } from '../bytes/index.js';
import type { ByteWindow, Place } from '../bytes/index.js';
import type { ReadFault, ReadItem } from '../ReadItem.js';
import { BracketScanner } from './BracketScanner.js';
import { endsWord, OPEN_LIST, OPEN_OBJECT, QUOTE } from './byteNames.js';
import { explainJson } from './explainJson.js';
import type { JsonFlaw } from './JsonFlaw.js';
import { parseJson } from './parseJson.js';

/** The record that a file is in the middle of: from its first byte until it is over. */
export class RecordReader {
  /** Of the record, or of the next one. */
  index = 0;
  /** Whether the record is passed over, since it is too long. */
  isSkipped = false;
  private readonly window: ByteWindow;
  private readonly mostBytes: number;
  private readonly scanner = new BracketScanner();
  private isWord = false;
  private start = 0;
  private place: Place = { line: 1, column: 1 };

  /** @param mostBytes - of a record that is read as a whole. */
  constructor(window: ByteWindow, mostBytes: number) {
    this.window = window;
    this.mostBytes = mostBytes;
  }

  /** Whether a bracket was closed by one of the other kind. */
  get isTorn(): boolean {
    return !this.isWord && this.scanner.isTorn;
  }

  /** The first byte of the window that is still needed, with `at` as the next one to be looked at. */
  keep(at: number): number {
    return this.isSkipped ? at : this.start;
  }

  shift(drop: number): void {
    this.start -= drop;
  }

  begin(at: number): void {
    const { bytes, mark } = this.window;
    const byte = bytes[at];
    this.start = at;
    this.place = { line: mark.line, column: mark.columnAt(bytes, at) };
    this.isWord = byte !== OPEN_LIST && byte !== OPEN_OBJECT && byte !== QUOTE;
    this.isSkipped = false;
    this.scanner.begin();
  }

  /** The offset behind the record; -1 where it goes on behind the window. */
  scan(from: number): number {
    const { bytes, end, mark, isWhole } = this.window;
    if (!this.isWord) return this.scanner.scan(bytes, from, end, mark);
    let at = from;
    while (at < end && !endsWord(bytes[at]!)) at += 1;
    return at < end || isWhole ? at : -1;
  }

  /** The record that ends at `end`, or what is wrong with it. */
  read(end: number, pointer: string): ReadItem {
    const { bytes, base } = this.window;
    const text = this.text(end);
    const broken = brokenCharacterAt(text, bytes, this.start, end);
    if (broken !== -1) return this.fault({ ...NOT_UTF_8, at: broken }, text);
    // The space says that a word is over, where `tru` by itself might go on.
    const parsed = this.isWord ? parseJson(`${text} `, 0) : parseJson(text, this.scanner.deepest);
    if (parsed.flaw !== undefined) return this.fault(parsed.flaw, text);
    return {
      kind: 'record',
      index: this.index,
      value: parsed.value,
      pointer,
      line: this.place.line,
      bytes: [base + this.start, base + end],
    };
  }

  /** What is wrong with a record that is not over at `end`; undefined where only its end is missing. */
  flawBefore(end: number): ReadFault | undefined {
    if (this.isSkipped) return undefined;
    const text = this.text(end);
    const flaw = explainJson(text);
    return flaw === undefined || flaw.isUnfinished ? undefined : this.fault(flaw, text);
  }

  /** What the record needs to be complete. */
  missingAt(end: number): string {
    return (this.isSkipped ? undefined : explainJson(this.text(end))?.expected) ?? 'the end of the record';
  }

  isTooLong(end: number): boolean {
    return !this.isSkipped && end - this.start > this.mostBytes;
  }

  /** Passes over the rest of the record. */
  skip(): ReadFault {
    this.isSkipped = true;
    const message = `found a record of more than ${this.mostBytes} bytes`;
    return this.fault({ at: 0, message, expected: 'a shorter one' }, '');
  }

  private text(end: number): string {
    return this.window.bytes.toString('utf8', this.start, end);
  }

  private fault({ at, message, expected }: Omit<JsonFlaw, 'isUnfinished'>, text: string): ReadFault {
    const { line, column } = placeIn(text, at, this.place);
    return { kind: 'fault', index: this.index, line, column, message, expected, isFatal: false };
  }
}
