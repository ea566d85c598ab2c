import { describe, expect, it } from 'vitest';
import { CohortCheckError, sample, violationsOf } from '../../../src/index.js';
import {
  healthInvariantsWith,
  healthProfileWith,
  riskFactors,
  riskLevel,
  riskModel,
  riskScore,
} from '../../../arbitraries/health-profile/index.js';
import type { RiskFacts, RiskModel } from '../../../arbitraries/health-profile/index.js';
import { FindingArbitraries } from '../../../arbitraries/health-profile/FindingArbitraries.js';
import { personas } from '../../../arbitraries/personas.js';
import { genders, personaTypes, riskLevels } from '../../../arbitraries/vocabulary.js';
import { asCustomer, people, peopleWith } from './people.js';

const facts: RiskFacts = {
  asOf: '2025-06-30',
  age: 34,
  bmi: 31,
  conditions: ['hypertension', 'diabetes'],
  lastScreening: '2022-06-30',
  areaDeprivationIndex: 80,
};

describe('riskFactors', () => {
  it('lists facts, then findings, each with what was found', () => {
    const factors = riskFactors(facts, { lifestyle: 'smoking', family_history: 'none', genetic: 'unheard of' });
    expect(factors).toEqual([
      { factor: 'age', finding: '30s', points: 2 },
      { factor: 'bmi', finding: 'obese', points: 3 },
      { factor: 'chronic_conditions', finding: 'hypertension, diabetes', points: 4 },
      { factor: 'screening_history', finding: 'overdue', points: 1 },
      { factor: 'socioeconomic', finding: 'deprived_area', points: 1 },
      { factor: 'lifestyle', finding: 'smoking', points: 6 },
    ]);
    expect(riskScore(factors)).toBe(17);
    expect(riskLevel(17)).toBe('moderate');
  });

  it('lists nothing where nothing adds points', () => {
    const none = {
      ...facts,
      age: 29,
      bmi: 24.9,
      conditions: [],
      lastScreening: '2022-07-01',
      areaDeprivationIndex: 79,
    };
    expect(riskFactors(none, {})).toEqual([]);
  });
});

describe('the built-in risk model', () => {
  it.each(personaTypes)('leaves every level open to %s, whatever the facts', (type) => {
    for (const gender of genders) {
      const arbitraries = new FindingArbitraries(riskModel, type, gender);
      const least = personas[type].age.min < 30 ? 0 : 2;
      for (let points = least; points <= 14; points++)
        for (const level of riskLevels) expect(arbitraries.canReach(level, points)).toBe(true);
    }
  });

  it.each(personaTypes.flatMap((persona) => riskLevels.map((level) => [persona, level] as const)))(
    'reaches %s at %s risk when asked to',
    (persona_type, level) => {
      const held = people.given({ persona_type, health: { risk: { level } } });
      for (const person of sample(held, { seed: 3, count: 200 })) {
        expect(person.health.risk.level).toBe(level);
        expect(riskLevel(person.health.risk.score)).toBe(level);
        expect(people.accepts(person)).toBe(true);
      }
    },
  );

  it('keeps a moderate customer moderate with no more findings than that needs', () => {
    const held = people.given({ health: { risk: { level: 'moderate' } } });
    for (const person of sample(held, { seed: 8, count: 60 })) {
      let end = person;
      for (let next = [...held.smaller(end)][0]; next !== undefined; next = [...held.smaller(end)][0]) end = next;
      expect(end.health.risk).toMatchObject({
        level: 'moderate',
        findings: { lifestyle: 'smoking_and_heavy_alcohol_use' },
      });
      expect(Object.values(end.health.risk.findings).filter((finding) => finding !== 'none').length).toBeLessThan(3);
    }
  });

  it('lets findings be asked for', () => {
    const held = people.given({ health: { risk: { level: 'low', findings: { lifestyle: 'smoking' } } } });
    for (const { health } of sample(held, { seed: 4, count: 100 })) {
      expect(health.risk.factors).toContainEqual({ factor: 'lifestyle', finding: 'smoking', points: 6 });
      expect(health.risk.level).toBe('low');
    }
  });
});

describe('another risk model', () => {
  const harsher: RiskModel = {
    ...riskModel,
    thresholds: { moderate: 16, high: 24 },
    ageBand: { '20s': 1, '30s': 2, '40s': 3, '50s': 5 },
  };

  it('flows through to points, levels and rules', () => {
    const others = peopleWith(healthProfileWith(harsher));
    const rules = healthInvariantsWith(harsher);
    const drawn = sample(others, { seed: 6, count: 1000 });
    for (const person of drawn) expect(violationsOf(asCustomer(person), rules)).toEqual([]);
    const young = drawn.filter(({ core }) => core.age < 30);
    expect(young.length).toBeGreaterThan(50);
    for (const { health } of young)
      expect(health.risk.factors).toContainEqual({ factor: 'age', finding: '20s', points: 1 });
    expect(drawn.some((person) => !people.accepts(person))).toBe(true);
  });

  it.each([
    [
      'too low a threshold',
      { ...riskModel, thresholds: { moderate: 14, high: 25 } },
      'no findings lead from 14 points',
    ],
    ['a threshold out of reach', { ...riskModel, thresholds: { moderate: 60, high: 70 } }, 'to level moderate'],
    ['swapped thresholds', { ...riskModel, thresholds: { moderate: 25, high: 15 } }, 'thresholds'],
    ['half points', { ...riskModel, bmi: { ...riskModel.bmi, obese: 2.5 } }, 'points: 2.5'],
  ])('is refused when it has %s', (_, model, words) => {
    expect(() => healthProfileWith(model)).toThrow(CohortCheckError);
    expect(() => healthProfileWith(model)).toThrow(words);
  });
});
