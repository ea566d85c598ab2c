import { dataTable, el } from '../dom/index.js';
import type { TableCell } from '../dom/index.js';
import { numberText, plain } from '../model/index.js';

type Fields = Readonly<Record<string, unknown>>;

/** Whatever figures a check gives: single ones as pairs, lists and tables as tables, the rest behind toggles. */
export function checkFigures(figures: Fields): HTMLElement[] {
  const single = Object.entries(figures).filter(([, value]) => !isNested(value));
  const nested = Object.entries(figures).filter((entry): entry is [string, object] => isNested(entry[1]));
  return [
    ...(single.length === 0 ? [] : [pairs(single)]),
    ...nested.map(([name, value]) =>
      el('details', { class: 'figures' }, el('summary', {}, plain(name)), ...nestedFigures(plain(name), value)),
    ),
  ];
}

function nestedFigures(name: string, value: object): HTMLElement[] {
  if (Array.isArray(value)) return [listTable(name, value)];
  const fields = value as Fields;
  const inner = Object.values(fields);
  if (inner.length > 0 && inner.every((one) => isNested(one) && !Array.isArray(one) && isFlat(one))) {
    return [
      listTable(
        name,
        Object.entries(fields).map(([key, one]) => ({ '': key, ...(one as Fields) })),
      ),
    ];
  }
  return checkFigures(fields);
}

function pairs(entries: readonly (readonly [string, unknown])[]): HTMLElement {
  return el(
    'dl',
    { class: 'facts' },
    ...entries.flatMap(([name, value]) => [el('dt', {}, plain(name)), el('dd', {}, cellOf(value).content)]),
  );
}

function listTable(caption: string, list: readonly unknown[]): HTMLElement {
  const rows = list.map((one): Fields => (isNested(one) ? (one as Fields) : { value: one }));
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return dataTable(
    caption,
    titles.map(plain),
    rows.map((row) => titles.map((title) => cellOf(row[title]))),
  );
}

function cellOf(value: unknown): TableCell {
  if (typeof value === 'number') return { content: numberText(value), value };
  if (value === undefined || value === null) return { content: '' };
  if (typeof value === 'string') return { content: plain(value) };
  if (typeof value === 'boolean') return { content: value ? 'yes' : 'no' };
  return { content: shortText(value) };
}

/** A list or object within a cell, on one line. */
function shortText(value: object | symbol | bigint | ((...args: never) => unknown)): string {
  if (Array.isArray(value)) return value.map((one) => String(cellOf(one).content)).join(', ');
  return Object.entries(value)
    .map(([key, one]) => `${plain(key)} ${String(cellOf(one).content)}`)
    .join(', ');
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFlat(value: object): boolean {
  return Object.values(value).every((one) => !isNested(one));
}
