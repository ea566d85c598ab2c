import { describe, expect, it } from 'vitest';
import { narrative, narrativeInvariants } from '../../../arbitraries/narrative/index.js';
import type { Customer } from '../../../arbitraries/schema/index.js';
import { customerSchema } from '../../../arbitraries/schema/index.js';
import { Source, violationsOf } from '../../../src/index.js';
import { plausibleCustomer, plausibleCustomers } from './plausibleCustomers.js';

const customers = plausibleCustomers(400);

const sane = plausibleCustomer(0);

function violations(changes: Partial<Customer['narrative']>, customer: Customer = sane) {
  return violationsOf({ ...customer, narrative: { ...customer.narrative, ...changes } }, narrativeInvariants);
}

describe('narrativeInvariants', () => {
  it.each(narrativeInvariants.map((rule) => [rule.id, rule] as const))(
    '%s is tripped by its breaker alone, which changes nothing but the narrative',
    (id, rule) => {
      let broken = 0;
      for (const [seed, customer] of customers.entries()) {
        const before = JSON.stringify(customer);
        const value = rule.breaker(customer, Source.of(seed));
        expect(JSON.stringify(customer)).toBe(before);
        if (value === undefined) continue;
        broken++;
        const found = violationsOf(value, narrativeInvariants);
        expect(new Set(found.map((one) => one.rule)), JSON.stringify(value.narrative)).toEqual(new Set([id]));
        expect(customerSchema.safeParse(value).success).toBe(true);
        expect(narrative.in(value).accepts(value.narrative)).toBe(false);
        expect({ ...value, narrative: customer.narrative }).toEqual(customer);
        for (const { pointer, actual } of found) expect(at(value, pointer)).toSatisfy(holdsText(actual));
      }
      expect(broken / customers.length).toBeGreaterThan(0.95);
    },
  );

  it('points out each wrong word of a description', () => {
    const customer = { ...sane, core: { ...sane.core, age: 34, occupation: 'accountant' } };
    const { city } = customer.core.location;
    expect(violations({ self_description: `I am a 36-year-old baker in ${city}. I like cheese.` }, customer)).toEqual([
      {
        rule: 'narrative-tells-the-truth',
        severity: 'error',
        pointer: '/narrative/self_description',
        message: `"I am a 36-year-old baker in ${city}." gives the age as "a 36-year-old", the record as "a 34-year-old"`,
        actual: `I am a 36-year-old baker in ${city}.`,
        expected: 'a 34-year-old',
      },
      {
        rule: 'narrative-tells-the-truth',
        severity: 'error',
        pointer: '/narrative/self_description',
        message: `"I am a 36-year-old baker in ${city}." gives the occupation as "baker", the record as "accountant"`,
        actual: `I am a 36-year-old baker in ${city}.`,
        expected: 'accountant',
      },
    ]);
  });

  it('says what a statement would need', () => {
    const never = customers.find(({ health }) => !health.preventive_care.screening_history.has_history) as Customer;
    const [first] = violations({ self_description: 'I am screened every year.' }, never);
    expect(first?.message).toBe('"I am screened every year." is said by somebody who is screened every year');
    const [second] = violations({ self_description: 'My last screening was in 2023.' }, never);
    expect(second?.message).toContain('gives the year of the last screening as "2023", the record as none');
  });

  it('reads statements in a town with a full stop', () => {
    const customer = {
      ...sane,
      core: { ...sane.core, age: 34, location: { ...sane.core.location, city: 'St. Paul' } },
    };
    const said = `I am a 35-year-old ${customer.core.occupation} in St. Paul. I have no faith in pills.`;
    expect(violations({ self_description: said }, customer).map(({ expected }) => expected)).toEqual(['a 34-year-old']);
  });

  it('leaves free text alone, since it states nothing that could be compared', () => {
    expect(
      violations({
        self_description: 'Call me Ishmael. I would rather be at sea!',
        healthcare_relationship: 'It is complicated.',
        health_goals: ['see the Pacific'],
      }),
    ).toEqual([]);
  });

  it('names every foreign word and every repetition', () => {
    const [point = ''] = sane.narrative.pain_points;
    expect(
      violations({ pain_points: [point, point, 'bad weather'] }).map(({ rule, pointer }) => `${rule} ${pointer}`),
    ).toEqual(['pain-points-of-persona /narrative/pain_points/1', 'pain-points-of-persona /narrative/pain_points/2']);
  });

  it('does not throw on a record whose facts contradict each other', () => {
    const odd = structuredClone(sane);
    odd.health.preventive_care.screening_history = {
      has_history: true,
      frequency: 'never',
      last_screening: null,
      completion_rate: 0,
    };
    odd.core.age = 120;
    odd.core.location.state = 'ZZ';
    for (const customer of customers) {
      expect(() => violationsOf({ ...odd, narrative: customer.narrative }, narrativeInvariants)).not.toThrow();
    }
  });
});

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
}

/** The pointed-at value is the offending one, or the text that holds the offending sentence. */
function holdsText(actual: unknown): (value: unknown) => boolean {
  return (value) => value === actual || (typeof value === 'string' && value.includes(String(actual)));
}
