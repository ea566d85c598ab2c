import type { ReportedViolation } from '../../validation/index.js';

/** A broken rule: how often, and its first places. */
export interface BrokenRule {
  readonly rule: string;
  readonly severity: ReportedViolation['severity'];
  readonly count: number;
  /** In the order in which they were found. */
  readonly first: readonly ReportedViolation[];
}

/** The most places that any output shows of a rule. */
const MOST_KEPT = 10;
const SEVERITIES: readonly ReportedViolation['severity'][] = ['error', 'warning'];

/** Violations told in short, in memory that does not grow with their number. */
export class ViolationDigest {
  private readonly byFile = new Map<string | null, Map<string, Tally>>();
  /** Of severity `error`, in no record. */
  private outside = 0;

  /** The digest of violations that are all there already. */
  static of(violations: Iterable<ReportedViolation>): ViolationDigest {
    const digest = new ViolationDigest();
    for (const violation of violations) digest.add(violation);
    return digest;
  }

  readonly add = (violation: ReportedViolation): void => {
    const { file, record, rule, severity } = violation;
    if (severity === 'error' && record === null) this.outside += 1;
    let rules = this.byFile.get(file);
    if (rules === undefined) this.byFile.set(file, (rules = new Map<string, Tally>()));
    const key = `${severity} ${rule}`;
    let tally = rules.get(key);
    if (tally === undefined) rules.set(key, (tally = { rule, severity, count: 0, first: [] }));
    tally.count += 1;
    if (tally.first.length < MOST_KEPT) tally.first.push(violation);
  };

  /** Errors that lie in no record: those of a file or of the data set as a whole. */
  get errorsOutsideRecords(): number {
    return this.outside;
  }

  /** The broken rules of all files together, worst first. */
  rules(): readonly BrokenRule[] {
    const merged = new Map<string, Tally>();
    for (const rules of this.byFile.values()) {
      for (const [key, { count, first, ...rule }] of rules) {
        const known = merged.get(key);
        merged.set(key, {
          ...rule,
          count: count + (known?.count ?? 0),
          first: [...(known?.first ?? []), ...first].slice(0, MOST_KEPT),
        });
      }
    }
    return worstFirst(merged.values());
  }

  /** The broken rules of one file, or, for null, of the data set beyond its files; worst first. */
  rulesIn(file: string | null): readonly BrokenRule[] {
    return worstFirst(this.byFile.get(file)?.values() ?? []);
  }
}

interface Tally extends BrokenRule {
  count: number;
  readonly first: ReportedViolation[];
}

function worstFirst(rules: Iterable<BrokenRule>): readonly BrokenRule[] {
  return [...rules].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.count - a.count ||
      (a.rule < b.rule ? -1 : 1),
  );
}
