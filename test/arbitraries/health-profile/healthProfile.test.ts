import { describe, expect, it } from 'vitest';
import { sample, violationsOf } from '../../../src/index.js';
import { bmiClassOf, bmiOf, weightRange } from '../../../arbitraries/health-profile/body.js';
import { conditionShares, conditionsOfWomen } from '../../../arbitraries/health-profile/conditions.js';
import { ageBandOf } from '../../../arbitraries/health-profile/ageBandOf.js';
import { healthInvariants } from '../../../arbitraries/health-profile/index.js';
import { personas } from '../../../arbitraries/personas.js';
import { healthSchema } from '../../../arbitraries/schema/index.js';
import { ageBands, conditions, personaTypes } from '../../../arbitraries/vocabulary.js';
import { asCustomer, people } from './people.js';

const drawn = sample(people, { seed: 5, count: 20_000 });
type Person = (typeof drawn)[number];

const share = (persons: readonly Person[], holds: (person: Person) => boolean): number =>
  persons.filter(holds).length / persons.length;
/** Four standard errors: a sound table misses it once in 16,000 times, and the seed is fixed. */
const tolerance = (wanted: number, count: number): number => 4 * Math.sqrt((wanted * (1 - wanted)) / count) + 1e-9;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The end of always taking the first candidate, and how many steps it takes. */
function shrunk<T>(smaller: (value: T) => Iterable<T>, start: T): { end: T; steps: number } {
  let end = start;
  for (let steps = 0; steps < 500; steps++) {
    const next = smaller(end)[Symbol.iterator]().next();
    if (next.done === true) return { end, steps };
    end = next.value;
  }
  throw new Error('shrinking does not end');
}

