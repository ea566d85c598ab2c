import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Table, rake } from '../../src/cohort/index.js';

const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });

/** A prior with zeros, and margins of another table with exactly the same zeros: so a fit exists, and none is forced. */
const solvable = lengths.chain((lengths) => {
  const size = lengths.reduce((a, b) => a * b, 1);
  const cell = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }));
  return fc.array(cell, { minLength: size, maxLength: size }).map((cells) => {
    const prior = { lengths, cells: Float64Array.from(cells, ([open, weight]) => (open ? weight : 0)) };
    const other = { lengths, cells: Float64Array.from(cells, ([open, , weight]) => (open ? weight : 0)) };
    return { prior, margins: lengths.map((_, axis) => marginOf(other, axis)) };
  });
});

function marginOf({ lengths, cells }: Table, axis: number): number[] {
  const inner = lengths.slice(axis + 1).reduce((a, b) => a * b, 1);
  const sums = Array.from({ length: lengths[axis]! }, () => 0);
  for (const [cell, value] of cells.entries()) sums[Math.floor(cell / inner) % lengths[axis]!]! += value;
  return sums;
}

describe('rake', () => {
  it('meets every margin and keeps every zero', () => {
    fc.assert(
      fc.property(solvable, ({ prior, margins }) => {
        const { table, fits } = rake(prior, margins);
        expect(fits).toBe(true);
        for (const [axis, margin] of margins.entries()) {
          for (const [label, sum] of marginOf(table, axis).entries()) expect(sum).toBeCloseTo(margin[label]!, 7);
        }
        for (const [cell, value] of table.cells.entries()) expect(value > 0).toBe(prior.cells[cell]! > 0 && value > 0);
        for (const [cell, weight] of prior.cells.entries()) if (weight === 0) expect(table.cells[cell]).toBe(0);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('keeps the odds ratios of the prior', () => {
    fc.assert(
      fc.property(solvable, ({ prior, margins }) => {
        const { table } = rake(prior, margins);
        const [rows = 1, columns = 1] = prior.lengths;
        if (prior.lengths.length !== 2) return;
        const ratio = (cells: Float64Array, r: number, c: number): number =>
          (cells[0]! * cells[r * columns + c]!) / (cells[c]! * cells[r * columns]!);
        for (let r = 1; r < rows; r++) {
          for (let c = 1; c < columns; c++) {
            const before = ratio(prior.cells, r, c);
            if (Number.isFinite(before) && before > 0) expect(ratio(table.cells, r, c) / before).toBeCloseTo(1, 6);
          }
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('leaves a table that fits already as it is', () => {
    const prior = { lengths: [2, 2], cells: Float64Array.of(1, 2, 3, 4) };
    expect(
      rake(prior, [
        [3, 7],
        [4, 6],
      ]),
    ).toMatchObject({ fits: true, rounds: 0, error: 0, table: prior });
  });

  it('does not change the prior it is given', () => {
    const prior = { lengths: [2, 2], cells: Float64Array.of(1, 1, 1, 1) };
    rake(prior, [
      [3, 1],
      [2, 2],
    ]);
    expect([...prior.cells]).toEqual([1, 1, 1, 1]);
  });

  it('says when margins cannot be met', () => {
    const diagonal = { lengths: [2, 2], cells: Float64Array.of(1, 0, 0, 1) };
    expect(
      rake(diagonal, [
        [2, 1],
        [1, 2],
      ]).fits,
    ).toBe(false);
    const empty = { lengths: [2, 2], cells: Float64Array.of(1, 1, 0, 0) };
    expect(
      rake(empty, [
        [2, 1],
        [1, 2],
      ]),
    ).toMatchObject({ fits: false, error: Infinity });
  });

  it('says when a forced zero keeps it from arriving', () => {
    const raked = rake({ lengths: [2, 2], cells: Float64Array.of(1, 1, 1, 0) }, [
      [1, 2],
      [2, 1],
    ]);
    expect(raked.fits).toBe(false);
    expect(raked.error).toBeLessThan(0.01);
  });

  it('refuses shapes and totals that do not go together', () => {
    const table = { lengths: [2, 2], cells: Float64Array.of(1, 1, 1, 1) };
    expect(() =>
      rake({ ...table, lengths: [3, 2] }, [
        [1, 1],
        [1, 1],
      ]),
    ).toThrow('prior: 4 cells do not fill 3 × 2');
    expect(() => rake(table, [[1, 1]])).toThrow('margins: 1 of them for 2 axes');
    expect(() =>
      rake(table, [
        [1, 1],
        [1, 1, 0],
      ]),
    ).toThrow('margins[1]: 3 sums for 2 labels');
    expect(() =>
      rake(table, [
        [1, 1],
        [1, 2],
      ]),
    ).toThrow('margins[1]: adds up to 3, margins[0] to 2');
    expect(() => rake({ lengths: [1], cells: Float64Array.of(-1) }, [[1]])).toThrow('no finite number from 0');
  });
});
