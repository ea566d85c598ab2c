import { describe, expect, it } from 'vitest';
import { customer } from '../../../arbitraries/customer.js';
import { customerModel } from '../../../arbitraries/customerModel.js';
import { narrative, narrativeInvariants, retold } from '../../../arbitraries/narrative/index.js';
import { sample, Source, violationsOf } from '../../../src/index.js';

const customers = sample(customer(), { seed: 11, count: 1000 });
const own = new Set(narrativeInvariants.map(({ id }) => id));

describe('the narrative of a whole customer', () => {
  it('is true of everything else in the record', () => {
    for (const one of customers) {
      expect(violationsOf(one, narrativeInvariants)).toEqual([]);
      expect(narrative.in(one).accepts(one.narrative)).toBe(true);
    }
    const descriptions = customers.slice(0, 500).map((one) => one.narrative.self_description);
    expect(new Set(descriptions).size).toBeGreaterThan(450);
  });

  it.each(narrativeInvariants.map((rule) => [rule.id, rule] as const))(
    'breaks no rule of another part when %s is broken',
    (id, rule) => {
      let broken = 0;
      for (const [seed, one] of customers.slice(0, 100).entries()) {
        const value = rule.breaker(one, Source.of(seed));
        if (value === undefined) continue;
        broken++;
        expect(new Set(violationsOf(value, customerModel.invariants).map((found) => found.rule))).toEqual(
          new Set([id]),
        );
      }
      expect(broken).toBeGreaterThan(90);
    },
  );

  it('can be told again whatever another part gets wrong', () => {
    let untrueBefore = 0;
    for (const [seed, one] of customers.slice(0, 60).entries()) {
      for (const rule of customerModel.invariants) {
        const broken = own.has(rule.id) ? undefined : rule.breaker(one, Source.of(seed));
        if (broken === undefined) continue;
        const untold = { ...broken, narrative: one.narrative };
        if (violationsOf(untold, narrativeInvariants).length > 0) untrueBefore++;
        expect(violationsOf(retold(untold, one), narrativeInvariants), rule.id).toEqual([]);
      }
    }
    expect(untrueBefore).toBeGreaterThan(0);
  });
});
