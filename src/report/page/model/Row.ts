import type { ReportRow } from '../../ReportData.js';

/** A record in the table. */
export interface Row extends ReportRow {
  /** Its place among all rows, from 0. */
  readonly index: number;
}

/** Whether the record could be analysed: of one whose shape is broken nothing but its place is known. */
export function isWhole({ collection, person, name }: Row): boolean {
  return collection !== undefined && (person !== '' || name !== '');
}

/** Where a record stands. */
export interface Place {
  readonly file: string;
  readonly record: number;
}

/** A record's place as one text, by which it is found again. */
export function placeKey({ file, record }: Place): string {
  return `${record}@${file}`;
}
