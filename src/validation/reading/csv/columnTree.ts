import { MOST_DEPTH, parseJson } from '../json/index.js';

/** Lists are dense, so an index may not ask for more than a table can mean. */
const MOST_ITEMS = 10_000;
const INDEX = /^(?:0|[1-9]\d{0,8})$/;

/** A part of a record: what a column says, or what the columns below it say. */
export interface Branch {
  readonly name: string;
  /** The path of the branch as its column writes it. */
  path: string;
  readonly children: Map<string, Branch>;
  /** The column that holds the whole of it; -1 for none. */
  column: number;
  isList: boolean;
}

/** A header that names no place for one of its columns. */
export interface ColumnFault {
  readonly column: number;
  readonly message: string;
  readonly expected: string;
}

/** A cell that says what other cells of its row say too. */
export class CellClash extends Error {
  readonly column: number;

  constructor({ column, path }: Branch) {
    super(`found ${path} filled beside columns below it`);
    this.column = column;
  }
}

/** The record that the columns of a header make together. A column with a fault has no part in it. */
export function columnTree(names: readonly string[]): {
  readonly root: Branch;
  readonly faults: readonly ColumnFault[];
} {
  const root = branch('');
  const faults: ColumnFault[] = [];
  for (const [column, name] of names.entries()) {
    const path = pathOf(name);
    if (path.length > MOST_DEPTH) {
      const message = `found a path of ${path.length} names`;
      faults.push({ column, message, expected: `at most ${MOST_DEPTH}` });
      continue;
    }
    let at = root;
    for (const part of path) {
      let child = at.children.get(part);
      if (child === undefined) {
        child = branch(part);
        at.children.set(part, child);
      }
      at = child;
    }
    if (at.column === -1) {
      at.column = column;
      at.path = name;
    } else faults.push({ column, message: `found the column ${name} again`, expected: 'each column once' });
  }
  markLists(root);
  root.isList = false;
  return { root, faults };
}

/**
 * What the cells of a row make together; undefined where all are empty.
 *
 * @throws CellClash where a cell is filled, and others below it as well.
 */
export function valueAt(at: Branch, cells: readonly string[]): unknown {
  const own = at.column === -1 ? undefined : cellValue(cells[at.column]);
  if (at.children.size === 0) return own;
  const below = at.isList ? listAt(at, cells) : objectAt(at, cells);
  if (own !== undefined && below !== undefined) throw new CellClash(at);
  return own ?? below;
}

function branch(name: string): Branch {
  return { name, path: '', children: new Map(), column: -1, isList: false };
}

/** `a.0.b` and `a[0].b` are the same path. */
function pathOf(name: string): readonly string[] {
  const dotted = name.replaceAll(/\[(\d+)\]/g, '.$1');
  return (name.startsWith('[') ? dotted.slice(1) : dotted).split('.');
}

function markLists(at: Branch): void {
  const names = [...at.children.keys()];
  at.isList = names.length > 0 && names.every((name) => INDEX.test(name) && Number(name) < MOST_ITEMS);
  for (const child of at.children.values()) markLists(child);
}

/** Values stay texts; a cell that is a list or an object in JSON stands for it. */
function cellValue(cell: string | undefined): unknown {
  if (cell === undefined || cell === '') return undefined;
  if (!/^\s*(?:\{[^]*\}|\[[^]*\])\s*$/.test(cell)) return cell;
  const parsed = parseJson(cell);
  return parsed.flaw === undefined ? parsed.value : cell;
}

function objectAt({ children }: Branch, cells: readonly string[]): object | undefined {
  let object: Record<string, unknown> | undefined;
  for (const child of children.values()) {
    const value = valueAt(child, cells);
    if (value === undefined) continue;
    object ??= {};
    // Assigning to it would change what the object inherits from.
    if (child.name === '__proto__') Object.defineProperty(object, child.name, { ...OWN, value });
    else object[child.name] = value;
  }
  return object;
}

const OWN = { enumerable: true, writable: true, configurable: true };

/** A list up to its last filled item; null stands for one in between that is not. */
function listAt({ children }: Branch, cells: readonly string[]): unknown[] | undefined {
  const list: unknown[] = [];
  for (const child of children.values()) {
    const value = valueAt(child, cells);
    if (value === undefined) continue;
    const index = Number(child.name);
    while (list.length <= index) list.push(null);
    list[index] = value;
  }
  return list.length === 0 ? undefined : list;
}
