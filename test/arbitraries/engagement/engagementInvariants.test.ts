import { describe, expect, it } from 'vitest';
import { sample, Source, violationsOf } from '../../../src/index.js';
import { engagementInvariants } from '../../../arbitraries/engagement/index.js';
import { lifeEventsInvariants } from '../../../arbitraries/life-events/index.js';
import { engagementSchema } from '../../../arbitraries/schema/index.js';
import { lives } from '../life-events/lives.js';

const customers = sample(lives, { seed: 23, count: 400 });
const rules = [...lifeEventsInvariants, ...engagementInvariants];

describe.each(engagementInvariants.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is broken alone by its breaker, on a fair share of customers, without touching them', () => {
    let broken = 0;
    for (const [index, customer] of customers.entries()) {
      const before = JSON.stringify(customer);
      const copy = rule.breaker(customer, Source.of(index));
      expect(JSON.stringify(customer)).toBe(before);
      if (copy === undefined) continue;
      broken++;
      expect(engagementSchema.safeParse(copy.engagement).success).toBe(true);
      const violations = violationsOf(copy, rules);
      expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set([id]));
      for (const { pointer } of violations) expect(pointer).toMatch(/^\/engagement\//);
    }
    expect(broken).toBeGreaterThan(customers.length / 5);
  });
});

describe('the rules on engagement', () => {
  it('count visits before the registration, centuries ago or a day', () => {
    for (const customer of customers.slice(0, 50)) {
      const [first, ...others] = customer.engagement.visits;
      if (first === undefined) continue;
      const visits = [{ ...first, at: '1700-01-01T10:00:00Z' }, ...others];
      const found = violationsOf({ ...customer, engagement: { ...customer.engagement, visits } }, engagementInvariants);
      expect(found.map(({ rule }) => rule)).toContain('visits-after-registration');
      expect(found.map(({ rule }) => rule)).toContain('visits-within-last-year');
    }
  });
});
