import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdIndex } from '../../src/validation/IdIndex.js';
import type { IdPlace } from '../../src/validation/IdIndex.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'id-index-test-'));
  vi.stubEnv('TMPDIR', directory);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true, force: true });
});

function placeOf(id: string, index: number): IdPlace {
  return { id, file: 'some "file".json', index, pointer: `/${index}/id` };
}

function filled(ids: readonly string[], mostKept?: number): IdIndex {
  const index = new IdIndex(mostKept);
  for (const [place, id] of ids.entries()) index.add(placeOf(id, place));
  return index;
}

/** The repeated places with the first of each, in the order of the records. */
function repeatedIn(index: IdIndex): (readonly [place: number, first: number])[] {
  return [...index.repeated()].map(({ place, first }) => [place.index, first.index] as const).sort(([a], [b]) => a - b);
}

describe('IdIndex', () => {
  it('tells every place of an id but its first', () => {
    const ids = ['a', 'b', 'a', 'c', 'a', 'b'];
    expect(repeatedIn(filled(ids))).toEqual([
      [2, 0],
      [4, 0],
      [5, 1],
    ]);
    expect([...filled(ids).repeated()][0]!.place).toEqual(placeOf('a', 2));
    expect(repeatedIn(filled(['a', 'b', '', '__proto__']))).toEqual([]);
  });

  it.each([1, 2, 3, 7, 1000])('tells the same when it writes away after %i', (mostKept) => {
    const ids = Array.from({ length: 200 }, (_, index) => `id ${(index * 37) % 150}`);
    const index = filled(ids, mostKept);
    expect(repeatedIn(index)).toEqual(repeatedIn(filled(ids)));
    expect(repeatedIn(index)).toHaveLength(50);
    index.dispose();
  });

  it('keeps ids of any text apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('\n', '"', '\ud800', ''))),
        fc.integer({ min: 1, max: 5 }),
        (ids, mostKept) => {
          const index = filled(ids, mostKept);
          const expected = [...ids.entries()].filter(([place, id]) => ids.indexOf(id) < place);
          expect(repeatedIn(index)).toEqual(expected.map(([place, id]) => [place, ids.indexOf(id)]));
          index.dispose();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps few ids in memory and writes nothing for them', () => {
    filled(['a', 'b', 'a']).dispose();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('removes what it wrote, whether or not anybody asked for the repeated', () => {
    const asked = filled(['a', 'b', 'a'], 1);
    const unasked = filled(['a', 'b', 'a'], 1);
    const [written, other] = readdirSync(directory).map((name) => join(directory, name));
    expect([written, other].map((path) => existsSync(path!))).toEqual([true, true]);
    expect(repeatedIn(asked)).toEqual([[2, 0]]);
    asked.dispose();
    unasked.dispose();
    unasked.dispose();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('removes what it wrote when reading was broken off', () => {
    const index = filled(['a', 'a', 'a', 'a'], 1);
    for (const { place } of index.repeated()) if (place.index === 1) break;
    index.dispose();
    expect(readdirSync(directory)).toEqual([]);
  });
});
