import { matches } from '../../../analysis/index.js';
import type { Where } from '../../../analysis/index.js';
import type { CellValue, Column } from './Column.js';
import type { ColumnFilter, ExplorerState } from './ExplorerState.js';
import { isWhole } from './Row.js';
import type { Row } from './Row.js';
import type { RowSearch } from './RowSearch.js';
import { sortedRows } from './sortedRows.js';

/** The rows that a state asks for, in its order. */
export function pickRows(
  rows: readonly Row[],
  state: ExplorerState,
  columns: readonly Column[],
  search: RowSearch,
): Row[] {
  const found = rows.filter(everyOf(state, columns, search));
  const column = columns.find(({ key }) => key === state.sort?.key);
  return column === undefined ? found : sortedRows(found, column, state.sort?.descending ?? false);
}

/** Label → rows that have it, in the column's order; what a filter of the column has to offer. */
export function labelCounts(rows: readonly Row[], column: Column): Map<string, number> {
  const counts = new Map(column.labels.map((label) => [label, 0]));
  for (const row of rows) for (const label of labelsIn(column.of(row))) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function everyOf(state: ExplorerState, columns: readonly Column[], search: RowSearch): (row: Row) => boolean {
  const { collection, query, where, filters } = state;
  const tests: ((row: Row) => boolean)[] = [];
  if (collection !== undefined) tests.push((row) => row.collection === collection);
  if (where !== undefined) tests.push((row) => isAmong(where, row));
  for (const column of columns) {
    const filter = filters[column.key];
    if (filter !== undefined) tests.push((row) => fits(column.of(row), filter));
  }
  if (query !== '') tests.push(search.matcher(query));
  return (row) => tests.every((test) => test(row));
}

/** A record whose shape is broken, or like nothing that is known, is behind no figure. */
function isAmong(where: Where, row: Row): boolean {
  const { collection } = row;
  return collection !== undefined && isWhole(row) && matches(where, { ...row, collection });
}

function fits(value: CellValue, filter: ColumnFilter): boolean {
  if ('labels' in filter) return labelsIn(value).some((label) => filter.labels.includes(label));
  const { min = -Infinity, max = Infinity } = filter;
  return typeof value === 'number' && value >= min && value <= max;
}

/** Rows without a label are found under the empty one. */
function labelsIn(value: CellValue): readonly string[] {
  if (typeof value === 'object') return value.length === 0 ? [''] : value;
  return [value === undefined ? '' : String(value)];
}
