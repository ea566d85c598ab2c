import type { Collection, Model } from '../domain/index.js';
import type { Invariant, Report, Violation } from '../invariant/index.js';
import { adapted } from './adapted.js';
import type { AdaptedPlace } from './adapted.js';
import { shapeFault } from './shapeFaults.js';
import type { ShapeIssue } from './shapeFaults.js';

/** A record and what is wrong with it. */
export interface CheckedRecord {
  /** The record with foreign ways of writing brought into ours; undefined where its shape is beyond that. */
  readonly record: object | undefined;
  /** Pointers are from the record's root. */
  readonly violations: readonly Violation[];
  readonly notes: readonly AdaptedPlace[];
}

type Parse = (value: unknown) => {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly unknown[] };
};

const NONE: readonly never[] = [];

/** Checks records of one kind: their shape, then every rule. */
export class RecordChecker {
  readonly collection: Collection<object>;
  readonly model: Model<object>;
  private readonly hasShape: (value: unknown) => boolean;
  private readonly parse: Parse;
  private readonly invariants: readonly Invariant<object>[];
  /** The rule that is being asked, and what all of them have found: one reporter for all, since most never report. */
  private rule: Invariant<object> | undefined;
  private found: Violation[] | undefined;
  private readonly report: Report = (pointer, message, actual, expected) => {
    const { id, severity } = this.rule as Invariant<object>;
    (this.found ??= []).push({ rule: id, severity, pointer, message, actual, expected });
  };

  private constructor(
    collection: Collection<object>,
    model: Model<object>,
    hasShape: (value: unknown) => boolean,
    parse: Parse,
  ) {
    this.collection = collection;
    this.model = model;
    this.hasShape = hasShape;
    this.parse = parse;
    this.invariants = model.invariants;
  }

  /** The checker of a collection at a reference date, its schema loaded. */
  static async of(collection: Collection<object>, asOf: string): Promise<RecordChecker> {
    const model = collection.modelAt?.(asOf) ?? collection.model;
    const [schema, { compiledShape }] = await Promise.all([model.schema(), import('../zod/index.js')]);
    return new RecordChecker(collection, model, compiledShape(schema), (value) => schema.safeParse(value));
  }

  /** @param isText - every value was a text, as the cells of a CSV file are. */
  check(value: unknown, isText: boolean): CheckedRecord {
    // Nearly every record has its shape: zod is asked what is wrong with the others.
    const issues = this.hasShape(value) ? NONE : this.issuesOf(value);
    if (issues.length === 0) {
      return { record: value as object, violations: this.violationsOf(value as object), notes: NONE };
    }
    return this.checkForeign(value, issues, isText);
  }

  /** As `check`, without asking the rules: the record, or undefined where its shape is broken. */
  recordOf(value: unknown, isText: boolean): object | undefined {
    if (this.hasShape(value)) return value as object;
    const issues = this.issuesOf(value);
    if (issues.length === 0) return value as object;
    const { additions = [] } = this.collection;
    const read = adapted(value, issues, { issuesOf: (one) => this.issuesOf(one), isText, additions });
    return read.issues.length === 0 ? (read.value as object) : undefined;
  }

  private checkForeign(given: unknown, found: readonly ShapeIssue[], isText: boolean): CheckedRecord {
    const { additions = [] } = this.collection;
    const { value, notes, issues } = adapted(given, found, {
      issuesOf: (one) => this.issuesOf(one),
      isText,
      additions,
    });
    const faults = issues.map((issue): Violation => ({ ...shapeFault(issue, given), severity: 'error' }));
    const isWhole = faults.length === 0;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { record: undefined, violations: faults, notes };
    const rules = this.guardedViolationsOf(value).filter(
      ({ pointer }) => !faults.some((fault) => isBelow(pointer, fault.pointer)),
    );
    return { record: isWhole ? value : undefined, violations: [...faults, ...rules], notes };
  }

  private issuesOf(value: unknown): readonly ShapeIssue[] {
    const parsed = this.parse(value);
    return parsed.success ? NONE : ((parsed.error?.issues ?? NONE) as readonly ShapeIssue[]);
  }

  private violationsOf(record: object): readonly Violation[] {
    this.found = undefined;
    for (const rule of this.invariants) {
      this.rule = rule;
      rule.check(record, this.report);
    }
    return this.found ?? NONE;
  }

  /** The rules on a record of another shape: one that meets what it cannot read says nothing. */
  private guardedViolationsOf(record: object): readonly Violation[] {
    return this.invariants.flatMap((rule) => {
      const found: Violation[] = [];
      try {
        rule.check(record, (pointer, message, actual, expected) => {
          if (actual !== undefined)
            found.push({ rule: rule.id, severity: rule.severity, pointer, message, actual, expected });
        });
      } catch {
        // Its shape has been reported; what a rule makes of it would only repeat that.
        return [];
      }
      return found;
    });
  }
}

/** Whether a pointer is another one or lies below it, or above it. */
function isBelow(pointer: string, other: string): boolean {
  return pointer === other || pointer.startsWith(`${other}/`);
}
