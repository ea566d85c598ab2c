import type { Severity } from '../invariant/index.js';

/** A record of a data set, as its validations see it: foreign ways of writing brought into ours. */
export interface SeenRecord {
  /** Name of the collection that it belongs to. */
  readonly collection: string;
  readonly file: string;
  /** Index in the file, from 0. */
  readonly index: number;
  /** JSON Pointer to the record from the file's root. */
  readonly pointer: string;
  /** Undefined where its shape is broken: it is then known to be of the collection, and no more. */
  readonly record: object | undefined;
  /** Ids of the rules of severity `error` that it breaks. */
  readonly broken: ReadonlySet<string>;
}

/** A fault that shows in a data set and not in any record alone. */
export interface SetViolation {
  readonly rule: string;
  readonly severity: Severity;
  /** The file and the record that it points at; null where it lies in none. */
  readonly file: string | null;
  readonly record: number | null;
  readonly pointer: string;
  readonly message: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** A comparison with what the domain declares, as a statistical test. */
export interface StatisticalTest {
  /** The rule that is broken where the deviation is more than chance and more than the tolerance. */
  readonly rule: string;
  /** What was compared, such as `risk_assessment completed by health_aware_avoider`. */
  readonly title: string;
  /** Probability of a deviation at least as large where the declaration holds; it is corrected for the number of tests. */
  readonly p: number;
  /** Largest absolute deviation of a share. */
  readonly deviation: number;
  /** Records or steps that were compared. */
  readonly trials: number;
  readonly actual: unknown;
  readonly expected: unknown;
  /** Everything that was worked out, such as an interval and an effect size. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** What deviation so many trials would have shown at a level, in four of five samples. */
  readonly detectable: (alpha: number) => Readonly<Record<string, unknown>>;
}

/** What a validation says of a data set. */
export interface ValidationOutcome {
  readonly violations: readonly SetViolation[];
  /** Corrected together with those of all validations; what stands out then becomes a violation. */
  readonly tests: readonly StatisticalTest[];
  /** Plain data for the report. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Ids of rules on records that belong to this validation: it fails where one of them is broken. */
  readonly rules: readonly string[];
}

/** One data set under a validation. */
export interface Inspection {
  see(seen: SeenRecord): void;
  finish(): ValidationOutcome | Promise<ValidationOutcome>;
}

/** What is known of the data set before it is read. */
export interface InspectionContext {
  /** Reference date, `YYYY-MM-DD`. */
  readonly asOf: string;
  /**
   * Promised number of records of a collection; undefined where nobody promised one, and `any` where the number is of no
   * interest.
   */
  readonly promised: (collection: string) => number | 'any' | undefined;
  /** Names of the collections that the data set has records of. */
  readonly collections: ReadonlySet<string>;
  /** Chance of a false alarm over all tests together. */
  readonly alpha: number;
}

/** A question to a whole data set, such as whether its shares are those of the domain. */
export interface Validation {
  /** In kebab-case, such as `persona-distribution`. */
  readonly id: string;
  /** Such as `Persona Distribution`. */
  readonly title: string;
  inspect(context: InspectionContext): Inspection;
}
