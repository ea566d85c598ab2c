import { describe, expect, it } from 'vitest';
import { sample, Source, violationsOf } from '../../../src/index.js';
import { engagementInvariants } from '../../../arbitraries/engagement/index.js';
import { lifeEventsInvariants } from '../../../arbitraries/life-events/index.js';
import { lifeEventsSchema } from '../../../arbitraries/schema/index.js';
import type { Customer, LifeEvent } from '../../../arbitraries/schema/index.js';
import { lives } from './lives.js';

const customers = sample(lives, { seed: 5, count: 400 });
const rules = [...lifeEventsInvariants, ...engagementInvariants];

describe.each(lifeEventsInvariants.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is broken alone by its breaker, on a fair share of customers, without touching them', () => {
    let broken = 0;
    for (const [index, customer] of customers.entries()) {
      const before = JSON.stringify(customer);
      const copy = rule.breaker(customer, Source.of(index));
      expect(JSON.stringify(customer)).toBe(before);
      if (copy === undefined) continue;
      broken++;
      expect(lifeEventsSchema.safeParse(copy.life_events).success).toBe(true);
      const violations = violationsOf(copy, rules);
      expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set([id]));
      for (const { pointer } of violations) expect(pointer).toMatch(/^\/life_events\/(past|anticipated)/);
    }
    expect(broken).toBeGreaterThan(customers.length / 5);
  });
});

/** A single customer without any history, born in 1985. */
const blank: Customer = (() => {
  const one = customers[0] as Customer;
  return {
    ...one,
    as_of: '2025-03-31',
    core: { ...one.core, birth_date: '1985-05-05', age: 39, marital_status: 'single' },
    health: {
      ...one.health,
      chronic_conditions: [],
      preventive_care: {
        screening_history: { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 },
      },
    },
    life_events: { past: [], anticipated: [] },
  };
})();

function event(subtype: LifeEvent['subtype'], date: string, change: Partial<LifeEvent> = {}): LifeEvent {
  const drawn = customers.flatMap(({ life_events }) => life_events.past).find((one) => one.subtype === subtype);
  return { ...(drawn as LifeEvent), date, ...change };
}

function found(life_events: Partial<Customer['life_events']>, core: Partial<Customer['core']> = {}): string[] {
  const customer = {
    ...blank,
    core: { ...blank.core, ...core },
    life_events: { ...blank.life_events, ...life_events },
  };
  return violationsOf(customer, lifeEventsInvariants).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

describe('the rules on life events', () => {
  it('refuse the divorce of somebody who is single', () => {
    expect(found({ past: [event('divorce', '2019-06-01')] })).toEqual([
      'marital-events-follow-each-other /life_events/past/0',
    ]);
  });

  it('refuse a marriage in childhood, once', () => {
    expect(found({ past: [event('marriage', '1995-06-01')] }, { marital_status: 'married' })).toEqual([
      'life-events-at-plausible-age /life_events/past/0/date',
    ]);
  });

  it('refuse two retirements planned', () => {
    const first = event('retirement_planning', '2025-09-01', { status: 'planned' });
    const second = event('retirement_planning', '2026-09-01', { status: 'planned' });
    const born = { birth_date: '1975-05-05', age: 49 };
    expect(found({ anticipated: [first] }, born)).toEqual([]);
    expect(found({ anticipated: [first, second] }, born)).toEqual(['once-only-events-once /life_events/anticipated/1']);
  });

  it('refuse a finished event after today and a planned one before it', () => {
    expect(found({ past: [event('relocation', '2025-04-01')] })).toEqual([
      'past-events-not-after-reference-date /life_events/past/0/date',
    ]);
    expect(found({ anticipated: [event('relocation', '2025-03-31', { status: 'planned' })] })).toEqual([
      'anticipated-events-after-reference-date /life_events/anticipated/0/date',
    ]);
  });

  it('accept a second marriage after a divorce or a loss, and not without one', () => {
    const first = event('marriage', '2008-01-01');
    const second = event('marriage', '2015-01-01');
    const married = { marital_status: 'married' } as const;
    expect(found({ past: [first, event('divorce', '2012-01-01'), second] }, married)).toEqual([]);
    expect(found({ past: [first, event('family_loss', '2012-01-01'), second] }, married)).toEqual([]);
    expect(found({ past: [first, second] }, married)).toEqual(['marital-events-follow-each-other /life_events/past/1']);
  });

  it('know a loss that ended no marriage from one that did', () => {
    const past = [event('marriage', '2008-01-01'), event('family_loss', '2019-01-01')];
    expect(found({ past }, { marital_status: 'widowed' })).toEqual([]);
    expect(found({ past }, { marital_status: 'married' })).toEqual([]);
    expect(found({ past }, { marital_status: 'divorced' })).toEqual([
      'marital-history-ends-in-status /life_events/past',
    ]);
    expect(found({ past: past.toReversed() }, { marital_status: 'widowed' })).toEqual([
      'life-events-in-order /life_events/past/1/date',
    ]);
  });

  it('count births and their distance over past and planned ones', () => {
    const born = event('child_birth', '2025-01-01');
    const planned = event('child_birth', '2025-08-01', { status: 'planned' });
    expect(found({ past: [born], anticipated: [planned] })).toEqual([
      'same-events-apart /life_events/anticipated/0/date',
    ]);
  });
});
