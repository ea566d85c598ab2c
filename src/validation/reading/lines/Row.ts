import { placeIn } from '../bytes/index.js';
import type { ReadFault, ReadItem } from '../ReadItem.js';

/** A line of a file, or several where a text in quotes spans them. */
export interface Row {
  /** Without the line break. */
  readonly text: string;
  /** Of its first line, from 1. */
  readonly line: number;
  /** Of its bytes in the file, without the line break. */
  readonly bytes: readonly [start: number, end: number];
  readonly lines: number;
  /** What keeps it from being read. */
  readonly flaw: RowFlaw | undefined;
  /** Whether no further line may be added to it. */
  readonly isLast: boolean;
}

/** The first thing in a row that keeps it from being read. */
export interface RowFlaw {
  /** Offset into the row's text. */
  readonly at: number;
  readonly message: string;
  readonly expected: string;
}

/** What a format makes of rows. */
export interface RowTaker {
  /**
   * Takes a row, and adds what it holds to `items`.
   *
   * @returns `taken`; `open` where the next line belongs to it too; `alone` where its first line is a row by itself after
   *   all; `over` where no row after it can be read. A row of one line that is the last one is taken.
   */
  take(row: Row, items: ReadItem[]): 'taken' | 'open' | 'alone' | 'over';
  /** Whether a line may be the last one of a row that is open. */
  mayClose(bytes: Buffer): boolean;
}

/** The fault of a row. */
export function rowFault(row: Row, index: number | null, { at, message, expected }: RowFlaw): ReadFault {
  const { line, column } = placeIn(row.text, at, { line: row.line, column: 1 });
  return { kind: 'fault', index, line, column, message, expected, isFatal: false };
}
