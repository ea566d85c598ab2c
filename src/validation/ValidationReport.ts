import type { Severity } from '../invariant/index.js';

/** One place where a data set is wrong. */
export interface ReportedViolation {
  /** Id of the rule, such as `journey-time-order`; `shape-…` where a record has another shape than its model. */
  readonly rule: string;
  readonly severity: Severity;
  /** The file as it was named; null where the fault lies in none, such as a missing one. */
  readonly file: string | null;
  /** Index of the record in its file, from 0; null where the fault lies in no record. */
  readonly record: number | null;
  /** JSON Pointer from the root of the file, such as `/17/core/age`. */
  readonly pointer: string;
  readonly message: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Something foreign that was understood, such as another way of writing dates: told once for all its places. */
export interface ReportedNote {
  /** Such as `foreign-date`, `extra-key`, `number-as-text`, `missing-addition`. */
  readonly note: string;
  readonly file: string | null;
  /** The first record that has it. */
  readonly record: number | null;
  /** Where it stands there; `*` for any index of a list. */
  readonly pointer: string;
  readonly message: string;
  /** How many places have it. */
  readonly count: number;
}

/** A question to the whole data set, and its answer. */
export interface ReportedValidation {
  readonly id: string;
  readonly title: string;
  readonly ok: boolean;
  /** Violations that belong to it. */
  readonly violations: number;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** A file that was read. */
export interface CheckedFile {
  readonly path: string;
  readonly format: 'json' | 'ndjson' | 'csv';
  /** Names of the collections that its records were read as. */
  readonly collections: readonly string[];
  readonly records: number;
  readonly violations: number;
}

/** What a check found: plain data, which `--json` prints as it is. */
export interface ValidationReport {
  readonly ok: boolean;
  /** Reference date that was checked against. */
  readonly as_of: string;
  readonly files: readonly CheckedFile[];
  readonly notes: readonly ReportedNote[];
  readonly validations: readonly ReportedValidation[];
  /** Every violation; those in records in the order of the files, then those of the whole data set. */
  readonly violations: readonly ReportedViolation[];
  readonly counts: {
    readonly records: number;
    /** Records with at least one violation of severity `error`. */
    readonly broken_records: number;
    readonly errors: number;
    readonly warnings: number;
    /** Violations by rule, most first. */
    readonly by_rule: Readonly<Record<string, number>>;
  };
}
