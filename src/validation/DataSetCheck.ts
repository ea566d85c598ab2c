import { Recogniser } from '../domain/index.js';
import type {
  Collection,
  Domain,
  Inspection,
  SeenRecord,
  StatisticalTest,
  Validation,
  ValidationOutcome,
} from '../domain/index.js';
import { shown } from '../errors/index.js';
import { IdIndex } from './IdIndex.js';
import { NoteBook } from './NoteBook.js';
import { RecordChecker } from './RecordChecker.js';
import { isRecord } from './shared.js';
import type { CheckedFile, ReportedValidation, ReportedViolation, ValidationReport } from './ValidationReport.js';

/** What a check is held to; every option has been resolved. */
export interface CheckSettings {
  readonly domain: Domain;
  /** The kind of every record; undefined where each is recognised. */
  readonly collection: Collection<object> | undefined;
  readonly asOf: string;
  readonly promised: (collection: string) => number | 'any' | undefined;
  /** Names of the collections that the data set has records of. */
  readonly collections: ReadonlySet<string>;
  readonly alpha: number;
  readonly tolerance: number;
  /** Told of every violation as it is found. */
  readonly onViolation?: ((violation: ReportedViolation) => void) | undefined;
  /** Told of every record, and of every value that is none, after its rules were asked. */
  readonly onRecord?: ((seen: SeenRecord | UnseenRecord, value: unknown) => void) | undefined;
  /** Whether the report holds the violations. */
  readonly keepViolations: boolean;
}

/** A value that is like no record of the domain. */
export interface UnseenRecord {
  readonly collection: undefined;
  readonly file: string;
  readonly index: number;
  readonly pointer: string;
  readonly record: undefined;
}

/** One record and where it stands. */
export interface RecordPlace {
  readonly value: unknown;
  readonly file: string;
  readonly index: number;
  readonly pointer: string;
  /** Whether every value is a text, as the cells of a CSV file are. */
  readonly isText: boolean;
}

/** What nearly every record breaks. */
const NO_RULES: ReadonlySet<string> = new Set();

interface FileTally {
  readonly format: CheckedFile['format'];
  readonly collections: Set<string>;
  records: number;
  violations: number;
}

/** A data set under check: records are seen one by one, then it is asked for the report. */
export class DataSetCheck {
  private readonly settings: CheckSettings;
  private readonly recogniser: Recogniser;
  private readonly checkers = new Map<string, RecordChecker>();
  private readonly inspections: readonly (readonly [Validation, Inspection])[];
  private readonly ids = new Map<string, IdIndex>();
  private readonly files = new Map<string, FileTally>();
  private readonly notes = new NoteBook();
  private readonly violations: ReportedViolation[] = [];
  private readonly byRule = new Map<string, number>();
  private errors = 0;
  private warnings = 0;
  private brokenRecords = 0;

  private constructor(settings: CheckSettings, validations: readonly Validation[]) {
    this.settings = settings;
    this.recogniser = new Recogniser(settings.domain);
    this.inspections = validations.map((validation) => [validation, validation.inspect(settings)]);
  }

  static async of(settings: CheckSettings): Promise<DataSetCheck> {
    const check = new DataSetCheck(settings, (await settings.domain.validations?.()) ?? []);
    // All at once: no record has to wait for a schema then.
    for (const collection of settings.domain.collections) {
      check.checkers.set(collection.name, await RecordChecker.of(collection, settings.asOf));
    }
    return check;
  }

  /** A file is about to be read. */
  open(file: string, format: CheckedFile['format']): void {
    this.files.set(file, { format, collections: new Set(), records: 0, violations: 0 });
  }

  /** A place of a file that holds no record, though it should. */
  fault(violation: Omit<ReportedViolation, 'severity'>): void {
    this.report({ ...violation, severity: 'error' });
  }

