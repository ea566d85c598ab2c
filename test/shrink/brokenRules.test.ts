import { describe, expect, it } from 'vitest';
import { customerModel, scenarios } from '../../arbitraries/index.js';
import { breaking, invariant, sample, shrink, shrinkData, violationsOf } from '../../src/index.js';
import type { Invariant, Model } from '../../src/index.js';
import { stayModel } from '../domain/stays.js';
import { personModel, shrunk, simplest, somebody, throughJson } from './people.js';
import type { Person } from './people.js';

const SEEDS = [1, 2];
const MOST_TRIES = 500;

const models: readonly (readonly [string, Model<object>])[] = [
  ['customer', customerModel],
  ...Object.entries(scenarios).map(([name, { model }]) => [name, model] as const),
  ['stay', stayModel],
];
const rules = models.flatMap(([name, model]) =>
  model.invariants.map((rule) => [`${name}, ${rule.id}`, model, rule] as const),
);

/** Whether the rule finds something against a record; of what is of another shape it cannot tell. */
const breaks =
  (rule: Invariant<object>) =>
  (value: object): boolean => {
    try {
      return violationsOf(value, [rule]).length > 0;
    } catch {
      return false;
    }
  };

describe('a record that breaks a rule', { timeout: 120_000 }, () => {
  it.each(rules)('shrinks without being repaired, and stays in shape: %s', async (_, model, rule) => {
    const schema = await model.schema();
    const fails = breaks(rule);
    for (const { value: broken } of SEEDS.flatMap((seed) => sample(breaking(model, rule.id), { seed, count: 1 }))) {
      const found = await shrink(throughJson(broken), { model, fails, maxTries: MOST_TRIES });
      expect([fails(found.value), found.isComplete]).toEqual([true, true]);
      expect(schema.safeParse(found.value).error).toBe(undefined);
      const named = found.breaks.map((one) => one.rule);
      const isError = rule.severity === 'error';
      expect(named.includes(rule.id)).toBe(isError);
      // What breaks no more than a warning may be legal.
      expect(found.needs.length > 0 || !isError).toBe(true);
    }
  });

  it('is said to break it in the words of the rule, beside keys nobody knows and other writings', async () => {
    const given = { ...somebody, age: 17, count: 9, note: 1, born: '1987-07-09T00:00:00' };
    const { breaks: broken } = await shrunk(given, () => true);
    expect(broken).toEqual([
      { rule: 'count-agrees', pointer: '/count', message: '3 visits' },
      { rule: 'grown-up', pointer: '/age', message: 'under age' },
    ]);
  });

  it('is said to break none where it is merely foreign', async () => {
    const asWeWrite = invariant<Person>({
      id: 'as-we-write',
      sentence: 'There are no other keys, and times end in Z.',
      check: (one, report) => {
        if ('note' in one) report('/note', 'a note', one, undefined);
        for (const { at } of one.visits) if (!at.endsWith('Z')) report('/visits', 'no Z', at, 'Z');
        if (one.age < 18) report('/age', 'under age', one.age, 18);
      },
      breaker: () => undefined,
    });
    const model = { ...personModel, invariants: [asWeWrite] };
    const visits = somebody.visits.map((visit) => ({ ...visit, at: visit.at.replace('Z', '+00:00'), tag: 1 }));
    const merelyForeign = { ...somebody, visits, note: 1 };
    expect((await shrunk(merelyForeign, () => true, { model })).breaks).toEqual([]);
    const { breaks: broken } = await shrunk({ ...merelyForeign, age: 17 }, () => true, { model });
    expect(broken.map(({ pointer }) => pointer)).toEqual(['/age']);
  });

  it('is said to break what could be looked at: no rule has to bear another shape', async () => {
    const { breaks: broken } = await shrunk({ ...somebody, visits: null, age: 3 }, () => true);
    expect(broken.map(({ rule }) => rule)).toEqual(['grown-up']);
    expect((await shrunk(null, () => true)).breaks).toEqual([]);
  });

  it('is repaired where the failure does not hang on it', async () => {
    const found = await shrunk({ ...somebody, age: 17, count: 9 }, ({ visits }: Person) => visits.length > 0);
    expect(found.value).toEqual({ ...simplest, visits: [{ at: '2024-01-01T00:00:00Z', minutes: 1 }], count: 1 });
    expect(found.breaks.map(({ rule }) => rule)).toEqual(['count-agrees', 'grown-up']);
    expect(found.needs).toEqual([]);
  });

  it('is said to break it where it stands in the data that is left', async () => {
    const records = [somebody, { ...somebody, count: 9 }, somebody, { ...somebody, age: 17 }, somebody];
    const found = await shrinkData<Person, Person>(records, {
      model: personModel,
      fails: (all) => all.some(({ age }) => age < 18) && all.some(({ count, visits }) => count !== visits.length),
    });
    expect(found.value).toEqual([
      { ...simplest, count: 1 },
      { ...simplest, age: 17 },
    ]);
    expect(found.breaks.map(({ rule, pointer }) => [rule, pointer])).toEqual([
      ['count-agrees', '/0/count'],
      ['grown-up', '/1/age'],
    ]);
  });
});
