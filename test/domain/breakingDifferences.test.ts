import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, withDifferences } from '../../src/domain/differences.js';
import { sameJson } from '../../src/index.js';

const json = fc.jsonValue({ maxDepth: 4 });

describe('differences', () => {
  it('make one value of another', () => {
    fc.assert(
      fc.property(json, json, (from, to) => sameJson(withDifferences(from, differences(from, to)), to)),
      { numRuns: 2000 },
    );
  });

  it('are none between values that are the same JSON', () => {
    fc.assert(fc.property(json, (value) => differences(value, JSON.parse(JSON.stringify(value))).length === 0));
  });

  it('lie as deep as can be, in an order that the order of keys leaves alone', () => {
    const from = { a: [1, { b: 2, c: 3 }], d: 4 };
    const expected = [
      { path: ['a', '1', 'b'], value: 5 },
      { path: ['a', '1', 'c'], value: undefined },
      { path: ['a', '2'], value: 6 },
      { path: ['d'], value: 7 },
    ];
    expect(differences(from, { a: [1, { b: 5 }, 6], d: 7 })).toEqual(expected);
    expect(differences({ d: 4, a: [1, { c: 3, b: 2 }] }, { d: 7, a: [1, { b: 5 }, 6] })).toEqual(expected);
  });

  it('may be made to another value, where it has the places', () => {
    const added = differences([1], [1, 2, 3]);
    expect(withDifferences([7], added)).toEqual([7, 2, 3]);
    expect(withDifferences([], added)).toEqual([2, 3]);
    const deep = differences({ a: { b: 1 } }, { a: { b: 2 } });
    expect(withDifferences({ a: { b: 9, c: 8 } }, deep)).toEqual({ a: { b: 2, c: 8 } });
    for (const other of [{}, { a: null }, 'a', null]) expect(withDifferences(other, deep)).toBeUndefined();
  });

  it('leave the value as it was', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        const before = JSON.stringify(from);
        withDifferences(from, differences(from, to));
        return JSON.stringify(from) === before;
      }),
    );
  });
});
