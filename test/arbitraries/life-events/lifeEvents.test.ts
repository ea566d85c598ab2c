import { describe, expect, it } from 'vitest';
import { daysBetween, sample, Source, violationsOf } from '../../../src/index.js';
import { lifeEvents, lifeEventsInvariants } from '../../../arbitraries/life-events/index.js';
import { lifeEventsSchema } from '../../../arbitraries/schema/index.js';
import type { Customer, LifeEvents } from '../../../arbitraries/schema/index.js';
import { lifeEventSubtypes, personaTypes } from '../../../arbitraries/vocabulary.js';
import type { PersonaType } from '../../../arbitraries/vocabulary.js';
import { lives } from './lives.js';
import { shrunk } from './shrunk.js';

const many = sample(lives, { seed: 7, count: 4000 });
const plain = { seed: 11, count: 300 };

function withEvents(customer: Customer, life_events: LifeEvents): Customer {
  return { ...customer, life_events };
}

function overJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe('lifeEvents', () => {
  it('draws what the schema and every rule allow', () => {
    for (const customer of many) {
      expect(lifeEventsSchema.safeParse(customer.life_events).success).toBe(true);
      expect(violationsOf(customer, lifeEventsInvariants)).toEqual([]);
    }
  });

  it('draws edge cases that every rule allows, some with hardly an event and some with many', () => {
    const counts = Array.from({ length: 600 }, (_, seed) => {
      const customer = lives.draw(Source.of(seed), 1);
      expect(violationsOf(customer, lifeEventsInvariants)).toEqual([]);
      return customer.life_events.past.length;
    });
    expect(counts.filter((count) => count <= 1).length).toBeGreaterThan(60);
    expect(counts.filter((count) => count >= 12).length).toBeGreaterThan(60);
  });

  it('recognises what it drew after JSON', () => {
    for (const customer of many.slice(0, 1000))
      expect(lifeEvents.in(customer).accepts(overJson(customer.life_events))).toBe(true);
  });

  it('refuses what a rule refuses', () => {
    let tried = 0;
    for (const rule of lifeEventsInvariants) {
      for (const [index, customer] of many.slice(0, 60).entries()) {
        const broken = rule.breaker(customer, Source.of(index));
        if (broken === undefined) continue;
        tried++;
        expect(lifeEvents.in(customer).accepts(broken.life_events)).toBe(false);
      }
    }
    expect(tried).toBeGreaterThan(900);
  });

  it('has every subtype among past events, and only plans what can be planned', () => {
    const past = new Set(many.flatMap(({ life_events }) => life_events.past.map(({ subtype }) => subtype)));
    const ahead = new Set(many.flatMap(({ life_events }) => life_events.anticipated.map(({ subtype }) => subtype)));
    expect([...past].sort()).toEqual([...lifeEventSubtypes].sort());
    expect([...ahead].sort()).toEqual(
      [
        'career_change',
        'child_birth',
        'genetic_testing',
        'job_change',
        'marriage',
        'prevention',
        'promotion',
        'relocation',
        'retirement_planning',
        'screening',
      ].sort(),
    );
  });

  it('turns the lives of seekers most and those of integrators least', () => {
    const means = meansBy(({ life_events }) => life_events.past.length);
    const { structured_system_seeker: most, ...others } = means;
    expect(Math.max(...Object.values(others))).toBeLessThan(most - 0.5);
    const turns = meansBy(
      ({ life_events }) => life_events.past.filter(({ type }) => type === 'career' || type === 'place').length,
    );
    const { balanced_life_integrator: fewest, ...more } = turns;
    expect(Math.min(...Object.values(more))).toBeGreaterThan(fewest + 0.1);
  });

  it('gives well over a third an event of some impact within the last year', () => {
    const recent = many.filter(({ as_of, life_events }) =>
      life_events.past.some(({ date, impact }) => impact !== 'low' && daysBetween(date, as_of) <= 365),
    );
    expect(recent.length / many.length).toBeGreaterThan(0.4);
  });

  it('uses many wordings', () => {
    const texts = new Set(
      many.flatMap(({ life_events }) =>
        life_events.past.map((event) => event.prevention_opportunity + event.support_needs.join()),
      ),
    );
    expect(texts.size).toBeGreaterThan(500);
  });
});

