import { describe, expect, it } from 'vitest';
import { sample, shrinkData } from '../../src/index.js';
import type { Shrunk } from '../../src/index.js';
import { person, personModel, simplest, somebody, throughJson } from './people.js';
import type { Person } from './people.js';

async function shrunkData(
  records: readonly unknown[],
  fails: (records: readonly Person[]) => unknown,
): Promise<Shrunk<unknown[]>> {
  const found = await shrinkData<unknown, Person>(records, {
    model: personModel,
    fails: fails as (records: readonly unknown[]) => unknown,
  });
  expect([found.isComplete, fails(found.value as Person[])]).toEqual([true, true]);
  return found;
}

const crowd = throughJson(sample(person, { seed: 4, count: 60 }));
const isOld = ({ age }: Person): boolean => age >= 43;
const old = { ...simplest, age: 43 };

describe('shrinkData', () => {
  it('drops all records that the failure does not need, and simplifies the others', async () => {
    const {
      value,
      from,
      to,
      matters,
      simplest: atSimplest,
    } = await shrunkData(crowd, (all) => all.filter(isOld).length >= 3);
    expect(value).toEqual([old, old, old]);
    expect([from.records, to.records]).toEqual([60, 3]);
    expect([from.bytes, to.bytes]).toEqual([crowd, value].map((all) => JSON.stringify(all).length));
    expect(matters).toEqual(['/0/age', '/1/age', '/2/age']);
    expect(atSimplest).toContain('/2/name');
    expect(atSimplest).not.toContain('/2/age');
  });

  it('takes a few calls for one record among many', async () => {
    for (const at of [0, 1, 31, 58, 59]) {
      const records = crowd.map((one, index) => ({ ...one, age: index === at ? 43 : 20 }));
      const { value, tries } = await shrunkData(records, (all) => all.some(isOld));
      expect(value).toEqual([old]);
      expect(tries).toBeLessThan(75);
    }
  });

  it('finds nothing where nothing is enough', async () => {
    expect((await shrunkData(crowd, () => true)).value).toEqual([]);
    expect((await shrunkData([], (all) => all.length === 0)).value).toEqual([]);
    expect((await shrunkData(crowd, (all) => all.length !== 7)).value).toEqual([]);
  });

  it('finds the fewest where it is their number', async () => {
    const { value, matters } = await shrunkData(crowd, (all) => all.length >= 5);
    expect(value).toEqual(Array.from({ length: 5 }, () => simplest));
    expect(matters).toEqual([]);
  });

  it('drops what is needed no more once the others are simple', async () => {
    const fails = (all: readonly Person[]): boolean =>
      all.some(isOld) && (all.length >= 2 || all.some(({ name }) => name === 'Ann'));
    const { value } = await shrunkData([somebody, somebody, somebody], fails);
    expect(value).toEqual([old]);
  });

  it('keeps records that are the same twice, if both are needed', async () => {
    const twice = (all: readonly Person[]): boolean => new Set(all.map((one) => JSON.stringify(one))).size < all.length;
    const { value } = await shrunkData([...crowd, ...crowd.slice(9, 11)], twice);
    expect(value).toEqual([simplest, simplest]);
  });

  const shared: Readonly<Record<string, readonly [(one: Person) => unknown, Person]>> = {
    name: [({ name }) => name, simplest],
    'date of birth': [({ born }) => born, simplest],
    'age from 43 on': [({ age }) => (age >= 43 ? age : undefined), old],
    'number of visits, two at least': [
      ({ visits }) => (visits.length >= 2 ? visits.length : undefined),
      { ...simplest, visits: Array.from({ length: 2 }, () => ({ at: '2024-01-01T00:00:00Z', minutes: 1 })), count: 2 },
    ],
  };
  it.each(Object.entries(shared))('simplifies what records share: %s', async (_, [of, end]) => {
    const isShared = (all: readonly Person[]): boolean => {
      const known = all.map(of).filter((one) => one !== undefined);
      return new Set(known).size < known.length;
    };
    // All different in everything else, the shared value far from the simplest.
    const records = [
      ...crowd.slice(0, 20),
      ...crowd.slice(0, 1).map((one) => ({ ...crowd[20], born: one.born, age: one.age, name: one.name })),
    ];
    const { value } = await shrunkData([...records, somebody, { ...somebody, name: 'Ben' }], isShared);
    expect(value).toEqual([end, end]);
  });

  it('simplifies what three records share, keys nobody knows included', async () => {
    const records = crowd.slice(0, 30).map((one, index) => ({ ...one, city: `city ${index % 10}` }));
    const three = (all: readonly (Person & { city?: string })[]): boolean =>
      all.some(({ city }) => city !== undefined && all.filter((other) => other.city === city).length >= 3);
    const { value, needs } = await shrunkData(records, three);
    expect(value).toMatchObject([simplest, simplest, simplest]);
    expect(new Set((value as { city: string }[]).map(({ city }) => city)).size).toBe(1);
    expect(needs).toEqual([0, 1, 2].map((index) => ({ pointer: `/${index}/city`, kind: 'extra-key' })));
  });

  it('keeps the order of records', async () => {
    const falls = (all: readonly Person[]): boolean => all.some(({ age }, index) => age < (all[index - 1]?.age ?? 0));
    expect((await shrunkData(crowd, falls)).value).toEqual([{ ...simplest, age: 19 }, simplest]);
  });

  it('needs no record to be one: null, texts, lists stand among them', async () => {
    const records = [...crowd, null, 'text', [1, 2], { age: 50 }];
    expect((await shrunkData(records, (all) => all.includes(null as never))).value).toEqual([null]);
    expect((await shrunkData(records, (all) => all.some(Array.isArray))).value).toEqual([[]]);
  });

  it('comes to the same end from any order of the records', async () => {
    const fails = (all: readonly Person[]): boolean => all.filter((one) => isOld(one) && one.pet !== null).length >= 2;
    for (const records of [crowd, crowd.toReversed(), [...crowd.slice(25), ...crowd.slice(0, 25)]]) {
      const { value } = await shrunkData(records, fails);
      expect(value).toEqual([
        { ...old, pet: 'cat' },
        { ...old, pet: 'cat' },
      ]);
    }
  });

  it('does not change what it was given', async () => {
    const given = structuredClone(crowd);
    await shrunkData(given, (all) => (all as Person[]).splice(0).some(isOld));
    expect(given).toEqual(crowd);
  });
});
