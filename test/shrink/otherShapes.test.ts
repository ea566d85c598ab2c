import { describe, expect, it } from 'vitest';
import { expectEnd, rows } from './expectEnd.js';
import { shrunk, simplest, somebody } from './people.js';
import type { Person } from './people.js';

const isOld = ({ age }: Person): boolean => age >= 43;
const first = { at: '2024-01-01T00:00:00Z', minutes: 1 };

describe('other shapes', () => {
  it.each(
    rows({
      'a member of another type': {
        given: { ...somebody, age: 'forty' },
        fails: ({ age }: { age: unknown }) => typeof age === 'string',
        end: { ...simplest, age: '' },
        needs: { '/age': 'value' },
      },
      'a list for a text, an object for a list': {
        given: { ...somebody, name: ['a', 'b'], visits: { a: 1, b: { c: 2 } } },
        fails: ({ name, visits }: { name: unknown; visits: unknown }) => Array.isArray(name) && !Array.isArray(visits),
        end: { ...simplest, name: [], visits: {} },
        needs: { '/name': 'value', '/visits': 'value' },
      },
      'an element that is no object': {
        given: { ...somebody, visits: [...somebody.visits, 'at noon', null] },
        fails: ({ visits }: { visits: readonly unknown[] }) => visits.includes(null),
        end: { ...simplest, visits: [null], count: 1 },
        needs: { '/visits/0': 'value' },
      },
      'too long a list': {
        given: { ...somebody, visits: Array.from({ length: 40 }, () => somebody.visits[0]), count: 40 },
        fails: ({ visits }: Person) => visits.length >= 8,
        end: { ...simplest, visits: Array.from({ length: 8 }, () => first) },
        needs: { '/visits': 'value' },
      },
      'a missing key that the failure needs missing': {
        given: { name: 'Cid' },
        fails: (value: Partial<Person>) => value.age === undefined,
        end: { name: 'Ann', weight: 40.5, born: '1950-01-01', pet: null, visits: [], count: 0 },
        needs: { '/age': 'missing-key' },
      },
      'a missing key of an element': {
        given: { ...somebody, visits: [somebody.visits[0], { at: somebody.visits[1]?.at }] },
        fails: ({ visits }: Person) => visits.some((visit) => !('minutes' in visit)),
        end: { ...simplest, visits: [{ at: first.at }], count: 1 },
        needs: { '/visits/0/minutes': 'missing-key' },
      },
      'missing keys that it does not need missing': { given: { age: 63 }, fails: isOld, end: { ...simplest, age: 43 } },
      'nothing at all': { given: {}, fails: (value: object) => typeof value === 'object', end: simplest },
      null: { given: null, fails: (value: unknown) => value === null, end: null, needs: { '': 'value' } },
      'null that need not be null': { given: null, fails: () => true, end: simplest },
      'a list instead of a record': {
        given: [1, somebody, 'x'],
        fails: (value: unknown) => Array.isArray(value),
        end: [],
        needs: { '': 'value' },
      },
      'a text instead of a record': {
        given: 'no record, an error message 🙂',
        fails: (value: unknown) => typeof value === 'string' && value.includes('🙂'),
        end: '🙂',
        needs: { '': 'value' },
      },
      'a number instead of a record': {
        given: 404,
        fails: (value: unknown) => typeof value === 'number' && value >= 400,
        end: 400,
        needs: { '': 'value' },
      },
    }),
  )('%s', (_, one) => expectEnd(one));

  it('keeps the shape where it was kept', async () => {
    const strict = ({ pet, name }: Person): boolean => pet === 'bird' || name.startsWith('Zoë');
    // "bird" is of the right shape and yet no pet that anybody draws; a shorter text would be of none.
    expect(
      (await shrunk({ ...somebody, pet: 'bird' }, ({ pet }: Person) => pet !== null && pet !== 'cat' && pet !== 'dog'))
        .value,
    ).toEqual({
      ...simplest,
      pet: 'bird',
    });
    expect((await shrunk({ ...somebody, name: 'Zoë Q.' }, strict)).value).toEqual({ ...simplest, name: 'Zoë' });
    expect(
      (await shrunk({ ...somebody, name: 'Zoë' }, ({ name }: Person) => !['Ann', 'Ben', 'Cid'].includes(name))).value,
    ).toMatchObject({
      name: expect.stringMatching(/^.$/u) as string,
    });
  });

  it('need not be kept where it was not', async () => {
    const fails = ({ pet }: Person): boolean => pet !== null && pet !== 'cat' && pet !== 'dog';
    expect((await shrunk({ ...somebody, pet: 'unicorn' }, fails)).value).toEqual({ ...simplest, pet: '' });
  });
});
