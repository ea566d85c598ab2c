import type { Shrunk } from '../../shrink/index.js';
import type { Answer } from './Predicate.js';
import type { SubjectRecord } from './readSubject.js';

/** What a search for the smallest case found, and in what. */
export interface Found {
  readonly file: string;
  readonly shrunk: Shrunk<unknown>;
  /** How the failure shows for the smallest value. */
  readonly answer: Answer;
  /** The given record; undefined for a whole data set. */
  readonly record: (SubjectRecord & { readonly id: string | number | undefined }) | undefined;
  /** How many records were asked about before one was found to fail; undefined where the user named it. */
  readonly asked: number | undefined;
  readonly isInterrupted: boolean;
}

/** What was shrunk, such as `record 17 (c-0017)` or `500 records`. */
export function subjectText({ record, shrunk: { from } }: Found): string {
  if (record === undefined) return from.records === 1 ? '1 record' : `${from.records} records`;
  return `record ${record.index}${record.id === undefined ? '' : ` (${record.id})`}`;
}
