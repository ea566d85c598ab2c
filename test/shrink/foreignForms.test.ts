import { describe, expect, it } from 'vitest';
import { expectEnd, rows } from './expectEnd.js';
import { shrunk, simplest, somebody } from './people.js';
import type { Person } from './people.js';

const isOld = ({ age }: Person): boolean => age >= 43;
const first = { at: '2024-01-01T00:00:00Z', minutes: 1 };

describe('keys that the model does not know', () => {
  const strange = JSON.parse(
    '{"__proto__":{"x":1},"constructor":{"y":2},"":3,"a/b":4,"~":5,"toString":6,"hasOwnProperty":7,"0":8}',
  ) as object;
  const everywhere = {
    ...somebody,
    ...strange,
    visits: somebody.visits.map((visit, index) => ({ ...visit, tag: `t${index}`, more: { list: [1, { x: 2 }, 3] } })),
  };
  const has = (key: string) => (value: Person) => Object.hasOwn(value, key);

  it.each(
    rows({
      'go, wherever they stand, however they are called': {
        given: everywhere,
        fails: isOld,
        end: { ...simplest, age: 43 },
      },
      'stay in the record if the failure needs them': {
        given: { ...everywhere, crm: 'x-17' },
        fails: (value: Person & { crm?: string }) => isOld(value) && value.crm !== undefined,
        end: { ...simplest, age: 43, crm: '' },
        needs: { '/crm': 'extra-key' },
      },
      'stay in an element of a list, which loses the others': {
        given: everywhere,
        fails: ({ visits }: { visits: readonly { tag?: string }[] }) => visits.some(({ tag }) => tag === 't1'),
        end: { ...simplest, visits: [{ ...first, tag: 't1' }], count: 1 },
        needs: { '/visits/0/tag': 'extra-key' },
      },
      'stay in several elements': {
        given: everywhere,
        fails: ({ visits }: { visits: readonly { tag?: string }[] }) =>
          visits.filter(({ tag }) => tag !== undefined).length >= 2,
        end: {
          ...simplest,
          visits: [
            { ...first, tag: '' },
            { ...first, tag: '' },
          ],
          count: 2,
        },
        needs: { '/visits/0/tag': 'extra-key', '/visits/1/tag': 'extra-key' },
      },
      'stay where elements are alike': {
        given: { ...simplest, visits: [first, first, first, { ...first, tag: 1 }], count: 4 },
        fails: ({ visits }: { visits: readonly object[] }) => visits.some((visit) => 'tag' in visit),
        end: { ...simplest, visits: [{ ...first, tag: 0 }], count: 1 },
        needs: { '/visits/0/tag': 'extra-key' },
      },
      'lose what the failure does not need of them': {
        given: { ...somebody, extra: { a: [1, 2, { deep: true, other: 9 }], b: 'long text', c: null } },
        fails: ({ extra }: { extra?: { a?: { deep?: boolean }[] } }) =>
          extra?.a?.some((one) => one.deep !== undefined) === true,
        end: { ...simplest, extra: { a: [{ deep: false }] } },
        needs: { '/extra': 'extra-key' },
      },
      'stay together where one alone is not enough': {
        given: { ...somebody, ...strange, p: 5, q: 9, r: 1 },
        fails: (value: { p?: number; q?: number }) => (value.p ?? 0) + (value.q ?? 0) >= 10,
        end: { ...simplest, p: 1, q: 9 },
        needs: { '/p': 'extra-key', '/q': 'extra-key' },
      },
    }),
  )('%s', (_, one) => expectEnd(one));

  it.each(Object.keys(strange))('may be called %j', async (key) => {
    const { value, needs } = await shrunk(everywhere, has(key));
    expect(Object.keys(value as object).toSorted()).toEqual([...Object.keys(simplest), key].toSorted());
    expect(needs).toEqual([{ pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, kind: 'extra-key' }]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('dates in other forms', () => {
  const forms: Readonly<Record<string, readonly [given: string, simplest: string]>> = {
    'a date alone': ['2024-05-08', '2024-01-01'],
    'no zone': ['2024-05-08T03:18:46', '2024-01-01T00:00:00'],
    'no seconds': ['2024-05-08T03:18Z', '2024-01-01T00:00Z'],
    'fractions of a second': ['2024-05-08T03:18:46.250Z', '2024-01-01T00:00:00.000Z'],
    'an offset': ['2024-05-08T03:18:46+05:30', '2024-01-01T05:30:00+05:30'],
    'an offset behind': ['2024-05-08T03:18:46-0800', '2023-12-31T16:00:00-0800'],
    'a space': ['2024-05-08 03:18:46', '2024-01-01 00:00:00'],
    'small letters': ['2024-05-08t03:18:46z', '2024-01-01T00:00:00Z'],
  };
  for (const [form, [at, end]] of Object.entries(forms).slice(0, -1)) {
    it(`become those of the model: ${form}`, () =>
      expectEnd({
        given: { ...somebody, visits: [{ at, minutes: 58 }], count: 1 },
        fails: ({ visits }: Person) => visits.length > 0,
        end: { ...simplest, visits: [first], count: 1 },
      }));
    it(`stay as they are written where the failure needs it: ${form}`, () =>
      expectEnd({
        given: { ...somebody, visits: [{ at, minutes: 58 }], count: 1 },
        fails: ({ visits }: Person) => visits.some((visit) => !/^.{10}T.{8}Z$/.test(visit.at)),
        end: { ...simplest, visits: [{ at: end, minutes: 1 }], count: 1 },
        needs: { '/visits/0/at': 'writing' },
      }));
  }
  it.each(
    rows({
      'with a time where the model has none become dates': {
        given: { ...somebody, born: '1987-07-09T00:00:00' },
        fails: isOld,
        end: { ...simplest, age: 43 },
      },
      'with a time where the model has none stay so': {
        given: { ...somebody, born: '1987-07-09T00:00:00' },
        fails: ({ born }: Person) => born.length > 10,
        end: { ...simplest, born: '1950-01-01T00:00:00' },
        needs: { '/born': 'writing' },
      },
      'out of range come as near as the failure lets them': {
        given: { ...somebody, born: '2031-05-05' },
        fails: ({ born }: Person) => born > '2025-01-01',
        end: { ...simplest, born: '2025-01-02' },
        needs: { '/born': 'value' },
      },
      'out of range and in another form lose the form': {
        given: { ...somebody, born: '2031-05-05T12:00:00+05:30' },
        fails: ({ born }: Person) => born > '2025-01-01',
        end: { ...simplest, born: '2025-01-02' },
        needs: { '/born': 'value' },
      },
      'that no calendar has are texts': {
        given: { ...somebody, born: '2024-13-45' },
        fails: ({ born }: Person) => born.includes('13'),
        end: { ...simplest, born: '13' },
        needs: { '/born': 'value' },
      },
    }),
  )('%s', (_, one) => expectEnd(one));
});

describe('numbers', () => {
  it.each(
    rows({
      'off the grid come onto it': {
        given: { ...somebody, age: 63.7, weight: 71.23456 },
        fails: isOld,
        end: { ...simplest, age: 43 },
      },
      'off the grid stay off it, with few digits': {
        given: { ...somebody, age: 63.7182 },
        fails: ({ age }: Person) => !Number.isInteger(age),
        end: { ...simplest, age: 18.1 },
        needs: { '/age': 'value' },
      },
      'with many digits lose them before they come near': {
        given: { ...somebody, weight: 1e-9 },
        fails: ({ weight }: Person) => weight < 1,
        end: { ...simplest, weight: 0 },
        needs: { '/weight': 'value' },
      },
      'below the bounds come as near as they can': {
        given: { ...somebody, age: 3 },
        fails: ({ age }: Person) => age < 18,
        end: { ...simplest, age: 17 },
        needs: { '/age': 'value' },
      },
      'above the bounds come as near as they can': {
        given: { ...somebody, weight: 812.25 },
        fails: ({ weight }: Person) => weight > 200,
        end: { ...simplest, weight: 201 },
        needs: { '/weight': 'value' },
      },
      'beyond all bounds come back': {
        given: { ...somebody, weight: 1.7e308 },
        fails: ({ weight }: Person) => weight > 200,
        end: { ...simplest, weight: 201 },
        needs: { '/weight': 'value' },
      },
      'that are legal in no way but needed keep their side': {
        given: { ...somebody, count: -12 },
        fails: ({ count }: Person) => count < 0,
        end: { ...simplest, count: -1 },
        needs: { '/count': 'value' },
      },
      'as far on either side come to the one above': {
        given: { ...somebody, visits: [first], count: 0 },
        fails: ({ visits, count }: Person) => visits.length > 0 && count !== 1,
        end: { ...simplest, visits: [first], count: 2 },
        needs: { '/count': 'value' },
      },
      'in keys nobody knows come to 0': {
        given: { ...somebody, score: -4.75 },
        fails: (value: { score?: number }) => value.score !== undefined && value.score <= 0,
        end: { ...simplest, score: 0 },
        needs: { '/score': 'extra-key' },
      },
    }),
  )('%s', (_, one) => expectEnd(one));
});
