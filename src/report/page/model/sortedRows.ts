import type { Column } from './Column.js';
import { fold } from './fold.js';
import type { Row } from './Row.js';

/** Rows by a column; those without a value stand last in both directions, equal ones keep their order. */
export function sortedRows(rows: readonly Row[], column: Column, descending: boolean): Row[] {
  const rank = new Map(column.labels.map((label, index) => [label, index]));
  const keyed = rows.map((row) => ({ row, key: keyOf(column, row, rank) }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined) return 1;
    if (b.key === undefined) return -1;
    return (isBefore(a.key, b.key) ? -1 : 1) * sign;
  });
  return keyed.map(({ row }) => row);
}

type Key = string | number | undefined;

/** Labels in their order are numbers, and stand before those without a place in it. */
function isBefore(a: NonNullable<Key>, b: NonNullable<Key>): boolean {
  if (typeof a !== typeof b) return typeof a === 'number';
  return a < b;
}

function keyOf(column: Column, row: Row, rank: ReadonlyMap<string, number>): Key {
  const value = column.of(row);
  if (typeof value === 'object') return value.length === 0 ? undefined : value.length;
  return typeof value === 'string' ? (rank.get(value) ?? fold(value)) : value;
}
