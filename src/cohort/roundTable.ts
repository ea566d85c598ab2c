/*
 * Controlled rounding: whole numbers instead of fractions, with the row and column sums kept and no cell favoured.
 *
 * Idea: see each fractional cell as an edge between its row and its column. Sums are whole, so no line has exactly one
 * fractional cell: a walk that leaves every line by another fractional cell than it came by must close a cycle. Along
 * the cycle add and subtract one amount in turn: no sum changes. Going one way, the first cell becomes whole after
 * `up`; going the other way, after `down`. Go up with probability down / (up + down), else down: the expected change
 * of every cell is up · down / (up + down) - down · up / (up + down) = 0.
 *
 * Invariant: sums are exact, every cell stays between its floor and its ceiling, a whole cell (zero among them) never
 * changes again, and the expectation of every cell is its value in the table given.
 *
 * Cost: each cycle makes at least one cell whole, so there are at most as many as fractional cells; the part of the walk
 * before the cycle is kept for the next. For the 5 × 4 and 20 × 2 tables of a block of 100, a few microseconds.
 *
 * What was left: rounding each cell by itself and repairing the sums afterwards (biased); simulated annealing (slow, no
 * promise); one linear program a block (exact, but its vertices are not unbiased).
 *
 * Floating point: sums are whole up to rounding errors only. A cell within a hair of a whole number counts as whole; a
 * line left with one fractional cell has come there by such errors, and the cell is rounded to the nearest. The sums are
 * checked at the end; should one be off, maximum flow between floors and ceilings settles it.
 *
 * Source: L. H. Cox, "A Constructive Procedure for Unbiased Controlled Rounding", J. Amer. Stat. Assoc. 82 (1987).
 *
 * Example: [[0.3, 0.7], [0.7, 0.3]] is one cycle with up = 0.3 and down = 0.7 (adding to the first cell goes up by 0.7 at most,
 * down by 0.3): with probability 0.3 it becomes [[1, 0], [0, 1]], with 0.7 [[0, 1], [1, 0]].
 */
import { OwnBugError } from '../errors/index.js';
import type { Source } from '../source/index.js';
import type { Table } from './rake.js';
import { transport } from './transport.js';

/** What counts as whole, as a share of the total (and at least of one record). */
const HAIR = 1e-11;

/**
 * A whole-number table with the sums of a two-way table: each cell its floor or its ceiling, on average its value.
 *
 * Keyed by: the source (its next draws).
 *
 * @throws RangeError when the table is not two-way or a row or column sum is not whole.
 */
export function roundTable(table: Table, source: Source): Table {
  const [rows, columns, ...more] = table.lengths;
  if (rows === undefined || columns === undefined || more.length > 0) {
    throw new RangeError(`table: ${table.lengths.length} axes; controlled rounding is for two`);
  }
  const rowSums = sumsOf(table.cells, rows, columns, 'row');
  const columnSums = sumsOf(table.cells, rows, columns, 'column');
  const cells = table.cells.slice();
  roundInPlace(cells, rowSums, columnSums, source);
  return { lengths: table.lengths, cells };
}

function sumsOf(cells: Float64Array, rows: number, columns: number, line: 'row' | 'column'): Float64Array {
  const sums = new Float64Array(line === 'row' ? rows : columns);
  for (const [i, cell] of cells.entries()) {
    const at = line === 'row' ? Math.floor(i / columns) : i % columns;
    sums[at] = sums[at]! + cell;
  }
  const allowed = 1e-6 + HAIR * sums.reduce((a, b) => a + b, 0);
  return sums.map((sum, i) => {
    const whole = Math.round(sum);
    if (Math.abs(sum - whole) <= allowed) return whole;
    throw new RangeError(`table: ${line} ${i} adds up to ${sum}, which is not whole`);
  });
}

/** `roundTable` on the caller's own cells and sums, unchecked: what the making of blocks calls. */
export function roundInPlace(
  cells: Float64Array,
  rowSums: ArrayLike<number>,
  columnSums: ArrayLike<number>,
  source: Source,
): void {
  const rows = rowSums.length;
  const columns = columnSums.length;
  let total = 0;
  for (let r = 0; r < rows; r++) total += rowSums[r]!;
  const hair = HAIR * Math.max(1, total);
  const part = new Float64Array(cells.length);
  let fractional = 0;
  for (let i = 0; i < cells.length; i++) {
    const floor = Math.floor(cells[i]! + hair);
    const rest = cells[i]! - floor;
    cells[i] = floor;
    if (rest > hair) {
      part[i] = rest;
      fractional++;
    }
  }
  if (fractional > 0) {
    const floors = cells.slice();
    const wasPart = part.slice();
    new CycleRounding(cells, part, rows, columns, hair, source).run();
    if (!keepsSums(cells, rowSums, columnSums)) settle(cells, floors, wasPart, rowSums, columnSums);
  } else if (!keepsSums(cells, rowSums, columnSums)) {
    throw new OwnBugError('a whole table does not have its sums', { cells: [...cells], rowSums, columnSums });
  }
}

class CycleRounding {
  private readonly whole: Float64Array;
  private readonly part: Float64Array;
  private readonly rows: number;
  private readonly columns: number;
  private readonly hair: number;
  private readonly source: Source;
  /** The cells walked through, and for each line on the walk the step at which it was entered (0: not on it). */
  private readonly path: Int32Array;
  private readonly entered: Int32Array;
  /** Everything before this place in a line is whole: it never turns fractional again, so scans start here. */
  private readonly scanFrom: Int32Array;

