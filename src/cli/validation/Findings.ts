import type { ReportedViolation, ValidationReport } from '../../validation/index.js';
import { counted, grouped } from '../figures.js';
import { cut, printable } from '../text/index.js';
import type { ViolationDigest } from './ViolationDigest.js';

/** What a check found, as every output for people and for build servers takes it. */
export interface Findings {
  /** Its violations are read by `--json` alone: the others go by the digest, which a run without them fills as well. */
  readonly report: ValidationReport;
  readonly digest: ViolationDigest;
  /** The command that prints everything. */
  readonly again: string;
}

/** The findings in one line: `12 errors in 9 of 500 records`. */
export function verdictText({ report: { counts }, digest }: Findings): string {
  const { errors, warnings, broken_records: broken, records } = counts;
  const outside = digest.errorsOutsideRecords;
  const mild = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
  if (errors === 0) return `no errors in ${counted(records, 'record')}${mild}`;
  if (broken === 0) return `${counted(errors, 'error')} in a data set of ${counted(records, 'record')}${mild}`;
  const elsewhere = outside === 0 ? '' : `, ${grouped(outside)} of them outside of records`;
  return `${counted(errors, 'error')} in ${grouped(broken)} of ${counted(records, 'record')}${elsewhere}${mild}`;
}

/** Where a violation lies, in a line: file, record, pointer. */
export function placeText({ file, record, pointer }: Pick<ReportedViolation, 'file' | 'record' | 'pointer'>): string {
  const parts = [file ?? 'the data set', ...(record === null ? [] : [String(record)]), pointer];
  return printable(cut(parts.filter((part) => part !== '').join(' ')));
}
