import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerModel, health, scenarios } from '../../arbitraries/index.js';
import type { ScenarioName } from '../../arbitraries/index.js';
import { Source } from '../../src/index.js';
import type { Collection } from '../../src/index.js';
import { Recogniser } from '../../src/domain/index.js';

const recogniser = new Recogniser(health);
const names = Object.keys(scenarios) as ScenarioName[];

function drawn(collection: Collection<object>, seed: number): object {
  return collection.arbitrary({}, { asOf: health.asOf }).draw(Source.of(seed));
}

function nameOf(record: unknown): string | undefined {
  return recogniser.collectionOf(record)?.name;
}

function without(record: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

describe('Recogniser', () => {
  it('knows the records of every collection, at any reference date', () => {
    for (const collection of health.collections) {
      for (let seed = 0; seed < 30; seed++) expect(nameOf(drawn(collection, seed))).toBe(collection.name);
      const later = collection.arbitrary({}, { asOf: '2031-07-09' }).draw(Source.of(1));
      expect(nameOf(later)).toBe(collection.name);
    }
  });

  it('knows records that went through JSON, in any order of keys and with keys of their own', () => {
    for (const collection of health.collections) {
      const entries = Object.entries(JSON.parse(JSON.stringify(drawn(collection, 3))) as object);
      expect(nameOf(Object.fromEntries(entries.toReversed()))).toBe(collection.name);
      expect(nameOf(Object.fromEntries([...entries, ['generated_by', 'x'], ['version', 2]]))).toBe(collection.name);
    }
  });

  it.each(names)('knows %s without the additions to the format', (name) => {
    const one = drawn(scenarios[name], 5);
    expect(nameOf(without(one, 'customer_id', 'expected_outcomes', 'trigger_event'))).toBe(name);
    for (const key of ['customer_id', 'user', 'journey', 'expected_outcomes', 'trigger_event'])
      expect(nameOf(without(one, key)), key).toBe(name);
  });

  it('takes a scenario of an unknown type for a scenario, so that its type is what is wrong', () => {
    const one = { ...drawn(scenarios.first_time_user, 5), scenario_type: 'yearly_checkup' };
    expect(names).toContain(nameOf(one));
  });

  it('knows customers that lack a part', () => {
    const one = customerModel.arbitrary.draw(Source.of(9));
    for (const key of Object.keys(one)) expect(nameOf(without(one, key)), key).toBe('customers');
  });

  it('knows no record with foreign keys', () => {
    expect(nameOf({})).toBeUndefined();
    expect(nameOf({ id: 1, name: 'x', age: 3 })).toBeUndefined();
    expect(nameOf({ customer_id: 1, a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1 })).toBeUndefined();
  });

  it('knows nothing that is no object', () => {
    for (const value of [undefined, null, 0, '', 'customers', true, [], [drawn(health.collections[0], 1)], () => 1])
      expect(nameOf(value)).toBeUndefined();
  });

  it('is not led astray by values that no text can be made of', () => {
    const one = drawn(scenarios.life_transition, 5);
    const strange: readonly unknown[] = [{ toString: 1 }, Object.create(null), Symbol('x'), 5n, [[[]]], null];
    for (const value of strange) expect(names).toContain(nameOf({ ...one, scenario_type: value }));
  });

  it('says the same of a record whatever it saw before', () => {
    const shapes = Array.from({ length: 3000 }, (_, index) => ({ [`key ${index}`]: 1 }));
    for (const shape of shapes) expect(nameOf(shape)).toBeUndefined();
    expect(nameOf(drawn(scenarios.prevention_conversion, 2))).toBe('prevention_conversion');
  });

  it('throws on no JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, type) => {
        nameOf(value);
        nameOf({ scenario_type: type, journey: value, user: value });
      }),
    );
  });
});
