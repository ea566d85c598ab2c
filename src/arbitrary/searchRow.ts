import type { Candidate, SearchPart } from './KeyedArbitrary.js';

/** The place of a row whose candidate was taken, and where the search of its arbitrary stands. */
export interface RowPlace {
  /** -1 for what is asked before all places, their number for what is asked after them. */
  readonly index: number;
  readonly inner: unknown;
}

/** Values side by side, such as the fields of a record. */
export interface Row<V> {
  readonly count: number;
  /** What is asked first: changes of several places that would take many steps one by one. */
  readonly before?: () => Iterable<V>;
  /** Candidates in which the place `index` alone is simpler. */
  readonly at: (index: number, inner: unknown, part: SearchPart) => Iterable<Candidate<V>>;
  /** What is asked last: changes of several places that none of them can make alone. */
  readonly after?: () => Iterable<V>;
}

/** The candidates of a row for a search that stands at one of its places: see `KeyedArbitrary.resume`. */
export function* searchRow<V>(row: Row<V>, stand: RowPlace | undefined, part: SearchPart): Iterable<Candidate<V>> {
  const { count } = row;
  const start = Math.min(stand?.index ?? -1, count);
  const [first, end] = part === 'ahead' ? [start, count + 1] : [-1, stand === undefined ? -1 : start + 1];
  for (let index = first; index < end; index++) {
    const isStand = index === start && stand !== undefined;
    if (index >= 0 && index < count) {
      const candidates = isStand ? row.at(index, stand.inner, part) : row.at(index, undefined, 'ahead');
      for (const { value, place: inner } of candidates) yield { value, place: { index, inner } satisfies RowPlace };
      // The row's own questions were asked ahead, all of them.
    } else if (!isStand || part === 'ahead') {
      const candidates = (index < 0 ? row.before : row.after)?.() ?? [];
      for (const value of candidates) yield { value, place: { index, inner: undefined } satisfies RowPlace };
    }
  }
}
