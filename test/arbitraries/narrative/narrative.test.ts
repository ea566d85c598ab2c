import { describe, expect, it } from 'vitest';
import { narrative, narrativeInvariants, retold } from '../../../arbitraries/narrative/index.js';
import { personas } from '../../../arbitraries/personas.js';
import { customerSchema, narrativeSchema } from '../../../arbitraries/schema/index.js';
import type { Customer, Narrative } from '../../../arbitraries/schema/index.js';
import { personaTypes } from '../../../arbitraries/vocabulary.js';
import { Source, violationsOf } from '../../../src/index.js';
import { plausibleCustomer, plausibleCustomers } from './plausibleCustomers.js';

const customers = plausibleCustomers(3000);
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('narrative', () => {
  it('meets the schema and every rule, whoever speaks', () => {
    for (const customer of customers) {
      expect(customerSchema.safeParse(customer).success).toBe(true);
      expect(violationsOf(customer, narrativeInvariants)).toEqual([]);
    }
    expect(new Set(customers.map(({ persona_type }) => persona_type)).size).toBe(personaTypes.length);
  });

  it('recognises what it drew, edge cases and copies from JSON included', () => {
    for (const [seed, customer] of customers.slice(0, 600).entries()) {
      const own = narrative.in(json(customer));
      expect(own.accepts(json(customer.narrative))).toBe(true);
      const edge = own.draw(Source.of(seed), 1);
      expect(own.accepts(edge)).toBe(true);
    }
  });

  it('refuses another customer’s description and anything that is no narrative', () => {
    const [one, other] = [plausibleCustomer(1), plausibleCustomer(2)];
    expect(narrative.in(one).accepts(other.narrative)).toBe(false);
    for (const garbage of garbageNarratives(one.narrative)) expect(narrative.in(one).accepts(garbage)).toBe(false);
  });

  it('says something else for nearly everybody', () => {
    const descriptions = customers.slice(0, 500).map((customer) => customer.narrative.self_description);
    expect(new Set(descriptions).size).toBeGreaterThan(450);
  });

  it('speaks differently for one and the same person', () => {
    const own = narrative.in(plausibleCustomer(7));
    const drawn = Array.from({ length: 200 }, (_, seed) => own.draw(Source.of(seed)));
    expect(new Set(drawn.map((one) => one.self_description)).size).toBeGreaterThan(120);
    expect(new Set(drawn.map((one) => one.healthcare_relationship)).size).toBeGreaterThanOrEqual(4);
  });

  it('uses every pain point and motivation of a persona about equally often', () => {
    for (const type of personaTypes) {
      const own = customers.filter(({ persona_type }) => persona_type === type).map(({ narrative: told }) => told);
      const { painPoints, motivations } = personas[type];
      for (const word of painPoints)
        expect(shareWith(own, (told) => told.pain_points.includes(word))).toBeCloseTo(0.5, 0.9);
      for (const word of motivations)
        expect(shareWith(own, (told) => told.motivations.includes(word))).toBeCloseTo(0.5, 0.9);
    }
  });

  it('takes goals from the facts as well as from the persona', () => {
    const unscreened = customers.filter(({ health }) => !health.preventive_care.screening_history.has_history);
    const share = shareWith(
      unscreened.map(({ narrative: told }) => told),
      (told) => told.health_goals.includes('have my first screening'),
    );
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.6);
  });

  it('stays as it is when a fact changes that nothing said depends on', () => {
    let moved = 0;
    for (const [seed, customer] of customers.slice(0, 500).entries()) {
      const source = Source.of(seed);
      const drawn = narrative.in(customer).draw(source);
      const other = { ...customer, engagement: { ...customer.engagement, visit_count: 9 } };
      expect(narrative.in(other).draw(source)).toEqual(drawn);
      const wed = { ...customer, core: { ...customer.core, marital_status: 'widowed' as const } };
      if (narrative.in(wed).draw(source).self_description !== drawn.self_description) moved++;
      expect(narrative.in(wed).draw(source).health_goals).toEqual(drawn.health_goals);
    }
    // Only where family was spoken of before or is now.
    expect(moved).toBeLessThan(150);
  });

  it('shrinks to the plainest narrative, through simpler and legal ones alone', () => {
    for (const customer of customers.slice(0, 60)) {
      const own = narrative.in(customer);
      let told = customer.narrative;
      for (;;) {
        const candidates = [...own.smaller(told)];
        for (const candidate of candidates) {
          expect(own.accepts(candidate)).toBe(true);
          expect(own.compare(candidate, told)).toBeLessThan(0);
        }
        const [next] = candidates;
        if (next === undefined) break;
        told = next;
      }
      const { age, occupation, location } = customer.core;
      expect(told.self_description).toMatch(
        new RegExp(`^I am an? ${age}-year-old ${occupation} in ${location.city.replace('.', '\\.')}\\. [^.]+\\.$`),
      );
      expect([told.health_goals.length, told.pain_points.length, told.motivations.length]).toEqual([1, 1, 1]);
    }
  });

  it('shrinks a copy from JSON exactly as the drawn value', () => {
    for (const customer of customers.slice(0, 60)) {
      const own = narrative.in(customer);
      expect([...own.smaller(json(customer.narrative))]).toEqual([...own.smaller(customer.narrative)]);
    }
  });

  it('keeps its words when the age shrinks', () => {
    for (const customer of customers.slice(0, 300)) {
      const younger = { ...customer, core: { ...customer.core, age: customer.core.age - 1 } };
      const [seated] = narrative.in(younger).reseat(customer.narrative, narrative.in(customer));
      expect(narrative.in(younger).accepts(seated)).toBe(true);
      expect(withoutAge(seated?.self_description ?? '')).toBe(withoutAge(customer.narrative.self_description));
    }
  });

  it('mends near misses by the words that are wrong, and garbage to something legal', () => {
    for (const customer of customers.slice(0, 200)) {
      const own = narrative.in(customer);
      expect(own.mend(customer.narrative)).toBe(customer.narrative);
      const { age } = customer.core;
      const self_description = customer.narrative.self_description.replace(String(age), String(age + 40));
      expect(own.mend({ ...customer.narrative, self_description })).toEqual(customer.narrative);
      for (const garbage of garbageNarratives(customer.narrative)) expect(own.accepts(own.mend(garbage))).toBe(true);
    }
  });

  it('can be held to words and goals', () => {
    const customer = plausibleCustomer(3);
    const [goal = ''] = [...narrative.in(customer).smaller(customer.narrative)][0]?.health_goals ?? [];
    const held = narrative.in(customer).given({ health_goals: { includes: [goal] } });
    for (let seed = 0; seed < 50; seed++) expect(held.draw(Source.of(seed)).health_goals).toContain(goal);
  });
});

