import { describe, expect, it } from 'vitest';
import { shrinkData } from '../../src/index.js';
import { personModel, shrunk, simplest, somebody } from './people.js';
import type { Person } from './people.js';
import { refusal } from './refusal.js';

const isOld = ({ age }: Person): boolean => age >= 43;
const oldest = { ...simplest, age: 43 };

describe('what cannot be searched', () => {
  it.each([0, -1, 1.5, Number.NaN, Infinity])('is an option maxTries of %j', async (maxTries) => {
    expect((await refusal(shrunk(somebody, isOld, { maxTries }))).code).toBe('bad-option');
  });
  it.each([0, -1, Number.NaN, Infinity, 2 ** 31])('is an option timeoutMs of %j', async (timeoutMs) => {
    expect((await refusal(shrunk(somebody, isOld, { timeoutMs }))).code).toBe('bad-option');
  });

  const cycle: Record<string, unknown> = {};
  cycle['self'] = [cycle];
  const nothingInJson: readonly (readonly [string, unknown, string])[] = [
    ['undefined', undefined, 'the value'],
    ['a date', { ...somebody, born: new Date(0) }, '/born'],
    ['a map', { 'a/b': { '~': new Map() } }, '/a~1b/~0'],
    ['a set', [new Set([1])], '/0'],
    ['NaN', { age: Number.NaN }, '/age'],
    ['an infinity', { visits: [1, -Infinity] }, '/visits/1'],
    ['a bigint', { age: 1n }, '/age'],
    ['a function', { age: () => 1 }, '/age'],
    ['a symbol', { age: Symbol('age') }, '/age'],
    ['undefined in a list', { visits: [1, undefined] }, '/visits/1'],
    ['a circle', cycle, '/self/0'],
    ['what writes itself', { age: { toJSON: () => 1 } }, '/age'],
  ];
  it.each(nothingInJson)('is what JSON does not keep: %s', async (_, value, pointer) => {
    const { code, message } = await refusal(shrunk(value, () => true));
    expect([code, message]).toEqual(['not-json', expect.stringContaining(`${pointer} is nothing that JSON keeps`)]);
  });
  it('is a data set with such a record', async () => {
    const records: unknown[] = [somebody, { ...somebody, born: new Date(0) }];
    const { code, message } = await refusal(shrinkData(records, { model: personModel, fails: () => true }));
    expect([code, message]).toEqual(['not-json', expect.stringContaining('/1/born')]);
  });

  it('is not a member that is undefined, a list that stands twice, nor a key named toJSON', async () => {
    const twice = [{ at: '2024-05-08T03:18:46Z', minutes: 58 }];
    const value = { ...somebody, x: undefined, visits: twice, more: twice, toJSON: 1 };
    const fails = (one: Person & { toJSON: number }): boolean => one.toJSON === 1;
    expect((await shrunk(value, fails)).value).toEqual({ ...simplest, toJSON: 1 });
    const bare: unknown = Object.assign(Object.create(null) as object, somebody);
    expect((await shrunk(bare, isOld)).value).toEqual(oldest);
  });
});