describe('shrinking life events', () => {
  it('ends at what must be there, with candidates that are accepted and simpler', () => {
    for (const customer of sample(lives, plain)) {
      const arbitrary = lifeEvents.in(customer);
      const end = shrunk(arbitrary, overJson(customer.life_events), () => true);
      const { marital_status } = customer.core;
      const { has_history } = customer.health.preventive_care.screening_history;
      const marital = { single: 0, married: 1, divorced: 2, widowed: 2 }[marital_status];
      expect(end.past.length).toBe(marital + (has_history ? 1 : 0));
      expect(end.anticipated).toEqual([]);
      expect(end.past.every(({ support_needs }) => support_needs.length === 1)).toBe(true);
    }
  });

  it('keeps the one event that matters, at its plainest', () => {
    const isHit = ({ past }: LifeEvents): boolean => past.some(({ subtype }) => subtype === 'relocation');
    for (const customer of sample(lives, plain)) {
      // Old enough for the whole ten years to count.
      const { age, marital_status } = customer.core;
      if (!isHit(customer.life_events) || marital_status !== 'single' || age < 30) continue;
      const end = shrunk(lifeEvents.in(customer), customer.life_events, isHit);
      const kept = end.past.filter(({ subtype }) => subtype !== 'screening');
      expect(kept).toEqual([
        {
          date: kept[0]?.date,
          type: 'place',
          subtype: 'relocation',
          impact: 'moderate',
          prevention_opportunity: 'Find a clinic near the new home',
          support_needs: ['Search for a new clinician'],
          status: 'completed',
        },
      ]);
      expect(daysBetween(kept[0]?.date ?? '', customer.as_of)).toBe(3651);
    }
  });

  it('drops a treatment and its diagnosis, a marriage and its divorce', () => {
    const isLong = ({ past }: LifeEvents): boolean => past.filter(({ subtype }) => subtype === 'marriage').length > 0;
    const twice = many.filter(
      ({ life_events }) => life_events.past.filter(({ subtype }) => subtype === 'marriage').length === 2,
    );
    expect(twice.length).toBeGreaterThan(20);
    for (const customer of twice.slice(0, 40)) {
      const end = shrunk(lifeEvents.in(customer), customer.life_events, isLong);
      expect(end.past.filter(({ subtype }) => subtype === 'marriage').length).toBe(1);
    }
  });
});

describe('mending life events', () => {
  it('leaves alone what is accepted', () => {
    for (const customer of many.slice(0, 200))
      expect(lifeEvents.in(customer).mend(customer.life_events)).toBe(customer.life_events);
  });

  it('makes something acceptable of anything', () => {
    const garbage: unknown[] = [
      null,
      7,
      'x',
      [],
      {},
      { past: 3, anticipated: null },
      { past: [null, 4, { date: 'no', subtype: 'marriage' }, { date: '1200-01-01', subtype: 'marriage' }] },
      { past: Array.from({ length: 90 }, () => ({ date: '2020-02-30', subtype: 'toString' })), anticipated: [[]] },
      { past: [{ date: '2400-01-01T10:00:00+02:00', subtype: 'divorce' }], anticipated: [{ subtype: 'treatment' }] },
    ];
    for (const customer of many.slice(0, 150)) {
      const arbitrary = lifeEvents.in(customer);
      for (const one of garbage) expect(arbitrary.accepts(arbitrary.mend(one))).toBe(true);
    }
  });

  it('keeps what it can of a broken list', () => {
    let kept = 0;
    for (const [index, customer] of many.slice(0, 300).entries()) {
      const rule = lifeEventsInvariants.find(({ id }) => id === 'life-events-in-order');
      const broken = rule?.breaker(customer, Source.of(index));
      if (broken === undefined) continue;
      const mended = lifeEvents.in(customer).mend(broken.life_events);
      if (JSON.stringify(mended) === JSON.stringify(customer.life_events)) kept++;
    }
    expect(kept).toBeGreaterThan(200);
  });

  it('seats the events of one customer in the life of another', () => {
    for (const [index, customer] of many.slice(1, 200).entries()) {
      const other = many[index];
      if (other === undefined) continue;
      const now = lifeEvents.in(customer);
      for (const seated of now.reseat(other.life_events, lifeEvents.in(other)))
        expect(violationsOf(withEvents(customer, seated), lifeEventsInvariants)).toEqual([]);
    }
  });
});

function meansBy(measure: (customer: Customer) => number): Record<PersonaType, number> {
  return Object.fromEntries(
    personaTypes.map((type) => {
      const values = many.filter(({ persona_type }) => persona_type === type).map(measure);
      return [type, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  ) as Record<PersonaType, number>;
}
