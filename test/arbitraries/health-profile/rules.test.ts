import { describe, expect, it } from 'vitest';
import { sample, Source, violationsOf } from '../../../src/index.js';
import { healthInvariants } from '../../../arbitraries/health-profile/index.js';
import { customerSchema, healthSchema } from '../../../arbitraries/schema/index.js';
import type { Customer } from '../../../arbitraries/schema/index.js';
import { asCustomer, people } from './people.js';

const drawn = sample(people, { seed: 11, count: 2000 });
const customers = drawn.map(asCustomer);

describe('healthInvariants', () => {
  it('hold for every draw', () => {
    for (const customer of customers) {
      expect(violationsOf(customer, healthInvariants), JSON.stringify(customer.health)).toEqual([]);
    }
  });

  it('have ids of their own', () => {
    expect(new Set(healthInvariants.map(({ id }) => id)).size).toBe(healthInvariants.length);
  });

  it.each(healthInvariants.map((rule) => [rule.id, rule] as const))(
    '%s: is broken alone by its breaker',
    (id, rule) => {
      let count = 0;
      customers.slice(0, 700).forEach((customer, index) => {
        const before = JSON.stringify(customer);
        const source = Source.of(index);
        const broken = rule.breaker(customer, source);
        expect(JSON.stringify(customer)).toBe(before);
        if (broken === undefined) return;
        count++;
        expect(JSON.stringify(rule.breaker(customer, Source.of(index)))).toBe(JSON.stringify(broken));
        const found = violationsOf(broken, healthInvariants);
        expect([...new Set(found.map((violation) => violation.rule))], JSON.stringify(found)).toEqual([id]);
        for (const { pointer } of found) expect(at(broken, pointer)).not.toBeUndefined();
        expect(customerSchema.safeParse(broken).success).toBe(true);
        const { health } = broken;
        expect(people.accepts({ ...drawn[index], health })).toBe(false);
      });
      expect(count).toBeGreaterThan(20);
    },
  );

  it('report nothing but never throw on any health that meets the schema', () => {
    const [customer] = customers;
    if (customer === undefined) throw new Error('no customer');
    const odd = structuredClone(customer);
    odd.core.age = 77;
    odd.health.preventive_care.screening_history = {
      has_history: true,
      frequency: 'never',
      last_screening: '0004-02-29',
      completion_rate: 1,
    };
    odd.health.risk = { findings: { constructor: 'x', 'a/b': 'y' }, factors: [], score: 200, level: 'low' };
    expect(healthSchema.safeParse(odd.health).success).toBe(true);
    expect(violationsOf(odd, healthInvariants).map(({ rule }) => rule)).toContain('risk-level-from-score');
  });
});

describe('a foreign customer', () => {
  const customer = customers.find(({ health }) => health.risk.factors.length >= 2) as Customer;
  const rulesOf = (change: (copy: Customer) => void): string[] => {
    const copy = structuredClone(customer);
    change(copy);
    return violationsOf(copy, healthInvariants).map(({ rule, pointer }) => `${rule} ${pointer}`);
  };

  it('is told which factor is missing, and that the score no longer adds up', () => {
    expect(rulesOf(({ health }) => health.risk.factors.shift())).toEqual([
      'risk-factors-from-record /health/risk/factors',
      'risk-score-adds-up /health/risk/score',
    ]);
  });

  it('is told of factors in another order once', () => {
    expect(rulesOf(({ health }) => health.risk.factors.reverse())).toEqual([
      'risk-factors-from-record /health/risk/factors',
    ]);
  });

  it('is told of every factor too many', () => {
    const extra = { factor: 'luck', finding: 'bad', points: 1 };
    expect(
      rulesOf(({ health }) => {
        health.risk.factors.push(extra, extra);
        health.risk.score += 2;
      }),
    ).toEqual(
      expect.arrayContaining([
        `risk-factors-from-record /health/risk/factors/${customer.health.risk.factors.length}`,
        `risk-factors-from-record /health/risk/factors/${customer.health.risk.factors.length + 1}`,
      ]),
    );
  });
});

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}
