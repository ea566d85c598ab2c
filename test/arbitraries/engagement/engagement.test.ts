import { describe, expect, it } from 'vitest';
import { daysBetween, sample, Source, violationsOf } from '../../../src/index.js';
import { engagement, engagementInvariants } from '../../../arbitraries/engagement/index.js';
import { personas } from '../../../arbitraries/personas.js';
import { engagementSchema } from '../../../arbitraries/schema/index.js';
import type { Engagement } from '../../../arbitraries/schema/index.js';
import { personaTypes, visitFrequencies } from '../../../arbitraries/vocabulary.js';
import { lives } from '../life-events/lives.js';
import { shrunk } from '../life-events/shrunk.js';

const many = sample(lives, { seed: 3, count: 4000 });

const classes = {
  sporadic: { count: [1, 3], gapDays: [30, 90], features: 3 },
  infrequent: { count: [2, 5], gapDays: [15, 45], features: 5 },
  regular: { count: [4, 8], gapDays: [7, 21], features: 5 },
  consistent: { count: [6, 12], gapDays: [3, 10], features: 8 },
} as const;

describe('engagement', () => {
  it('draws what the schema and every rule allow, edge cases too', () => {
    const edges = Array.from({ length: 600 }, (_, seed) => lives.draw(Source.of(seed), 1));
    for (const customer of [...many, ...edges]) {
      expect(engagementSchema.safeParse(customer.engagement).success).toBe(true);
      expect(violationsOf(customer, engagementInvariants)).toEqual([]);
    }
  });

  it('recognises what it drew after JSON', () => {
    for (const customer of many.slice(0, 1000)) {
      const copy = JSON.parse(JSON.stringify(customer.engagement)) as unknown;
      expect(engagement.in(customer).accepts(copy)).toBe(true);
    }
  });

  it('refuses what a rule refuses', () => {
    let tried = 0;
    for (const rule of engagementInvariants) {
      for (const [index, customer] of many.slice(0, 60).entries()) {
        const broken = rule.breaker(customer, Source.of(index));
        if (broken === undefined) continue;
        tried++;
        expect(engagement.in(customer).accepts(broken.engagement)).toBe(false);
      }
    }
    expect(tried).toBeGreaterThan(600);
  });

  it('reaches every count and every gap of each class, and every feature', () => {
    for (const frequency of visitFrequencies) {
      const drawn = many.filter(({ engagement: { visit_frequency } }) => visit_frequency === frequency);
      const { count, gapDays, features } = classes[frequency];
      const counts = drawn.map(({ engagement: { visits } }) => visits.length);
      const gaps = drawn.flatMap(({ engagement: { visits } }) =>
        visits.slice(1).map(({ at }, index) => daysBetween(visits[index]?.at ?? at, at)),
      );
      expect([Math.min(...counts), Math.max(...counts)]).toEqual(count);
      expect([Math.min(...gaps), Math.max(...gaps)]).toEqual(gapDays);
      const used = new Set(drawn.flatMap(({ engagement: { visits } }) => visits.flatMap((visit) => visit.features)));
      expect(used.size).toBe(features);
    }
  });

  it('uses each of the persona’s patterns about equally often', () => {
    for (const type of personaTypes) {
      const drawn = many.filter(({ persona_type }) => persona_type === type);
      for (const pattern of personas[type].engagementPatterns) {
        const share = drawn.filter((customer) => customer.engagement.pattern === pattern).length / drawn.length;
        expect(share).toBeGreaterThan(0.26);
        expect(share).toBeLessThan(0.41);
      }
    }
  });

  it('has visits while people are awake, most of all in the evening, and longer ones in busier classes', () => {
    const visits = many.flatMap(({ engagement: one }) => one.visits);
    const hour = ({ at }: Engagement['visits'][number]): number => Number(at.slice(11, 13));
    expect(visits.every((visit) => hour(visit) >= 6 && hour(visit) <= 22 && visit.at.endsWith(':00Z'))).toBe(true);
    const evening = visits.filter((visit) => hour(visit) >= 19 && hour(visit) <= 21).length;
    const afternoon = visits.filter((visit) => hour(visit) >= 13 && hour(visit) <= 15).length;
    expect(evening).toBeGreaterThan(2 * afternoon);
    const means = visitFrequencies.map((frequency) => {
      const minutes = many
        .filter(({ engagement: one }) => one.visit_frequency === frequency)
        .flatMap(({ engagement: one }) => one.visits.map((visit) => visit.minutes));
      return minutes.reduce((sum, one) => sum + one, 0) / minutes.length;
    });
    expect(means).toEqual(means.toSorted((a, b) => a - b));
  });
});

