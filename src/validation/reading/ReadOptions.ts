import type { DataFormat } from './DataFormat.js';

/** How a file is read. */
export interface ReadOptions {
  /** Default: told from the file's beginning and, where that leaves it open, from its name. */
  readonly format?: DataFormat | undefined;
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each piece of the file; of a pipe, whose length nobody knows, `totalBytes` is what was read so far. */
  readonly onProgress?: ((bytesRead: number, totalBytes: number) => void) | undefined;
}

/** The sizes that reading works with. */
export interface ReadLimits {
  /** Read at a time. */
  readonly chunkBytes: number;
  /** Of the file's beginning, for telling its format. */
  readonly headBytes: number;
  /** How far an object is searched for its second key before it is taken for one that wraps a list. */
  readonly lookAheadBytes: number;
  /** A longer record is a fault: it would have to be held in memory as a whole. */
  readonly mostRecordBytes: number;
}

export const READ_LIMITS: ReadLimits = {
  chunkBytes: 1 << 20,
  headBytes: 1 << 16,
  lookAheadBytes: 1 << 22,
  mostRecordBytes: 1 << 27,
};
