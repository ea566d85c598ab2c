import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOf } from '../../src/shrink/inOrderOf.js';
import { ABSENT, movedPatch, patchBetween, patched, patchOf, putsOf } from '../../src/shrink/Patch.js';
import { placesIn } from '../../src/shrink/placesIn.js';

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c'),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '0', 'a/b', '~'),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, -2.5, '', 'text'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(key, tie('json')), { maxLength: 4, selector: ([name]) => name })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

describe('a patch', () => {
  it('makes the value of its twin, whatever the two are', () => {
    fc.assert(
      fc.property(json, json, (twin, value) => {
        expect(patched(twin, patchBetween(twin, value))).toEqual(value);
      }),
    );
  });

  it('is none where the two are the same', () => {
    fc.assert(fc.property(json, (value) => patchBetween(value, structuredClone(value)) === undefined));
    expect(patchBetween({ a: 1, b: undefined }, { a: 1 })).toBe(undefined);
    expect(patchBetween({ a: 1, b: [0] }, { b: [-0], a: 1 })).toBe(undefined);
  });

  it('is the same as its puts', () => {
    fc.assert(
      fc.property(json, json, (twin, value) => {
        const patch = patchBetween(twin, value);
        expect(patched(twin, patchOf(putsOf(patch, twin)))).toEqual(value);
      }),
    );
  });

  it('may lose any of its puts: what is left is of the twin there', () => {
    const twin = { age: 25, name: 'Ann', visits: [{ at: 1 }, { at: 2 }] };
    const value = { age: 17, visits: [{ at: 1 }, { at: 2, tag: 'x' }], vip: true };
    const puts = putsOf(patchBetween(twin, value), twin);
    expect(puts.map((put) => [put.path.join('/'), put.value, put.twin])).toEqual([
      ['age', 17, 25],
      ['name', ABSENT, 'Ann'],
      ['visits/1/tag', 'x', ABSENT],
      ['vip', true, ABSENT],
    ]);
    expect(patched(twin, patchOf(puts.slice(2, 3)))).toEqual({ ...twin, visits: [{ at: 1 }, { at: 2, tag: 'x' }] });
  });
});

describe('a patch whose twin has changed', () => {
  const tagged = (...tags: readonly (string | undefined)[]): object[] =>
    tags.map((tag, at) => ({ at, ...(tag !== undefined && { tag }) }));
  const bare = (count: number): { readonly at: number }[] => Array.from({ length: count }, (_, at) => ({ at }));

  it('stays on the elements that it was on', () => {
    const before = bare(5);
    const patch = patchBetween(before, tagged(undefined, 'b', undefined, 'd', undefined));
    for (let start = 0; start < 5; start++) {
      for (let end = start; end <= 5; end++) {
        const after = before.toSpliced(start, end - start);
        const expected = tagged(undefined, 'b', undefined, 'd', undefined).toSpliced(start, end - start);
        expect(patched(after, movedPatch(patch, before, after))).toEqual(expected);
      }
    }
  });

  it('stays on elements that became others when one before them went', () => {
    const before = [{ at: 1 }, { at: 2 }, { at: 3 }];
    const after = [{ at: 1 }, { at: 1.5 }];
    const patch = patchBetween(before, [{ at: 1 }, { at: 2 }, { at: 3, tag: 'x' }]);
    expect(patched(after, movedPatch(patch, before, after))).toEqual([{ at: 1 }, { at: 1.5, tag: 'x' }]);
  });

  it('loses as little as it can where elements are alike', () => {
    const before = [{}, {}, {}, {}];
    for (let at = 0; at < 4; at++) {
      const patch = patchBetween(before, before.with(at, { tag: 'x' }));
      for (let length = 1; length < 4; length++) {
        const isInEveryRun = at >= length && at < 4 - length;
        if (isInEveryRun) continue;
        const after = before.slice(0, length);
        expect(JSON.stringify(patched(after, movedPatch(patch, before, after)))).toContain('"tag":"x"');
      }
    }
  });

  it('moves with an element that sorting has moved', () => {
    const before = [{ at: 1 }, { at: 5 }, { at: 7 }, { at: 9 }];
    const patch = patchBetween(before, [{ at: 1 }, { at: 5, tag: 'b' }, { at: 7 }, { at: 9, tag: 'd' }]);
    const forward = [{ at: 1 }, { at: 2 }, { at: 5 }, { at: 7 }];
    expect(patched(forward, movedPatch(patch, before, forward))).toEqual([
      { at: 1 },
      { at: 2, tag: 'd' },
      { at: 5, tag: 'b' },
      { at: 7 },
    ]);
    const backward = [{ at: 1 }, { at: 7 }, { at: 9 }, { at: 11 }];
    expect(patched(backward, movedPatch(patch, before, backward))).toEqual([
      { at: 1 },
      { at: 7 },
      { at: 9, tag: 'd' },
      { at: 11, tag: 'b' },
    ]);
  });

  it('is left out where its place is gone, and kept where it hung on nothing', () => {
    const before = { inner: { a: 1 }, list: [{ a: 1 }], b: 2 };
    const patch = patchBetween(before, { inner: { a: 1, x: 1 }, list: [{ a: 1, x: 1 }], b: 3, y: 4 });
    expect(
      patched({ inner: null, list: [], b: 1 }, movedPatch(patch, before, { inner: null, list: [], b: 1 })),
    ).toEqual({
      inner: null,
      list: [],
      b: 3,
      y: 4,
    });
  });

  it('stays in place where the list grew', () => {
    expect(placesIn([{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }, { a: 3 }], () => true)).toEqual([0, 1]);
  });

  it('never invents: no place is taken twice, none lies outside', () => {
    const items = fc.array(fc.nat({ max: 2 }), { maxLength: 6 });
    fc.assert(
      fc.property(items, items, fc.array(fc.nat({ max: 5 })), (before, after, missed) => {
        const places = placesIn(before, after, (index) => missed.includes(index)).filter(
          (place) => place !== undefined,
        );
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => place >= 0 && place < Math.max(before.length, after.length))).toBe(true);
      }),
    );
  });
});

describe('the order of another value', () => {
  it('is taken over at every depth, by keys of its own last', () => {
    const pattern = { b: 1, a: [{ y: 1, x: 2 }], gone: 0 };
    const value = {
      a: [
        { x: 5, y: 6, z: 7 },
        { x: 8, y: 9 },
      ],
      c: 0,
      b: { q: 1 },
    };
    expect(JSON.stringify(inOrderOf(pattern, value))).toBe(
      '{"b":{"q":1},"a":[{"y":6,"x":5,"z":7},{"y":9,"x":8}],"c":0}',
    );
  });

  it('changes nothing else', () => {
    fc.assert(
      fc.property(json, json, (pattern, value) => {
        expect(inOrderOf(pattern, value)).toEqual(value);
        expect(JSON.stringify(inOrderOf(value, value))).toBe(JSON.stringify(value));
      }),
    );
  });
});