describe('retold', () => {
  it('makes the narrative true again after the facts have changed, and leaves a true one alone', () => {
    for (const [index, customer] of customers.slice(0, 400).entries()) {
      expect(retold(customer, customer)).toBe(customer);
      const other = customers[index + 1] as Customer;
      const changed = { ...other, narrative: customer.narrative };
      const told = retold(changed, customer);
      expect(violationsOf(told, narrativeInvariants)).toEqual([]);
      expect(told.core).toBe(other.core);
    }
  });
});

function garbageNarratives(legal: Narrative): unknown[] {
  return [
    null,
    42,
    [],
    {},
    { ...legal, self_description: '' },
    { ...legal, self_description: `${legal.self_description} ` },
    { ...legal, self_description: legal.self_description.slice(0, -1) },
    { ...legal, self_description: 7 },
    { ...legal, healthcare_relationship: 'I have a pony.' },
    { ...legal, health_goals: [] },
    { ...legal, health_goals: ['win the lottery', 3] },
    { ...legal, pain_points: [...legal.pain_points, ...legal.pain_points] },
    { ...legal, motivations: 'all' },
    { ...legal, prevention_approach: 'prayer' },
    { ...legal, extra: true },
  ];
}

function shareWith(told: readonly Narrative[], matches: (one: Narrative) => boolean): number {
  expect(told.every((one) => narrativeSchema.safeParse(one).success)).toBe(true);
  return told.filter(matches).length / told.length;
}

function withoutAge(text: string): string {
  return text.replace(/an? \d+-year|\d+|(twenty|thirty|forty|fifty)(-[a-z]+)?/, '#');
}
