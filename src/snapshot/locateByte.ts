import { Buffer } from 'node:buffer';
import { recordsOf } from '../domain/index.js';
import type { PlannedFile } from './SnapshotPlan.js';

/** What a file should hold around a byte. */
export interface Location {
  /** The record that the byte belongs to; undefined before the first and after the last one. */
  readonly record: object | undefined;
  /** Index of that record in the file. */
  readonly index: number;
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** Offset of the line's first byte. */
  readonly lineStart: number;
  /** The line; empty past the end of the file. */
  readonly text: string;
}

interface Piece {
  readonly text: string;
  readonly record?: object;
}

const LINE_FEED = 10;

/** Finds the record and the line of a byte by making the file again up to it: for reports, where time matters little. */
export function locateByte(file: PlannedFile, offset: number): Location {
  let start = 0;
  let line = 1;
  let lineStart = 0;
  let index = -1;
  for (const { record, text } of piecesOf(file)) {
    if (record !== undefined) index += 1;
    const bytes = Buffer.from(text);
    const isHere = offset < start + bytes.length;
    const until = isHere ? offset - start : bytes.length;
    for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < until; at = bytes.indexOf(LINE_FEED, at + 1)) {
      line += 1;
      lineStart = start + at + 1;
    }
    if (isHere) {
      const from = Math.max(lineStart - start, 0);
      const end = bytes.indexOf(LINE_FEED, from);
      return { record, index, line, lineStart, text: bytes.subarray(from, end === -1 ? undefined : end).toString() };
    }
    start += bytes.length;
  }
  return { record: undefined, index, line, lineStart: Math.max(lineStart, 0), text: '' };
}

function* piecesOf({ population, layout }: PlannedFile): Generator<Piece, void, undefined> {
  let isFirst = true;
  for (const record of recordsOf(population)) {
    if (isFirst) yield { text: layout.head };
    // What stands between two records belongs to the later one: it is missing with it.
    yield { record, text: (isFirst ? '' : layout.between) + layout.record(record) };
    isFirst = false;
  }
  yield { text: isFirst ? layout.empty : layout.tail };
}