  see(place: RecordPlace): void {
    const { value, file, index, pointer, isText } = place;
    const tally = this.files.get(file);
    if (tally !== undefined) tally.records += 1;
    const collection = this.settings.collection ?? this.recogniser.collectionOf(value);
    const checker = collection === undefined ? undefined : this.checkers.get(collection.name);
    if (checker === undefined) {
      this.brokenRecords += 1;
      this.report(unknownRecord(place, this.settings.domain));
      this.settings.onRecord?.({ collection: undefined, file, index, pointer, record: undefined }, value);
      return;
    }
    tally?.collections.add(checker.collection.name);
    const { record, violations, notes } = checker.check(value, isText);
    for (const note of notes) this.notes.add(note, file, index, pointer);
    let isBroken = false;
    for (const violation of violations) {
      isBroken ||= violation.severity === 'error';
      this.report({
        rule: violation.rule,
        severity: violation.severity,
        file,
        record: index,
        pointer: pointer + violation.pointer,
        message: violation.message,
        actual: violation.actual,
        expected: violation.expected,
      });
    }
    if (isBroken) this.brokenRecords += 1;
    if (record !== undefined) this.addId(checker, record, place);
    const broken = isBroken
      ? new Set(violations.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))
      : NO_RULES;
    const seen: SeenRecord = { collection: checker.collection.name, file, index, pointer, record, broken };
    for (const [, inspection] of this.inspections) inspection.see(seen);
    this.settings.onRecord?.(seen, value);
  }

  private addId({ model, collection }: RecordChecker, record: object, { file, index, pointer }: RecordPlace): void {
    const id: unknown = (record as Readonly<Record<string, unknown>>)[model.id];
    if (typeof id !== 'string' && typeof id !== 'number') return;
    let ids = this.ids.get(collection.name);
    if (ids === undefined) this.ids.set(collection.name, (ids = new IdIndex()));
    ids.add({ id: String(id), file, index, pointer: `${pointer}/${model.id}` });
  }

  /** The report on all that was seen. */
  async finish(): Promise<ValidationReport> {
    this.reportRepeatedIds();
    const outcomes: (readonly [Validation, ValidationOutcome])[] = [];
    for (const [validation, inspection] of this.inspections) outcomes.push([validation, await inspection.finish()]);
    const judged = await this.judge(outcomes.flatMap(([, { tests }]) => tests));
    const validations = outcomes.map(([validation, outcome]) => this.reported(validation, outcome, judged));
    return {
      ok: this.errors === 0,
      as_of: this.settings.asOf,
      files: [...this.files].map(([path, { format, collections, records, violations }]) => ({
        path,
        format,
        collections: [...collections],
        records,
        violations,
      })),
      notes: this.notes.all(),
      validations,
      violations: this.violations,
      counts: {
        records: [...this.files.values()].reduce((sum, { records }) => sum + records, 0),
        broken_records: this.brokenRecords,
        errors: this.errors,
        warnings: this.warnings,
        by_rule: Object.fromEntries([...this.byRule].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))),
      },
    };
  }

  /** Removes what was written away; after `finish`, or in its place. */
  dispose(): void {
    for (const ids of this.ids.values()) ids.dispose();
  }

  private reportRepeatedIds(): void {
    const order = [...this.files.keys()];
    for (const ids of this.ids.values()) {
      const repeated = [...ids.repeated()].sort(
        (a, b) => order.indexOf(a.place.file) - order.indexOf(b.place.file) || a.place.index - b.place.index,
      );
      for (const { place, first } of repeated) {
        this.report({
          rule: 'unique-id',
          severity: 'error',
          file: place.file,
          record: place.index,
          pointer: place.pointer,
          message: `the id stands in record ${first.index} of ${first.file} as well`,
          actual: place.id,
          expected: 'an id that no other record of its kind has',
        });
      }
    }
  }

  private async judge(tests: readonly StatisticalTest[]): Promise<ReadonlyMap<StatisticalTest, number>> {
    if (tests.length === 0) return new Map();
    const { holm } = await import('../statistics/index.js');
    const adjusted = holm(tests.map(({ p }) => p));
    return new Map(tests.map((test, index) => [test, adjusted[index] ?? 1]));
  }

  private reported(
    { id, title }: Validation,
    outcome: ValidationOutcome,
    judged: ReadonlyMap<StatisticalTest, number>,
  ): ReportedValidation {
    for (const violation of outcome.violations) this.report(violation);
    const { alpha, tolerance } = this.settings;
    let failed = 0;
    const tests = outcome.tests.map((test) => {
      const p = judged.get(test) ?? 1;
      const isOk = !(p < alpha && test.deviation > tolerance);
      if (!isOk) {
        failed += 1;
        this.report(deviation(test, p, alpha));
      }
      const { rule, title: compared, actual, expected, trials, figures } = test;
      return {
        rule,
        title: compared,
        ok: isOk,
        actual,
        expected,
        trials,
        deviation: test.deviation,
        p: test.p,
        adjusted_p: p,
        ...figures,
        // The first of all tests that Holm's method looks at has to pass this level: on the safe side for the others.
        ...test.detectable(alpha / judged.size),
      };
    });
    const own = outcome.rules.reduce((sum, rule) => sum + (this.byRule.get(rule) ?? 0), 0);
    const wrong = outcome.violations.length + failed + own;
    const isOk = failed + own === 0 && outcome.violations.every(({ severity }) => severity === 'warning');
    return {
      id,
      title,
      ok: isOk,
      violations: wrong,
      figures: { ...outcome.figures, ...(tests.length > 0 && { alpha, tolerance, tests }) },
    };
  }

  private report(violation: ReportedViolation): void {
    const { onViolation, keepViolations } = this.settings;
    if (violation.severity === 'error') this.errors += 1;
    else this.warnings += 1;
    this.byRule.set(violation.rule, (this.byRule.get(violation.rule) ?? 0) + 1);
    const tally = violation.file === null ? undefined : this.files.get(violation.file);
    if (tally !== undefined) tally.violations += 1;
    onViolation?.(violation);
    if (keepViolations) this.violations.push(violation);
  }
}

function unknownRecord({ value, file, index, pointer }: RecordPlace, { name, collections }: Domain): ReportedViolation {
  return {
    rule: 'shape-unknown-record',
    severity: 'error',
    file,
    record: index,
    pointer,
    message: `is like no record of the ${name} domain; --model names the kind where it is one`,
    actual: isRecord(value) ? Object.keys(value) : shown(value),
    expected: collections.map((collection) => collection.name),
  };
}

function deviation(test: StatisticalTest, p: number, alpha: number): ReportedViolation {
  return {
    rule: test.rule,
    severity: 'error',
    file: null,
    record: null,
    pointer: '',
    message: `${test.title}: more than chance (p ${p === 0 ? 'next to 0' : p.toPrecision(2)}, corrected for all tests, below ${alpha}; ${test.trials} looked at)`,
    actual: test.actual,
    expected: test.expected,
  };
}
