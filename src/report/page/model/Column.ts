import type { ReportColumn, ReportTable } from '../../ReportData.js';
import { plain } from './fold.js';
import { figureText } from './numbers.js';
import type { Row } from './Row.js';
import type { Words } from './Words.js';

/** What stands in a cell; several words for a list. */
export type CellValue = string | number | readonly string[] | undefined;

/** A column of the explorer. */
export interface Column {
  /** Such as `group.persona`; it names the column in links. */
  readonly key: string;
  readonly title: string;
  readonly isNumber: boolean;
  /** Labels in their order; others follow. */
  readonly labels: readonly string[];
  of(row: Row): CellValue;
  /** A value as it is shown. */
  text(value: CellValue): string;
}

const readers = {
  group: (row, id) => row.groups[id],
  fact: (row, id) => row.facts[id],
  measure: (row, id) => row.measures[id],
  ending: (row) => row.journey?.ending,
  lost_at: (row) => row.journey?.lost_at ?? undefined,
  days: (row) => row.journey?.days ?? undefined,
  needs: (row) => row.needs,
  violations: (row) => row.violations,
} as const satisfies Record<ReportColumn['kind'], (row: Row, id: string) => CellValue>;

const NUMBERS: ReadonlySet<ReportColumn['kind']> = new Set(['measure', 'days', 'violations']);

/** The columns of a table of one collection: the name first. */
export function columnsOf(table: ReportTable, words: Words): Column[] {
  return [nameColumn, ...table.columns.map((column) => columnOf(column, words))];
}

/** The columns that all tables share, for records of every kind. */
export function sharedColumns(tables: readonly ReportTable[], words: Words): Column[] {
  const keys = tables.map(({ columns }) => new Set(columns.map(keyOf)));
  const shared = (tables[0]?.columns ?? []).filter((column) => keys.every((one) => one.has(keyOf(column))));
  return [
    nameColumn,
    {
      key: 'collection',
      title: 'kind',
      isNumber: false,
      labels: tables.map(({ collection }) => collection),
      of: ({ collection }) => collection,
      text: (value) => words.collection(value as string | undefined),
    },
    ...shared.map((column) => columnOf(column, words)),
  ];
}

/** Columns whose values come from a list of labels. */
export function hasLabels({ key, isNumber }: Column): boolean {
  return !isNumber && key !== nameColumn.key;
}

const nameColumn: Column = {
  key: 'name',
  title: 'name',
  isNumber: false,
  labels: [],
  of: ({ name, person }) => (name === '' ? person : name),
  text: (value) => (value as string | undefined) ?? '',
};

function keyOf({ kind, id }: ReportColumn): string {
  return kind === id ? kind : `${kind}.${id}`;
}

function columnOf(column: ReportColumn, words: Words): Column {
  const { kind, id, title, unit, labels = [] } = column;
  const isNumber = NUMBERS.has(kind);
  return {
    key: keyOf(column),
    title: unit === undefined || unit === '' || unit === 'share' ? title : `${title} (${unit})`,
    isNumber,
    labels,
    of: (row) => readers[kind](row, id),
    text: isNumber
      ? (value) => (value === undefined ? '' : figureText(value as number, unit === 'share' ? 'share' : undefined))
      : (value) => labelText(value, kind === 'needs' ? (need) => words.title(need) : plain),
  };
}

function labelText(value: CellValue, said: (label: string) => string): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.map(said).join(', ') : said(String(value));
}
