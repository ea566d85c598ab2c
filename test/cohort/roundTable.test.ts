import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Table, rake, roundTable } from '../../src/cohort/index.js';
import { Source } from '../../src/source/index.js';

/** A table of fractions with whole sums: a prior with zeros, raked to the sums of a whole-number table of the same zeros. */
const fractional: fc.Arbitrary<Table> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) => {
    const cell = fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 50 }),
    );
    return fc.array(cell, { minLength: rows * columns, maxLength: rows * columns }).map((cells) => {
      const open = cells.map(([zero]) => zero > 0);
      const rowSums = Array.from({ length: rows }, () => 0);
      const columnSums = Array.from({ length: columns }, () => 0);
      for (const [i, [, amount]] of cells.entries()) {
        if (!open[i]) continue;
        rowSums[Math.floor(i / columns)]! += amount;
        columnSums[i % columns]! += amount;
      }
      const prior = Float64Array.from(cells, ([, , weight], i) => (open[i] ? weight : 0));
      return rake({ lengths: [rows, columns], cells: prior }, [rowSums, columnSums]).table;
    });
  });

/** What a rounding of this table breaks, in words. */
function breach(table: Table, rounded: Table): string | undefined {
  const [rows = 0, columns = 0] = table.lengths;
  for (const [i, value] of table.cells.entries()) {
    const whole = rounded.cells[i]!;
    if (!Number.isInteger(whole)) return `cell ${i} is not whole`;
    if (whole < Math.floor(value + 1e-9) || whole > Math.ceil(value - 1e-9))
      return `cell ${i} leaves floor and ceiling`;
  }
  const sum = (cells: Float64Array, keep: (i: number) => boolean): number =>
    cells.reduce((a, b, i) => (keep(i) ? a + b : a), 0);
  for (let r = 0; r < rows; r++) {
    const inRow = (i: number): boolean => Math.floor(i / columns) === r;
    if (sum(rounded.cells, inRow) !== Math.round(sum(table.cells, inRow))) return `row ${r} is off`;
  }
  for (let c = 0; c < columns; c++) {
    const inColumn = (i: number): boolean => i % columns === c;
    if (sum(rounded.cells, inColumn) !== Math.round(sum(table.cells, inColumn))) return `column ${c} is off`;
  }
  return undefined;
}

/** Cells whose mean over `keys` roundings lies further from their value than 4.5 standard errors. */
function biasedCells(table: Table, rounding: typeof roundTable, seed: number, keys = 20_000): number[] {
  const sums = new Float64Array(table.cells.length);
  const root = Source.of(seed);
  for (let key = 0; key < keys; key++) {
    const { cells } = rounding(table, root.child(key));
    for (const [i, value] of cells.entries()) sums[i] = sums[i]! + value;
  }
  return [...table.cells.keys()].filter((i) => {
    const value = table.cells[i]!;
    const part = value - Math.floor(value);
    const error = Math.sqrt((part * (1 - part)) / keys);
    return Math.abs(sums[i]! / keys - value) > 4.5 * error + 1e-9;
  });
}

const nearest: typeof roundTable = (table) => ({ lengths: table.lengths, cells: table.cells.map(Math.round) });

const personaByAge: Table = rake(
  { lengths: [5, 4], cells: Float64Array.of(5, 10, 6, 0, 0, 10, 10, 1, 2, 10, 9, 0, 5, 10, 6, 0, 0, 10, 10, 1) },
  [
    [30, 25, 20, 15, 10],
    [14, 50, 33, 3],
  ],
).table;

describe('roundTable', () => {
  it('keeps every sum, and every cell between its floor and its ceiling', () => {
    fc.assert(
      fc.property(fractional, fc.nat(), (table, seed) => {
        expect(breach(table, roundTable(table, Source.of(seed)))).toBeUndefined();
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('keeps a zero a zero', () => {
    const zeros = [...personaByAge.cells.keys()].filter((i) => personaByAge.cells[i] === 0);
    expect(zeros).toHaveLength(5);
    for (let seed = 0; seed < 200; seed++) {
      const { cells } = roundTable(personaByAge, Source.of(seed));
      expect(zeros.filter((i) => cells[i] !== 0)).toEqual([]);
    }
  });

  it('is right on average, cell for cell, over 20,000 keys', () => {
    expect(biasedCells(personaByAge, roundTable, 1)).toEqual([]);
    for (const [seed, table] of fc.sample(fractional, { seed: 2, numRuns: 6 }).entries()) {
      expect(biasedCells(table, roundTable, seed)).toEqual([]);
    }
  });

  it('is held to laws that rounding to the nearest breaks', () => {
    const thirds = { lengths: [2, 3], cells: Float64Array.of(1 / 3, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 2 / 3) };
    expect(breach(thirds, nearest(thirds, Source.of(1)))).toBe('row 0 is off');
    expect(biasedCells(thirds, nearest, 1)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(biasedCells(thirds, roundTable, 1)).toEqual([]);
  });

  it('is held to a tolerance that a lean of two in a hundred breaks', () => {
    const square = { lengths: [2, 2], cells: Float64Array.of(0.3, 0.7, 0.7, 0.3) };
    const leaning: typeof roundTable = (_, source) => ({
      lengths: [2, 2],
      cells: source.unit() < 0.32 ? Float64Array.of(1, 0, 0, 1) : Float64Array.of(0, 1, 1, 0),
    });
    expect(biasedCells(square, roundTable, 3)).toEqual([]);
    expect(biasedCells(square, leaning, 3)).toEqual([0, 1, 2, 3]);
  });

  it('gives the same table for the same key, and leaves the table given alone', () => {
    const before = personaByAge.cells.slice();
    expect(roundTable(personaByAge, Source.of(7))).toEqual(roundTable(personaByAge, Source.of(7)));
    expect(personaByAge.cells).toEqual(before);
  });

  it('rounds large tables and large numbers exactly', () => {
    const rows = 60;
    const columns = 40;
    const prior = {
      lengths: [rows, columns],
      cells: Float64Array.from({ length: rows * columns }, (_, i) => 1 + ((i * 7919) % 13)),
    };
    const rowSums = Array.from({ length: rows }, () => 40_000);
    const columnSums = Array.from({ length: columns }, () => 60_000);
    const { table } = rake(prior, [rowSums, columnSums]);
    expect(breach(table, roundTable(table, Source.of(1)))).toBeUndefined();
  });

  it('refuses tables whose sums are not whole, or that have not two axes', () => {
    const off = { lengths: [2, 2], cells: Float64Array.of(0.5, 0.2, 0.5, 0.8) };
    expect(() => roundTable(off, Source.of(1))).toThrow('table: row 0 adds up to 0.7, which is not whole');
    expect(() => roundTable({ lengths: [1], cells: Float64Array.of(1) }, Source.of(1))).toThrow('1 axes');
  });
});
