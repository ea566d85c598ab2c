import { describe, expect, it } from 'vitest';
import { customer, customerModel, scenario, scenarios } from '../../arbitraries/index.js';
import type { Customer, Scenario, ScenarioName } from '../../arbitraries/index.js';
import { sample, shrink } from '../../src/index.js';
import { person, personModel, shrunk, simplest, somebody, throughJson } from './people.js';
import type { Person } from './people.js';

const isOld = ({ age }: Person): boolean => age >= 43;

describe('shrink', () => {
  it('finds the simplest record that still fails, from wherever it begins', async () => {
    const old = person.narrow({ age: { min: 43 } })!;
    for (const value of sample(old, { count: 50 })) {
      const found = await shrunk(throughJson(value), isOld);
      expect(found.value).toEqual({ ...simplest, age: 43 });
      expect(found.tries).toBeLessThan(60);
    }
  });

  it('finds the simplest record of all where every one fails', async () => {
    const { value, matters, simplest: atSimplest, needs } = await shrunk(somebody, () => true);
    expect(value).toEqual(simplest);
    expect([matters, needs]).toEqual([[], []]);
    expect(atSimplest).toEqual(['/name', '/age', '/weight', '/born', '/pet', '/visits', '/count']);
  });

  it('lets what is legal and what is not come down in turns, where neither can alone', async () => {
    const near = ({ age, x }: Person & { x?: number }): boolean => x !== undefined && Math.abs(age - x) <= 1;
    const { value, isComplete } = await shrunk({ ...somebody, x: 84 }, near);
    expect([value, isComplete]).toEqual([{ ...simplest, x: 17 }, true]);
  });

  it('leaves a record alone that nothing can make simpler', async () => {
    const text = JSON.stringify(somebody);
    const { value, from, to, matters } = await shrunk(somebody, (one) => JSON.stringify(one) === text);
    expect([value, to]).toEqual([somebody, from]);
    expect(matters).toContain('/visits/0/minutes');
    expect(matters).toContain('/count');
  });

  it('measures what it was given and what it found', async () => {
    const given = { ...somebody, name: 'Zoë', note: 'x'.repeat(500) };
    const { from, to, milliseconds } = await shrunk(given, isOld);
    expect(from).toEqual({ bytes: Buffer.byteLength(JSON.stringify(given)), records: 1 });
    expect(to).toEqual({ bytes: JSON.stringify({ ...simplest, age: 43 }).length, records: 1 });
    expect(milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('does not change what it was given', async () => {
    const given = { ...structuredClone(somebody), extra: { deep: [1, 2] }, age: 17.5 };
    const before = structuredClone(given);
    await shrunk(given, ({ age }: Person) => age < 18);
    expect(given).toEqual(before);
  });

  it('finds the same end for a record in another order of keys', async () => {
    const reversed = Object.fromEntries(Object.entries(somebody).toReversed());
    expect((await shrunk(reversed, isOld)).value).toEqual({ ...simplest, age: 43 });
  });

  const firstKey = (value: object): string | undefined => Object.keys(value)[0];
  const hanging: readonly (readonly [string, object, (value: Person) => boolean, object])[] = [
    ['in a legal record', somebody, (value) => firstKey(value) === 'count' && isOld(value), { ...simplest, age: 43 }],
    [
      'beside an unknown key',
      { ...somebody, note: 1 },
      (value) => firstKey(value) === 'note' && isOld(value),
      { ...simplest, age: 43, note: 0 },
    ],
    [
      'with a value that is not legal',
      { ...somebody, age: 17 },
      (value) => firstKey(value) === 'count' && value.age < 18,
      { ...simplest, age: 17 },
    ],
    [
      'in an element of a list',
      { ...somebody, visits: [{ minutes: 80, at: '2024-12-02T01:10:55Z' }], count: 1 },
      ({ visits }) => firstKey(visits[0] ?? {}) === 'minutes',
      { ...simplest, visits: [{ minutes: 1, at: '2024-01-01T00:00:00Z' }], count: 1 },
    ],
  ];
  it.each(hanging)('keeps the order of keys where the failure hangs on it, %s', async (_, given, fails, end) => {
    const reversed =
      'count' in given && fails !== hanging[3]?.[2] ? Object.fromEntries(Object.entries(given).toReversed()) : given;
    const { value, isComplete } = await shrunk(reversed, fails);
    expect(fails(value as Person)).toBe(true);
    expect([value, isComplete]).toEqual([end, true]);
  });
});

describe('members that a result names', () => {
  it('are the simplest ones but for what hangs on the failure', async () => {
    const fails = ({ age, weight }: Person): boolean => age >= 43 && weight > 60;
    const { value, simplest: atSimplest, matters } = await shrunk(somebody, fails);
    expect(value).toEqual({ ...simplest, age: 43, weight: 60.1 });
    expect(atSimplest).toEqual(['/name', '/born', '/pet', '/visits', '/count']);
    expect(matters).toEqual(['/age', '/weight']);
  });

  it('matter at their simplest, too', async () => {
    const { matters, simplest: atSimplest } = await shrunk(
      somebody,
      ({ pet, age }: Person) => pet !== 'cat' && age >= 43,
    );
    expect(matters).toEqual(['/age', '/pet']);
    expect(atSimplest).toContain('/pet');
  });

  it('matter where two members disagree, also where both changed together would disagree again', async () => {
    const fails = ({ visits, count }: Person): boolean => visits.length !== count;
    const { value, matters } = await shrunk({ ...somebody, count: 5 }, fails);
    expect(value).toEqual({ ...simplest, count: 1 });
    expect(matters).toEqual(['/count']);
    const inside = ({ engagement }: Customer): boolean => engagement.visits.length !== engagement.visit_count;
    const [one] = sample(customer(), { seed: 3, count: 1 }) as [Customer];
    const given = { ...one, engagement: { ...one.engagement, visit_count: one.engagement.visit_count + 3 } };
    const found = await shrink(given, { model: customerModel, fails: inside });
    expect(found.matters).toEqual(['/engagement/visit_count']);
  });

  it('matter as deep as the question goes', async () => {
    const fails = ({ visits }: Person): boolean => visits.some(({ minutes }) => minutes >= 20);
    const { value, matters } = await shrunk(somebody, fails);
    expect(value).toEqual({ ...simplest, visits: [{ at: '2024-01-01T00:00:00Z', minutes: 20 }], count: 1 });
    expect(matters).toEqual(['/visits/0/minutes']);
  });

  it('are not those that merely moved along', async () => {
    const [old] = sample(customer({ core: { age: { min: 43 } } }), { seed: 5, count: 1 }) as [Customer];
    const { matters } = await shrink(throughJson(old), { model: customerModel, fails: ({ core }) => core.age >= 43 });
    expect(matters).toEqual(['/core/age']);
  });
});

describe('a foreign scenario', () => {
  it.each(Object.keys(scenarios) as ScenarioName[])('shrinks from JSON with keys nobody knows: %s', async (name) => {
    const { model } = scenarios[name];
    const fails = ({ journey }: Scenario): boolean => journey.length >= 2;
    const ends = new Set<string>();
    for (const one of sample(scenario(name, { journey: { length: { min: 3 } } }), { count: 8 })) {
      const foreign = {
        ...throughJson(one),
        trace: { id: 7 },
        journey: one.journey.map((step) => ({ ...step, tag: 1 })),
      };
      const { value, tries, isComplete } = await shrink<Scenario, Scenario>(foreign, { model, fails });
      expect([fails(value), isComplete, model.arbitrary.accepts(value)]).toEqual([true, true, true]);
      expect(tries).toBeLessThan(150);
      ends.add(JSON.stringify(value));
    }
    expect(ends.size).toBe(1);
  });

  it('keeps a key of the step that the failure needs, whichever steps go', async () => {
    const { model } = scenarios.life_transition;
    const fails = ({ journey }: Scenario): boolean => journey.some((step) => 'tag' in step && step.tag === 'x');
    const ends = new Set<string>();
    for (const [index, one] of sample(scenario('life_transition', { journey: { length: { min: 3 } } }), {
      count: 8,
    }).entries()) {
      const at = index % one.journey.length;
      const foreign = {
        ...one,
        journey: one.journey.map((step, place) => (place === at ? { ...step, tag: 'x' } : step)),
      };
      const { value, needs } = await shrink<Scenario, Scenario>(foreign, { model, fails });
      expect(fails(value)).toBe(true);
      expect(needs).toEqual([{ pointer: `/journey/${value.journey.length - 1}/tag`, kind: 'extra-key' }]);
      ends.add(JSON.stringify(value.journey.length));
    }
    expect(Math.max(...Array.from(ends, Number))).toBeLessThan(3);
  });
});

it('takes any model, also one held to constraints', async () => {
  const arbitrary = person.narrow({ pet: 'dog' })!;
  const { value } = await shrunk(somebody, isOld, { model: { ...personModel, arbitrary } });
  expect(value).toEqual({ ...simplest, age: 43, pet: 'dog' });
});