describe('shrinking engagement', () => {
  const customers = sample(lives, { seed: 19, count: 150 });

  it('ends at the persona’s first pattern, the fewest visits, as early as can be, a minute each', () => {
    for (const customer of customers) {
      const copy = JSON.parse(JSON.stringify(customer.engagement)) as Engagement;
      const end = shrunk(engagement.in(customer), copy, () => true);
      expect(end.pattern).toBe(personas[customer.persona_type].engagementPatterns[0]);
      const { count, gapDays } = classes[end.visit_frequency];
      expect(end.visits.length).toBe(count[0]);
      expect(end.average_minutes).toBe(1);
      expect(end.average_gap_days).toBe(count[0] < 2 ? null : gapDays[0]);
      expect(end.visits.every(({ features }) => features.join() === 'profile')).toBe(true);
      expect(end.visits[0]?.at.slice(10)).toBe('T06:00:00Z');
      expect(daysBetween(end.visits[0]?.at ?? '', customer.as_of)).toBe(364);
    }
  });

  it('keeps one long visit and nothing else of note, wherever it stood', () => {
    const isHit = ({ visits }: Engagement): boolean => visits.some(({ minutes }) => minutes >= 20);
    let hits = 0;
    for (const customer of customers) {
      if (!isHit(customer.engagement)) continue;
      hits++;
      const end = shrunk(engagement.in(customer), customer.engagement, isHit);
      expect(end.visits.length).toBe(classes[end.visit_frequency].count[0]);
      expect(end.visits.map(({ minutes }) => minutes).sort((a, b) => b - a)).toEqual([
        20,
        ...end.visits.slice(1).map(() => 1),
      ]);
    }
    expect(hits).toBeGreaterThan(40);
  });
});

describe('seating engagement anew', () => {
  it('offers each visit a place where they become too many', () => {
    const seeker = many.find(({ engagement: { visits } }) => visits.length > 8);
    const avoider = many.find(({ persona_type }) => persona_type === 'health_aware_avoider');
    if (seeker === undefined || avoider === undefined) throw new Error('the sample lacks one of the two');
    const marked = seeker.engagement.visits.map((visit, index) => ({ ...visit, minutes: 10 + index }));
    const given = { ...seeker.engagement, visits: marked };
    const seats = [...engagement.in(avoider).reseat(given, engagement.in(seeker))];
    const kept = new Set(seats.flatMap(({ visits }) => visits.map(({ minutes }) => minutes)));
    for (const { minutes } of marked) expect(kept).toContain(minutes);
  });
});

describe('mending engagement', () => {
  it('leaves alone what is accepted', () => {
    for (const customer of many.slice(0, 300))
      expect(engagement.in(customer).mend(customer.engagement)).toBe(customer.engagement);
  });

  it('makes something acceptable of anything', () => {
    const visit = { at: '2025-03-01T10:00:00.5+09:00', minutes: 99, features: ['community', 'community', 4] };
    const garbage: unknown[] = [
      null,
      [],
      { visits: 'none' },
      { pattern: 'consistent', registered_on: '2025-03-31', visits: [visit, visit, null, { at: 3 }] },
      { pattern: 'rare', registered_on: '1900-01-01', visits: Array.from({ length: 40 }, () => visit) },
      { visits: [{ at: '9999-12-31T23:59:59Z' }, { at: '0001-01-01' }] },
    ];
    for (const customer of many.slice(0, 150)) {
      const arbitrary = engagement.in(customer);
      for (const one of garbage) expect(arbitrary.accepts(arbitrary.mend(one))).toBe(true);
    }
  });

  it('seats the visits of one customer at the platform of another', () => {
    for (const [index, customer] of many.slice(1, 150).entries()) {
      const other = many[index];
      if (other === undefined) continue;
      const now = engagement.in(customer);
      for (const seated of now.reseat(other.engagement, engagement.in(other)))
        expect(violationsOf({ ...customer, engagement: seated }, engagementInvariants)).toEqual([]);
    }
  });
});
