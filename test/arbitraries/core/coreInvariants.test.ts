import { describe, expect, it } from 'vitest';
import { Source, violationsOf } from '../../../src/index.js';
import { coreInvariants } from '../../../arbitraries/core/index.js';
import { customer } from '../../../arbitraries/customer.js';
import { customerModel } from '../../../arbitraries/customerModel.js';
import type { Customer } from '../../../arbitraries/schema/index.js';
import { broken, rules, shareOf } from './person.js';

const anybody = customer();
const root = Source.of(2);
const people = Array.from({ length: 1500 }, (_, index) => anybody.draw(root.childAt(index)));

/** Of all parts of the customer, so that a breaker cannot upset what is told of a fact elsewhere. */
function brokenAnywhere(value: Customer): string[] {
  return [...new Set(violationsOf(value, customerModel.invariants).map(({ rule }) => rule))];
}

/** Rules that only the youngest of a persona give a place to break; all others are broken in a fair share of people. */
const RARE = new Set([
  'education-possible-at-age',
  'marital-status-possible-at-age',
  'employer-insurance-needs-employer',
]);

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  const values = people.map((one, index) => ({ one, value: rule.breaker(one, Source.of(index)) }));

  it('is broken by its breaker, which breaks no other rule', () => {
    for (const { value } of values) if (value !== undefined) expect(brokenAnywhere(value)).toEqual([id]);
    expect(shareOf(values, ({ value }) => value !== undefined)).toBeGreaterThan(RARE.has(id) ? 0.004 : 0.05);
  });

  it('is about what the arbitrary refuses, and names the place', () => {
    for (const { one, value } of values.slice(0, 200)) {
      if (value === undefined) continue;
      expect(anybody.accepts(value)).toBe(false);
      for (const { pointer, message, actual } of violationsOf(value, [rule])) {
        expect(pointer).toMatch(/^\/(core|sdoh)\//);
        const [, part = '', ...path] = pointer.split('/');
        const at = path.reduce<unknown>(
          (inner, key) => (inner as Record<string, unknown>)[key],
          (value as never)[part],
        );
        expect(at).toEqual(actual);
        expect(message.length).toBeGreaterThan(10);
      }
      // The breaker left its argument alone.
      expect(broken(one)).toEqual([]);
    }
  });

  it('breaks the same value in the same way each time', () => {
    const again = people.slice(0, 100).map((one, index) => rule.breaker(one, Source.of(index)));
    expect(again).toEqual(values.slice(0, 100).map(({ value }) => value));
  });
});

describe('coreInvariants', () => {
  it('have names and sentences of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, sentence } of coreInvariants) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('do not throw on a value of the right shape, whatever else is wrong with it', () => {
    const one = people[0];
    if (one === undefined) throw new Error('nobody was drawn');
    const strange = {
      ...one,
      core: {
        ...one.core,
        name: 'X',
        age: 18,
        birth_date: '2400-02-29',
        education: 'phd' as const,
        occupation: '',
        marital_status: 'widowed' as const,
        location: { city: '', state: 'ZZ', postal_code: '00000', area_type: 'rural' as const },
      },
      sdoh: { ...one.sdoh, census_tract: '00000000000' },
    };
    expect(broken(strange)).toEqual(
      expect.arrayContaining(['age-within-persona', 'age-from-birth-date', 'name-listed', 'place-listed']),
    );
  });
});
