import { traitsOf } from '../analysis/index.js';
import type { Traits } from '../analysis/index.js';
import type { Domain, SeenRecord, Study } from '../domain/index.js';
import type { ReportedViolation, UnseenRecord } from '../validation/index.js';
import { packed, Packer } from './Packer.js';
import type { ReportData, ReportDetail, ReportRow } from './ReportData.js';

/** A record whose shape is broken has nothing but its place. */
const NOTHING = {
  person: '',
  name: '',
  groups: {},
  facts: {},
  measures: {},
  needs: [],
} as const satisfies Partial<Traits>;

/** The records of a report: a row of each for the table, and its details, compressed as they come. */
export class RecordGathering {
  private readonly studies: ReadonlyMap<string, Study>;
  private readonly cards: ReadonlyMap<string, Domain['collections'][number]>;
  private readonly asOf: string;
  private readonly most: number;
  private readonly rows: Omit<ReportRow, 'violations'>[] = [];
  private readonly packer = new Packer();
  /** File and index of a record → its violations. */
  private readonly violations = new Map<string, number>();
  private leftOut = 0;

  constructor(domain: Domain, studies: readonly Study[], asOf: string, most: number) {
    this.studies = new Map(studies.map((study) => [study.collection, study]));
    this.cards = new Map(domain.collections.map((collection) => [collection.name, collection]));
    this.asOf = asOf;
    this.most = most;
  }

  see(seen: SeenRecord | UnseenRecord, value: unknown): void {
    if (this.rows.length >= this.most) {
      this.leftOut += 1;
      return;
    }
    const { file, index, pointer, collection, record } = seen;
    const study = collection === undefined ? undefined : this.studies.get(collection);
    const place = { file, record: index, pointer };
    if (study === undefined || record === undefined) {
      this.rows.push({ ...place, ...(collection !== undefined && { collection }), ...NOTHING });
      this.packer.add({ moments: [], raw: value } satisfies ReportDetail);
      return;
    }
    this.rows.push({ ...place, ...traitsOf(study, record, this.asOf) });
    const card = this.cards.get(study.collection)?.card(record);
    this.packer.add({
      ...(card !== undefined && { card }),
      moments: study.momentsOf(record),
    } satisfies ReportDetail);
  }

  violated({ file, record }: ReportedViolation): void {
    if (file === null || record === null) return;
    const key = keyOf(file, record);
    this.violations.set(key, (this.violations.get(key) ?? 0) + 1);
  }

  finish(): Pick<ReportData, 'rows' | 'rowCount' | 'rowsLeftOut' | 'details'> {
    const rows = this.rows.map((row): ReportRow => ({
      ...row,
      violations: this.violations.get(keyOf(row.file, row.record)) ?? 0,
    }));
    return { rows: packed(rows), rowCount: rows.length, rowsLeftOut: this.leftOut, details: this.packer.packs() };
  }
}

function keyOf(file: string, record: number): string {
  return `${record} ${file}`;
}
