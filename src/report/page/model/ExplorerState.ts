import type { Where } from '../../../analysis/index.js';

/** What a column is held to; bounds are included. */
export type ColumnFilter =
  { readonly labels: readonly string[] } | { readonly min?: number | undefined; readonly max?: number | undefined };

/** What the explorer shows; all of it stands in the page's address, so that links and Back work. */
export interface ExplorerState {
  /** Collection; undefined for all. */
  readonly collection?: string | undefined;
  readonly query: string;
  /** What a chart or finding asked for. */
  readonly where?: Where | undefined;
  /** By key of the column. */
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  readonly sort?: { readonly key: string; readonly descending: boolean } | undefined;
  /** Place of the record whose card is open. */
  readonly open?: string | undefined;
}

export const everything: ExplorerState = { query: '', filters: {} };

/** The state that shows the records behind a figure. */
export function behind(where: Where): ExplorerState {
  const { collection, ...rest } = where;
  return { ...everything, collection, where: rest };
}

const PREFIX = '#records';

/** The part of the address that stands for a state. */
export function hashOf({ collection, query, where, filters, sort, open }: ExplorerState): string {
  const said = new URLSearchParams();
  if (collection !== undefined) said.set('in', collection);
  if (query !== '') said.set('q', query);
  if (where !== undefined) said.set('where', JSON.stringify(where));
  if (Object.keys(filters).length > 0) said.set('filter', JSON.stringify(filters));
  if (sort !== undefined) said.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  if (open !== undefined) said.set('open', open);
  const text = said.toString();
  return text === '' ? PREFIX : `${PREFIX}?${text}`;
}

/** The state that an address stands for; undefined where it leads elsewhere. */
export function stateOf(hash: string): ExplorerState | undefined {
  if (hash !== PREFIX && !hash.startsWith(`${PREFIX}?`)) return undefined;
  const said = new URLSearchParams(hash.slice(PREFIX.length + 1));
  const sort = said.get('sort');
  const filters = parsed(said.get('filter'));
  return {
    collection: said.get('in') ?? undefined,
    query: said.get('q') ?? '',
    where: parsed(said.get('where')),
    filters: filters === undefined ? {} : onlyFilters(filters),
    sort: sort === null ? undefined : { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    open: said.get('open') ?? undefined,
  };
}

/** Addresses are typed and cut by people: what is no object is as if it were not there. */
function parsed(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function onlyFilters(filters: Readonly<Record<string, unknown>>): Record<string, ColumnFilter> {
  return Object.fromEntries(
    Object.entries(filters).filter((entry): entry is [string, ColumnFilter] => isFilter(entry[1])),
  );
}

function isFilter(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { labels, min, max } = value;
  if (labels !== undefined) return Array.isArray(labels) && labels.every((label) => typeof label === 'string');
  return [min, max].every((bound) => bound === undefined || typeof bound === 'number');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