  constructor(whole: Float64Array, part: Float64Array, rows: number, columns: number, hair: number, source: Source) {
    this.whole = whole;
    this.part = part;
    this.rows = rows;
    this.columns = columns;
    this.hair = hair;
    this.source = source;
    this.path = new Int32Array(rows + columns + 1);
    this.entered = new Int32Array(rows + columns);
    this.scanFrom = new Int32Array(rows + columns);
  }

  run(): void {
    for (let row = 0; row < this.rows; row++) while (this.another(row, -1) >= 0) this.walkFrom(row);
  }

  /** Walks until the start has no fractional cell left to leave by, turning every cycle it closes. */
  private walkFrom(start: number): void {
    const { path, entered, columns, rows } = this;
    let line = start;
    let length = 0;
    entered[start] = 1;
    for (;;) {
      const cameBy = length === 0 ? -1 : path[length - 1]!;
      const cell = this.another(line, cameBy);
      if (cell < 0) {
        entered[line] = 0;
        if (length === 0) return;
        this.roundAlone(cameBy);
        length--;
        line = this.otherEnd(cameBy, line);
        continue;
      }
      path[length++] = cell;
      const next = line < rows ? rows + (cell % columns) : Math.floor(cell / columns);
      const seenAt = entered[next]!;
      if (seenAt === 0) {
        line = next;
        entered[next] = length + 1;
        continue;
      }
      for (let step = length - 1, on = line; on !== next; step--) {
        entered[on] = 0;
        on = this.otherEnd(path[step - 1]!, on);
      }
      this.turn(seenAt - 1, length);
      length = seenAt - 1;
      line = next;
    }
  }

  private otherEnd(cell: number, line: number): number {
    return line < this.rows ? this.rows + (cell % this.columns) : Math.floor(cell / this.columns);
  }

  /** A fractional cell of a line other than `except`, or -1. */
  private another(line: number, except: number): number {
    const { part, rows, columns, scanFrom } = this;
    const isRow = line < rows;
    const stride = isRow ? 1 : columns;
    const base = isRow ? line * columns : line - rows;
    const length = isRow ? columns : rows;
    let at = scanFrom[line]!;
    while (at < length && part[base + at * stride] === 0) at++;
    scanFrom[line] = at;
    for (; at < length; at++) {
      const cell = base + at * stride;
      if (cell !== except && part[cell]! > 0) return cell;
    }
    return -1;
  }

  /** Adds to the cells of the cycle at even steps what it takes from those at odd ones, or the other way round. */
  private turn(from: number, to: number): void {
    const { path, part } = this;
    let up = 1;
    let down = 1;
    for (let step = from; step < to; step++) {
      const value = part[path[step]!]!;
      const [room, rest] = ((step - from) & 1) === 0 ? [1 - value, value] : [value, 1 - value];
      if (room < up) up = room;
      if (rest < down) down = rest;
    }
    const amount = this.source.unit() * (up + down) < down ? up : -down;
    for (let step = from; step < to; step++) {
      const cell = path[step]!;
      this.set(cell, part[cell]! + (((step - from) & 1) === 0 ? amount : -amount));
    }
  }

  private roundAlone(cell: number): void {
    this.set(cell, Math.round(this.part[cell]!));
  }

  private set(cell: number, value: number): void {
    if (value <= this.hair) this.part[cell] = 0;
    else if (value >= 1 - this.hair) {
      this.part[cell] = 0;
      this.whole[cell] = this.whole[cell]! + 1;
    } else this.part[cell] = value;
  }
}

function keepsSums(cells: Float64Array, rowSums: ArrayLike<number>, columnSums: ArrayLike<number>): boolean {
  const columns = columnSums.length;
  for (let r = 0; r < rowSums.length; r++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += cells[r * columns + c]!;
    if (sum !== rowSums[r]) return false;
  }
  for (let c = 0; c < columns; c++) {
    let sum = 0;
    for (let r = 0; r < rowSums.length; r++) sum += cells[r * columns + c]!;
    if (sum !== columnSums[c]) return false;
  }
  return true;
}

/** The sums by maximum flow: every cell its floor, plus one where it was fractional and the flow says so. */
function settle(
  cells: Float64Array,
  floors: Float64Array,
  part: Float64Array,
  rowSums: ArrayLike<number>,
  columnSums: ArrayLike<number>,
): void {
  const columns = columnSums.length;
  const supply = Float64Array.from(rowSums);
  const demand = Float64Array.from(columnSums);
  for (const [i, floor] of floors.entries()) {
    const r = Math.floor(i / columns);
    supply[r] = supply[r]! - floor;
    demand[i % columns] = demand[i % columns]! - floor;
  }
  const extra = transport(
    supply,
    demand,
    part.map((rest) => (rest > 0 ? 1 : 0)),
  );
  for (const [i, floor] of floors.entries()) cells[i] = floor + extra.flow[i]!;
  if (!keepsSums(cells, rowSums, columnSums)) {
    throw new OwnBugError('controlled rounding cannot keep the sums of its table', {
      floors: [...floors],
      part: [...part],
      rowSums: Array.from(rowSums),
      columnSums: Array.from(columnSums),
    });
  }
}
