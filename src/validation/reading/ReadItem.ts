/** A record of a file. */
export interface ReadRecord {
  readonly kind: 'record';
  /** Place in the file, from 0. What could not be read keeps its place. */
  readonly index: number;
  readonly value: unknown;
  /** JSON Pointer of the record from the file's root: `/17`, `/customers/17`; empty for a file that is one record. */
  readonly pointer: string;
  /** Line on which the record begins, from 1. */
  readonly line: number;
  /** The record's bytes in the file; the end is not included. */
  readonly bytes: readonly [start: number, end: number];
}

/** Something in a file that cannot be read. */
export interface ReadFault {
  readonly kind: 'fault';
  /** Place of the record that is lost; null where the fault lies between records. */
  readonly index: number | null;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters: one that takes several bytes counts as one. */
  readonly column: number;
  /** What was found. */
  readonly message: string;
  /** What should stand there. */
  readonly expected: string;
  /** Whether the rest of the file was left unread. */
  readonly isFatal: boolean;
}

/** What reading a file of records comes upon, in the file's order. */
export type ReadItem = ReadRecord | ReadFault;