describe('healthProfile', () => {
  it('draws what the schema calls health', () => {
    for (const { health } of drawn.slice(0, 1500)) expect(healthSchema.safeParse(health).error).toBeUndefined();
  });

  it('accepts its draws, also after a journey through JSON, and keeps them when it mends', () => {
    for (const person of drawn.slice(0, 3000)) {
      const parsed: unknown = JSON.parse(JSON.stringify(person));
      expect(people.accepts(parsed)).toBe(true);
      expect(people.mend(parsed)).toEqual(person);
    }
  });

  it.each(personaTypes)('draws %s with a screening history as often as the persona says', (type) => {
    const persons = drawn.filter(({ persona_type }) => persona_type === type);
    const wanted = personas[type].screening.share;
    const actual = share(persons, ({ health }) => health.preventive_care.screening_history.has_history);
    expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance(wanted, persons.length));
  });

  it.each(personaTypes)('draws the risk level of %s by the odds of the persona, and never high', (type) => {
    const persons = drawn.filter(({ persona_type }) => persona_type === type);
    const wanted = personas[type].lowRiskPrior;
    const actual = share(persons, ({ health }) => health.risk.level === 'low');
    expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance(wanted, persons.length));
    expect(persons.some(({ health }) => health.risk.level === 'high')).toBe(false);
  });

  it.each(ageBands)('gives people in their %s the conditions of the table', (ageBand) => {
    const all = drawn.filter(({ core }) => ageBandOf(core.age) === ageBand);
    for (const condition of conditions) {
      const persons = conditionsOfWomen.has(condition) ? all.filter(({ core }) => core.gender === 'female') : all;
      const wanted = conditionShares[condition][ageBand];
      const actual = share(persons, ({ health }) => health.chronic_conditions.includes(condition));
      expect(Math.abs(actual - wanted), condition).toBeLessThanOrEqual(tolerance(wanted, persons.length));
    }
  });

  it('gives bodies as adults have them', () => {
    const heights = (gender: string): number[] =>
      drawn.filter(({ core }) => core.gender === gender).map(({ health }) => health.height_cm);
    expect(mean(heights('female'))).toBeCloseTo(162, 0);
    expect(mean(heights('male'))).toBeCloseTo(176, 0);
    expect(Math.sqrt(mean(heights('female').map((height) => (height - 162) ** 2)))).toBeCloseTo(7, 0);
    const indices = drawn.map(({ health }) => health.bmi).sort((a, b) => a - b);
    expect(share(drawn, ({ health }) => health.bmi >= 20 && health.bmi <= 34)).toBeGreaterThan(0.75);
    expect(mean(indices)).toBeGreaterThan((indices[indices.length / 2] ?? 0) + 0.2);
    expect(share(drawn, ({ health }) => bmiClassOf(health.bmi) === 'obese')).toBeGreaterThan(0.2);
  });

  it('makes hypertension and diabetes likelier with a higher body mass', () => {
    for (const condition of ['hypertension', 'diabetes'] as const) {
      const rate = (bmiClass: string): number =>
        share(
          drawn.filter(({ health }) => bmiClassOf(health.bmi) === bmiClass),
          ({ health }) => health.chronic_conditions.includes(condition),
        );
      expect(rate('obese') / rate('normal')).toBeGreaterThan(1.8);
    }
  });

  it('writes weights and indices without binary leftovers', () => {
    for (const { health } of drawn) {
      expect(String(health.weight_kg)).toMatch(/^\d{2,3}(\.\d)?$/);
      expect(String(health.bmi)).toMatch(/^\d{2}(\.\d)?$/);
    }
  });

  it('shrinks to an average body, no conditions, no screening, low risk', () => {
    for (const person of drawn.slice(0, 200)) {
      const { end, steps } = shrunk((value: Person) => people.smaller(value), person);
      expect(steps).toBeLessThan(60);
      expect(people.accepts(end)).toBe(true);
      expect(end.health).toMatchObject({
        chronic_conditions: [],
        height_cm: 160,
        weight_kg: 56.3,
        bmi: 22,
        preventive_care: { screening_history: { has_history: false } },
        risk: { level: 'low', findings: { family_history: 'none', lifestyle: 'none' } },
      });
    }
  });

  it('stays legal and becomes simpler with every candidate', () => {
    for (const person of drawn.slice(0, 60)) {
      let count = 0;
      for (const candidate of people.smaller(person)) {
        if (++count > 80) break;
        expect(people.accepts(candidate)).toBe(true);
        expect(people.compare(candidate, person)).toBeLessThan(0);
        expect(violationsOf(asCustomer(candidate), healthInvariants)).toEqual([]);
      }
      expect(count).toBeGreaterThan(0);
    }
  });

  it('mends near misses into legal records that keep what was right', () => {
    for (const person of drawn.slice(0, 200)) {
      const wrong = {
        ...person,
        health: {
          ...person.health,
          bmi: 99,
          anxiety_level: 7,
          chronic_conditions: [...person.health.chronic_conditions].reverse(),
          risk: { ...person.health.risk, score: 3, factors: null },
        },
      };
      const mended = people.mend(wrong);
      expect(people.accepts(mended)).toBe(true);
      expect(mended.health.bmi).toBe(person.health.bmi);
      expect(mended.health.chronic_conditions).toEqual(person.health.chronic_conditions);
    }
    for (const garbage of [undefined, null, 'x', { health: { height_cm: 'tall', risk: [] } }, { health: null }]) {
      expect(people.accepts(people.mend(garbage))).toBe(true);
    }
  });

  it('can be held to a screening history, a height, a condition', () => {
    const held = people.given({
      health: {
        height_cm: { min: 170, max: 172 },
        chronic_conditions: { includes: ['diabetes'] },
        preventive_care: { screening_history: { has_history: true } },
      },
    });
    for (const { health } of sample(held, { seed: 2, count: 300 })) {
      expect(health.height_cm).toBeGreaterThanOrEqual(170);
      expect(health.height_cm).toBeLessThanOrEqual(172);
      expect(health.chronic_conditions).toContain('diabetes');
      expect(health.preventive_care.screening_history.has_history).toBe(true);
    }
  });
});

describe('bmiOf and weightRange', () => {
  it('agree at every height: the outermost weights give the outermost indices, one step more lies beyond', () => {
    for (let height = 120; height <= 220; height++) {
      const { min, max } = weightRange(height);
      const exact = (weight: number): number => weight / (height / 100) ** 2;
      expect(bmiOf(height, min)).toBeGreaterThanOrEqual(17.5);
      expect(bmiOf(height, max)).toBeLessThanOrEqual(45);
      expect(exact(min - 0.1)).toBeLessThan(17.5);
      expect(exact(max + 0.1)).toBeGreaterThan(45);
    }
  });

  it('round halves up, on the decimal value', () => {
    // 56.2 / 1.6² is 21.953125; 67.5 / 1.8² is 20.8333…; 72.2 / 1.7² is 24.982…
    expect([bmiOf(160, 56.2), bmiOf(180, 67.5), bmiOf(170, 72.2)]).toEqual([22, 20.8, 25]);
    expect(bmiOf(200, 100.2)).toBe(25.1);
  });
});
