import { describe, expect, it } from 'vitest';
import { membersThatMatter } from '../../src/shrink/membersThatMatter.js';
import { simplestHolder } from '../../src/shrink/simplestMembers.js';
import { ABSENT } from '../../src/shrink/Patch.js';
import { nullable, record, choice, integer } from '../../src/index.js';
import { person, simplest, somebody } from './people.js';
import type { Person } from './people.js';

async function mattering(
  value: unknown,
  fails: (value: never) => boolean,
): Promise<{ matters: string[]; questions: number }> {
  let questions = 0;
  const matters = await membersThatMatter(value, simplest as never, person, async (one) => {
    questions++;
    return (fails as (value: unknown) => boolean)(one);
  });
  return { matters, questions };
}

describe('members that matter', () => {
  it('are those whose change alone ends the failure', async () => {
    const fails = ({ age, name }: Person): boolean => age >= 43 && name === 'Ann';
    expect((await mattering({ ...simplest, age: 43 }, fails)).matters).toEqual(['/name', '/age']);
  });

  it('are none where nothing ends it', async () => {
    expect((await mattering(simplest, () => true)).matters).toEqual([]);
  });

  it('are all where any change ends it', async () => {
    const text = JSON.stringify(somebody);
    const { matters } = await mattering(somebody, (one) => JSON.stringify(one) === text);
    const inVisits = [0, 1, 2].flatMap((index) => [`/visits/${index}/at`, `/visits/${index}/minutes`]);
    expect(matters).toEqual(['/name', '/age', '/weight', '/born', '/pet', ...inVisits, '/count']);
  });

  it('are found in elements, where others have longer or shorter lists', async () => {
    const fails = ({ visits }: Person): boolean => (visits[2]?.minutes ?? 0) >= 18;
    expect((await mattering(somebody, fails)).matters).toEqual(['/visits/2/minutes']);
  });

  it('are the list itself where its length alone counts', async () => {
    expect((await mattering(somebody, ({ visits }: Person) => visits.length >= 3)).matters).toEqual(['/visits']);
  });

  it('are keys that nobody knows, whatever they are called', async () => {
    const value = { ...simplest, 'a/b': 1, '~': { deep: [true] }, '': 0 };
    const fails = (one: typeof value): boolean => one['a/b'] === 1 && one['~'].deep[0] === true && one[''] === 0;
    expect((await mattering(value, fails)).matters).toEqual(['/a~1b', '/~0/deep/0', '/']);
  });

  it('are the whole where it has no members', async () => {
    expect((await mattering(null, (one) => one === null)).matters).toEqual(['']);
    expect((await mattering(404, () => true)).matters).toEqual([]);
  });

  it('cost few questions where few matter', async () => {
    expect((await mattering(somebody, () => true)).questions).toBeLessThan(25);
  });
});

describe('the plainest list that is not empty', () => {
  it('is looked for in the record itself, or else in drawn ones', () => {
    const plainest = [{ at: '2024-01-01T00:00:00Z', minutes: 1 }];
    expect(simplestHolder(person, somebody as never, ['visits'])).toEqual(plainest);
    expect(simplestHolder(person, simplest as never, ['visits'])).toEqual(plainest);
  });

  it('is nothing where no record has one', () => {
    expect(simplestHolder(person, simplest as never, ['friends'])).toBe(ABSENT);
    const flat = record()
      .field('pet', nullable(choice(['cat'])))
      .field('age', integer({ min: 0, max: 9 }));
    expect(simplestHolder(flat, { pet: null, age: 0 }, ['pet'])).toBe(ABSENT);
  });
});
