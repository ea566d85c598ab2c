import type { Analysis, Ending, JourneyTraits } from '../analysis/index.js';
import type { Card, Moment } from '../domain/index.js';
import type { ReportedValidation, ReportedViolation } from '../validation/index.js';

/** A record as the table of the page holds it. */
export interface ReportRow {
  readonly file: string;
  /** Index in the file, from 0. */
  readonly record: number;
  readonly pointer: string;
  /** Undefined where the record is like nothing that the domain knows. */
  readonly collection?: string;
  readonly person: string;
  readonly name: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, number>>;
  readonly needs: readonly string[];
  readonly journey?: JourneyTraits;
  /** Violations of the record. */
  readonly violations: number;
}

/** What is shown of a record that was opened. */
export interface ReportDetail {
  /** Undefined where the record's shape is broken. */
  readonly card?: Card;
  readonly moments: readonly Moment[];
  /** The record as it stands in the file, where there is no card. */
  readonly raw?: unknown;
}

/** A column of the table. */
export interface ReportColumn {
  readonly kind: 'group' | 'fact' | 'measure' | 'ending' | 'lost_at' | 'days' | 'needs' | 'violations';
  /** Of the grouping, fact or measure; the kind for the others. */
  readonly id: string;
  readonly title: string;
  /** Labels in their order; for filters. */
  readonly labels?: readonly string[];
  readonly unit?: string;
}

export interface ReportTable {
  readonly collection: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
}

/** Details of so many rows in a run, in the order of the rows: JSON, compressed by gzip, in base64. */
export interface ReportPack {
  readonly from: number;
  readonly count: number;
  readonly gzip: string;
}

/** All that the page shows; `reportPage` writes it into the page, whose script reads it back. */
export interface ReportData {
  readonly title: string;
  readonly version: string;
  readonly analysis: Analysis;
  readonly validation: {
    readonly ok: boolean;
    readonly validations: readonly ReportedValidation[];
    readonly byRule: Readonly<Record<string, number>>;
    readonly brokenRecords: number;
    readonly errors: number;
    readonly warnings: number;
    /** The first ones. */
    readonly violations: readonly ReportedViolation[];
  };
  readonly endings: readonly Ending[];
  readonly tables: readonly ReportTable[];
  /** `ReportRow[]` as JSON, compressed by gzip, in base64. */
  readonly rows: string;
  readonly rowCount: number;
  /** Records that the page does not hold, since they are too many. */
  readonly rowsLeftOut: number;
  readonly details: readonly ReportPack[];
}
