import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedPermutation } from '../../src/cohort/KeyedPermutation.js';
import { linearProgram } from '../../src/cohort/linearProgram.js';
import { closeForcedZeros, transport } from '../../src/cohort/transport.js';
import { wholeProgram } from '../../src/cohort/wholeProgram.js';
import { Source } from '../../src/source/index.js';

const small = fc.record({
  supply: fc.array(fc.nat(3), { minLength: 2, maxLength: 3 }),
  demand: fc.array(fc.nat(3), { minLength: 2, maxLength: 3 }),
  open: fc.array(fc.nat(1), { minLength: 9, maxLength: 9 }),
});

/** Every whole table with these sums over the open cells, by trying all. */
function allTables(supply: readonly number[], demand: readonly number[], open: readonly number[]): number[][] {
  const found: number[][] = [];
  const place = (cell: number, table: number[], rows: number[], columns: number[]): void => {
    if (cell === supply.length * demand.length) {
      if ([...rows, ...columns].every((left) => left === 0)) found.push(table);
      return;
    }
    const [r, c] = [Math.floor(cell / demand.length), cell % demand.length];
    const most = open[cell] === 1 ? Math.min(rows[r]!, columns[c]!) : 0;
    for (let amount = 0; amount <= most; amount++) {
      place(
        cell + 1,
        [...table, amount],
        rows.map((left, i) => (i === r ? left - amount : left)),
        columns.map((left, i) => (i === c ? left - amount : left)),
      );
    }
  };
  place(0, [], [...supply], [...demand]);
  return found;
}

describe('transport', () => {
  it('meets margins exactly when some table does', () => {
    fc.assert(
      fc.property(small, ({ supply, demand, open }) => {
        const cells = open.slice(0, supply.length * demand.length);
        const tables = allTables(supply, demand, cells);
        const total = supply.reduce((a, b) => a + b, 0);
        const { sent, flow } = transport(
          supply,
          demand,
          cells.map((flag) => (flag === 1 ? Infinity : 0)),
        );
        const wanted = demand.reduce((a, b) => a + b, 0);
        expect(sent === total && total === wanted).toBe(tables.length > 0);
        if (tables.length > 0) expect(tables).toContainEqual([...flow]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('closes exactly the cells that are zero in every table', () => {
    fc.assert(
      fc.property(small, ({ supply, demand, open }) => {
        const cells = Float64Array.from(open.slice(0, supply.length * demand.length));
        const tables = allTables(supply, demand, [...cells]);
        fc.pre(tables.length > 0);
        const { flow } = transport(
          supply,
          demand,
          cells.map((flag) => (flag === 1 ? Infinity : 0)),
        );
        closeForcedZeros(flow, cells, supply.length, demand.length);
        expect([...cells]).toEqual([...cells].map((_, i) => (tables.some((table) => table[i]! > 0) ? 1 : 0)));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('wholeProgram', () => {
  it('finds the cheapest whole table, or that there is none', () => {
    fc.assert(
      fc.property(small, fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }), ({ supply, demand, open }, costs) => {
        const cells = open.slice(0, supply.length * demand.length);
        const tables = allTables(supply, demand, cells);
        const columns = demand.length;
        const usable = [...cells.keys()].filter((i) => cells[i] === 1);
        const cost = usable.map((i) => costs[i]!);
        const found = wholeProgram(cost, [
          ...supply.map((sum, r) => ({
            variables: [...usable.keys()].filter((k) => Math.floor(usable[k]! / columns) === r),
            sum,
          })),
          ...demand.map((sum, c) => ({ variables: [...usable.keys()].filter((k) => usable[k]! % columns === c), sum })),
        ]);
        if (tables.length === 0) {
          expect(found.kind).toBe('impossible');
          return;
        }
        const least = Math.min(...tables.map((table) => table.reduce((sum, amount, i) => sum + amount * costs[i]!, 0)));
        expect(found).toMatchObject({ kind: 'solved', cost: expect.closeTo(least, 6) });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('branches where the real solution is fractional', () => {
    const equations = [{ variables: [0, 1], factors: [2, 1], sum: 3 }];
    expect(wholeProgram([0, 1], equations)).toMatchObject({ kind: 'solved', cost: 1 });
    expect(linearProgram([0, 1], equations)).toEqual(Float64Array.of(1.5, 0));
  });

  it('proves that no whole solution exists', () => {
    expect(wholeProgram([0, 0], [{ variables: [0, 1], factors: [2, 2], sum: 3 }])).toEqual({ kind: 'impossible' });
  });
});

describe('KeyedPermutation', () => {
  it('visits every place once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (length, seed) => {
        const permutation = new KeyedPermutation(length, Source.of(seed));
        const seen = new Set(Array.from({ length }, (_, place) => permutation.at(place)));
        expect(seen.size).toBe(length);
        expect([...seen].every((value) => value >= 0 && value < length)).toBe(true);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('sends each place everywhere alike', () => {
    const keys = 12_000;
    const hits = new Float64Array(6);
    for (let key = 0; key < keys; key++) hits[new KeyedPermutation(6, Source.of(5).child(key)).at(2)]!++;
    const error = Math.sqrt((keys * 5) / 36);
    for (const count of hits) expect(Math.abs(count - keys / 6)).toBeLessThan(4.5 * error);
  });
});
