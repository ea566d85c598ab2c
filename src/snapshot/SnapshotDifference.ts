/** The first place where files are not what the options yield. */
export interface SnapshotDifference {
  /** Path of the file, relative to the directory. */
  readonly file: string;
  /** Index of the record in its file, where the difference lies in one. */
  readonly record?: number;
  /** The record's identifier, as it should be. */
  readonly id?: string;
  /** Line of the file, counted from 1. */
  readonly line?: number;
  /** Where in the manifest, as a JSON Pointer. */
  readonly pointer?: string;
  /** What belongs there; undefined for nothing. */
  readonly expected: string | undefined;
  /** What is there; undefined for nothing. */
  readonly actual: string | undefined;
}

/** Bytes of a line that a report shows at most. */
export const SHOWN_BYTES = 200;
