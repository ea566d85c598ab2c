import type { ByteWindow, Splitter } from '../bytes/index.js';
import type { ReadFault, ReadItem } from '../ReadItem.js';
import { CLOSE_LIST, CLOSE_OBJECT, COMMA, HASH, isSpace, LINE_FEED, nameOf, SLASH } from './byteNames.js';
import { CommentScanner } from './CommentScanner.js';
import { RecordReader } from './RecordReader.js';
import type { Root } from './rootOf.js';

/** `between` and `comment`: in a list, but in no record. `tail`: behind the last record. */
type State = 'between' | 'record' | 'comment' | 'tail' | 'done';

const NO_SECOND_KEY = '}; an object that wraps a list of records has no second key';
const BEHIND = {
  list: 'the end of the file',
  wrapper: 'the end of the file',
  record: 'the end of the file; one record on each line is the format ndjson',
} satisfies Record<Root['kind'], string>;

/**
 * Hands the records of a list to JSON.parse one by one, as the window moves over the file.
 *
 * After a record that cannot be read it goes on with the next one where a comma or the end of the list follows, and each
 * bracket was closed by one of its own kind: then the damage lies inside. Otherwise nobody knows where the next record
 * begins, and the fault is fatal. What is merely wrong between two records (a comma too many or too few, a comment) is
 * reported and passed over.
 */
export class JsonSplitter implements Splitter {
  private readonly window: ByteWindow;
  private readonly root: Root;
  private readonly record: RecordReader;
  private readonly comment = new CommentScanner();
  private items: ReadItem[] = [];
  private state: State = 'between';
  private expects: 'a record or ]' | 'a record' | ', or ]' = 'a record or ]';
  private isWrapped: boolean;
  private at: number;
  /** The fault of the last record, until what follows tells whether it is fatal. */
  private pending: ReadFault | undefined;

  constructor(window: ByteWindow, root: Root, mostRecordBytes: number) {
    this.window = window;
    this.root = root;
    this.record = new RecordReader(window, mostRecordBytes);
    this.at = root.from;
    this.isWrapped = root.kind === 'wrapper';
    if (root.kind === 'record') this.begin();
  }

  get isDone(): boolean {
    return this.state === 'done';
  }

  get keep(): number {
    return this.state === 'record' ? this.record.keep(this.at) : this.at;
  }

  shift(drop: number): void {
    this.at -= drop;
    this.record.shift(drop);
  }

  take(): ReadItem[] {
    this.items = [];
    while (this.at < this.window.end && !this.isDone) this.step();
    if (this.window.isWhole && !this.isDone) this.finish();
    return this.items;
  }

  private step(): void {
    const { bytes, end, mark } = this.window;
    if (this.state === 'record') this.scanRecord();
    else if (this.state === 'comment') {
      this.at = this.comment.scan(bytes, this.at, end, mark);
      if (this.comment.isOver) this.state = 'between';
    } else {
      const byte = bytes[this.at]!;
      if (isSpace(byte)) this.pass(byte);
      else if (this.state === 'between') this.between(byte);
      else this.tail(byte);
    }
  }

  private between(byte: number): void {
    if (!this.settle(byte === COMMA || byte === CLOSE_LIST)) return;
    switch (byte) {
      case COMMA:
        if (this.expects !== ', or ]') this.fault('found a comma', this.expects);
        this.expects = 'a record';
        return this.pass(byte);
      case CLOSE_LIST:
        if (this.expects === 'a record') this.fault('found ] behind a comma', 'no comma behind the last record');
        this.state = 'tail';
        return this.pass(byte);
      case CLOSE_OBJECT:
        this.fault('found }', this.expects);
        return this.pass(byte);
      case SLASH:
      case HASH:
        this.fault('found a comment', `${this.expects}; JSON has no comments`);
        this.state = 'comment';
        this.comment.begin(byte === HASH);
        return this.pass(byte);
      default:
        if (this.expects === ', or ]') this.fault(`found ${nameOf(byte)}`, ', or ]');
        return this.begin();
    }
  }

  private begin(): void {
    this.state = 'record';
    this.record.begin(this.at);
  }

  private scanRecord(): void {
    const end = this.record.scan(this.at);
    this.at = end === -1 ? this.window.end : end;
    if (end !== -1) this.endRecord();
    else if (this.record.isTooLong(this.at)) {
      this.pending = this.record.flawBefore(this.at);
      if (this.settle(false)) this.items.push(this.record.skip());
    }
  }

  private endRecord(): void {
    const { index, isSkipped, isTorn } = this.record;
    this.state = this.root.kind === 'record' ? 'tail' : 'between';
    this.expects = ', or ]';
    if (!isSkipped) {
      const item = this.record.read(this.at, this.root.kind === 'record' ? '' : `${this.root.pointer}/${index}`);
      if (item.kind === 'record') this.items.push(item);
      else this.pending = item;
    }
    this.record.index += 1;
    if (isTorn && this.settle(false))
      this.stop('found the wrong closing bracket', 'one of the kind that is open', index);
  }

  private tail(byte: number): void {
    if (!this.settle(false)) return undefined;
    if (this.isWrapped && byte === CLOSE_OBJECT) {
      this.isWrapped = false;
      return this.pass(byte);
    }
    const expected = this.isWrapped ? NO_SECOND_KEY : BEHIND[this.root.kind];
    return this.stop(`found ${nameOf(byte)} behind the ${this.root.kind === 'record' ? 'record' : 'list'}`, expected);
  }

  /** The file ends here. */
  private finish(): void {
    // A word such as a number has no other end than what follows it.
    if (this.state === 'record') this.scanRecord();
    if (this.isDone) return undefined;
    if (this.state === 'record') {
      this.pending = this.record.flawBefore(this.at);
      if (!this.settle(false)) return undefined;
      const expected = this.record.missingAt(this.at);
      return this.stop('the file ends inside a record', expected, this.record.index);
    }
    const isComplete = this.state === 'tail' && !this.isWrapped;
    if (!this.settle(isComplete)) return undefined;
    if (!isComplete) {
      const [what, expected] = this.state === 'tail' ? ['object', '}'] : ['list', this.expects];
      return this.stop(`the file ends before its ${what} does`, expected);
    }
    this.state = 'done';
    return undefined;
  }

  /** Tells of the last record's fault, now that it is known what follows; false where that is the end of reading. */
  private settle(isSafe: boolean): boolean {
    if (this.pending === undefined) return true;
    this.items.push({ ...this.pending, isFatal: !isSafe });
    this.pending = undefined;
    if (!isSafe) this.state = 'done';
    return isSafe;
  }

  private stop(message: string, expected: string, index: number | null = null): void {
    this.fault(message, expected, index, true);
    this.state = 'done';
  }

  private fault(message: string, expected: string, index: number | null = null, isFatal = false): void {
    const { bytes, mark } = this.window;
    const column = mark.columnAt(bytes, this.at);
    this.items.push({ kind: 'fault', index, line: mark.line, column, message, expected, isFatal });
  }

  private pass(byte: number): void {
    this.at += 1;
    if (byte === LINE_FEED) this.window.mark.newLine(this.at);
  }
}
