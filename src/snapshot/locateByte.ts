import { Buffer } from 'node:buffer';
import type { PlannedFile } from './SnapshotPlan.js';

/** What a file should hold around a byte. */
export interface Location {
  /** Index of the record that the byte belongs to; undefined before the first and after the last one. */
  readonly record: number | undefined;
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** Offset of the line's first byte. */
  readonly lineStart: number;
  /** The line; empty past the end of the file. */
  readonly text: string;
}

const LINE_FEED = 10;

/** Finds the record and the line of a byte by making the file again up to it: for reports, where time matters little. */
export function locateByte({ population, layout }: PlannedFile, offset: number): Location {
  let start = 0;
  let line = 1;
  let lineStart = 0;
  for (const { record, text } of pieces(population.size)) {
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
      return { record, line, lineStart, text: bytes.subarray(from, end === -1 ? undefined : end).toString() };
    }
    start += bytes.length;
  }
  return { record: undefined, line, lineStart: Math.max(lineStart, 0), text: '' };

  function* pieces(size: number): Generator<{ readonly record: number | undefined; readonly text: string }> {
    if (size === 0) return yield { record: undefined, text: layout.empty };
    yield { record: undefined, text: layout.head };
    for (let record = 0; record < size; record++) {
      // What stands between two records belongs to the later one: it is missing with it.
      yield { record, text: (record === 0 ? '' : layout.between) + layout.record(population.at(record)) };
    }
    yield { record: undefined, text: layout.tail };
  }
}
