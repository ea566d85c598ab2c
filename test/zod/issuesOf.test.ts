import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issuesOf } from '../../src/zod/index.js';

const schema = z.strictObject({
  'a/b': z.int(),
  list: z.array(z.strictObject({ n: z.int() })),
  either: z.union([z.strictObject({ left: z.int() }), z.string()]),
});
const legal = { 'a/b': 1, list: [{ n: 1 }], either: 'text' };

describe('the issues of a schema', () => {
  it('are none for a value of its shape', () => expect(issuesOf(schema, legal)).toEqual([]));

  it('point to the place, also to a missing key and to each extra one', () => {
    const pointers = (value: unknown): unknown => issuesOf(schema, value).map((issue) => issue.pointers);
    expect(pointers({ ...legal, 'a/b': 'x' })).toEqual([['/a~1b']]);
    expect(pointers({ ...legal, list: [{ n: 1 }, {}] })).toEqual([['/list/1/n']]);
    expect(pointers({ ...legal, one: 1, two: 2 })).toEqual([['/one'], ['/two']]);
    expect(pointers([])).toEqual([['']]);
  });

  it('name all places that the branches of a union object to', () => {
    expect(issuesOf(schema, { ...legal, either: { left: 'x', more: 1 } })).toEqual([
      { pointers: ['/either', '/either/left', '/either/more'], message: 'Invalid input' },
    ]);
  });
});
