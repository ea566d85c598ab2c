import { embedded } from '../../embedded.js';
import type { PackPlace } from '../../embedded.js';
import type { ReportDetail, ReportRow } from '../../ReportData.js';
import { placeKey } from '../model/index.js';
import type { Place, Row } from '../model/index.js';
import { gunzipJson } from './gunzip.js';
import { textOf } from './textOf.js';

/** Packs that stay unpacked; a card and its neighbours seldom need more. */
const KEPT_PACKS = 12;

/** All records of the page. */
export class Records {
  readonly rows: readonly Row[];
  private readonly packs: readonly PackPlace[];
  private readonly open = new Map<number, Promise<readonly ReportDetail[]>>();
  private places: ReadonlyMap<string, Row> | undefined;
  private people: ReadonlyMap<string, readonly Row[]> | undefined;

  private constructor(rows: readonly Row[], packs: readonly PackPlace[]) {
    this.rows = rows;
    this.packs = packs;
  }

  static async read(packs: readonly PackPlace[]): Promise<Records> {
    const rows = (await gunzipJson(textOf(embedded.rows))) as ReportRow[];
    return new Records(
      rows.map((row, index) => Object.assign(row, { index })),
      packs,
    );
  }

  /** The record at a place, which may be written as one text; undefined where the page holds none there. */
  at(place: Place | string): Row | undefined {
    this.places ??= new Map(this.rows.map((row) => [placeKey(row), row]));
    return this.places.get(typeof place === 'string' ? place : placeKey(place));
  }

  /** All records of the same person, this one among them. */
  ofPerson(row: Row): readonly Row[] {
    if (row.person === '') return [row];
    this.people ??= byPerson(this.rows);
    return this.people.get(row.person) ?? [row];
  }

  async detailOf({ index }: Row): Promise<ReportDetail> {
    const number = this.packs.findIndex(({ from, count }) => index >= from && index < from + count);
    const pack = this.packs[number];
    if (pack === undefined) return { moments: [] };
    const details = await this.unpacked(number);
    return details[index - pack.from] ?? { moments: [] };
  }

  private unpacked(number: number): Promise<readonly ReportDetail[]> {
    const known = this.open.get(number) ?? (gunzipJson(textOf(embedded.pack + number)) as Promise<ReportDetail[]>);
    // The one that was used last stands last; the first goes.
    this.open.delete(number);
    this.open.set(number, known);
    if (this.open.size > KEPT_PACKS) this.open.delete(this.open.keys().next().value!);
    return known;
  }
}

function byPerson(rows: readonly Row[]): Map<string, Row[]> {
  const people = new Map<string, Row[]>();
  for (const row of rows) {
    const known = people.get(row.person);
    if (known === undefined) people.set(row.person, [row]);
    else known.push(row);
  }
  return people;
}
