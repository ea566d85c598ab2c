import { describe, expect, expectTypeOf, it } from 'vitest';
import { Source } from '../../../src/index.js';
import { core, occupationNamed } from '../../../arbitraries/core/index.js';
import { areaShares } from '../../../arbitraries/core/location.js';
import { personas } from '../../../arbitraries/personas.js';
import { coreSchema } from '../../../arbitraries/schema/index.js';
import type { Core } from '../../../arbitraries/schema/index.js';
import { areaTypes, educationLevels, personaTypes } from '../../../arbitraries/vocabulary.js';
import { broken, draws, person, personAt, shareOf } from './person.js';
import type { Person } from './person.js';

const people = draws(20_000);

describe('core', () => {
  it('is the core of a customer, key for key', () => {
    expectTypeOf<Person['core']>().toEqualTypeOf<Core>();
    expect(Object.keys(people[0]?.core ?? {})).toEqual(Object.keys(coreSchema.shape));
    expect(Object.keys(people[0]?.core.location ?? {})).toEqual(Object.keys(coreSchema.shape.location.shape));
  });

  it('meets the schema and every rule', () => {
    for (const { core: one } of people.slice(0, 4000)) expect(coreSchema.safeParse(one).success).toBe(true);
    for (const one of people) expect(broken(one)).toEqual([]);
  });

  it('meets every rule on any reference date, in edge cases too', () => {
    for (const asOf of ['2024-02-29', '2025-02-28', '2031-01-01', '1999-12-31']) {
      for (let seed = 0; seed < 500; seed++) {
        const one = personAt(asOf).draw(Source.of(seed), 2);
        expect(broken(one)).toEqual([]);
        expect(personAt(asOf).accepts(JSON.parse(JSON.stringify(one)))).toBe(true);
      }
    }
  });

  it('follows the tables of the personas', () => {
    for (const persona of personaTypes) {
      const { femaleShare, education, age } = personas[persona];
      const own = people.filter(({ persona_type }) => persona_type === persona);
      expect(shareOf(own, (one) => one.core.gender === 'female')).toBeCloseTo(femaleShare, 1.5);
      // From the age on at which every degree can have been completed.
      const grown = own.filter((one) => one.core.age >= 27);
      for (const level of educationLevels) {
        const share = shareOf(grown, (one) => one.core.education === level);
        expect(Math.abs(share - (education[level] ?? 0)), `${persona} ${level}`).toBeLessThan(0.04);
      }
      for (const type of areaTypes) {
        const share = shareOf(own, (one) => one.core.location.area_type === type);
        expect(Math.abs(share - areaShares[persona][type]), `${persona} ${type}`).toBeLessThan(0.04);
      }
      const ages = new Set(own.map((one) => one.core.age));
      expect([Math.min(...ages), Math.max(...ages), ages.size]).toEqual([age.min, age.max, age.max - age.min + 1]);
    }
  });

  it('has a population that a reader believes', () => {
    const isMarried = (one: Person): boolean => one.core.marital_status === 'married';
    const aged = (from: number, to: number): Person[] =>
      people.filter((one) => one.core.age >= from && one.core.age <= to);
    expect(shareOf(aged(25, 27), (one) => one.core.marital_status === 'single')).toBeGreaterThan(0.6);
    expect(shareOf(aged(40, 50), isMarried)).toBeGreaterThan(0.55);
    expect(shareOf(people, (one) => one.core.marital_status === 'widowed')).toBeLessThan(0.02);
    expect(shareOf(people, (one) => one.core.location.area_type === 'rural')).toBeCloseTo(0.19, 1);
    expect(new Set(people.map((one) => one.core.occupation)).size).toBeGreaterThan(120);
    expect(new Set(people.map((one) => one.core.race_ethnicity)).size).toBe(5);
    expect(new Set(people.slice(0, 500).map((one) => one.core.name)).size).toBeGreaterThan(475);
    expect(new Set(people.slice(0, 500).map((one) => one.core.birth_date)).size).toBeGreaterThan(450);
  });

  it('can be held to an age, and all that hangs on it is drawn to fit', () => {
    const outer = { persona_type: 'healthcare_professional', as_of: '2025-03-31' } as const;
    const young = core.in(outer).given({ age: { max: 26 } });
    for (let seed = 0; seed < 300; seed++) {
      const one = young.draw(Source.of(seed));
      expect(one.age).toBeLessThanOrEqual(26);
      expect(one.education).not.toBe('phd');
      expect(occupationNamed(one.occupation)?.minAge).toBeLessThanOrEqual(26);
    }
  });

  it('can be held to a place, a name, an occupation', () => {
    const held = person.given({
      persona_type: 'structured_system_seeker',
      core: { gender: 'male', occupation: 'accountant', location: { state: 'TX', area_type: 'suburban' } },
    });
    for (let seed = 0; seed < 50; seed++) {
      const one = held.draw(Source.of(seed));
      expect(broken(one)).toEqual([]);
      expect(['Plano', 'Sugar Land', 'Round Rock']).toContain(one.core.location.city);
      expect(held.accepts(one)).toBe(true);
    }
    expect(() => person.given({ persona_type: 'overlooked_risk_group', core: { age: { max: 29 } } })).toThrow(/age/);
  });

  it('shrinks a value that came from JSON to the plainest person of the first persona', () => {
    for (const one of people.slice(0, 40)) {
      let smallest = JSON.parse(JSON.stringify(one)) as Person;
      for (let steps = 0; ; steps++) {
        expect(steps).toBeLessThan(200);
        const next = person.smaller(smallest)[Symbol.iterator]().next();
        if (next.done === true) break;
        smallest = next.value;
      }
      expect(broken(smallest)).toEqual([]);
      expect({ ...smallest.core, name: '' }).toEqual({
        gender: 'female',
        name: '',
        age: 25,
        birth_date: '2000-01-01',
        education: 'high_school',
        occupation: 'cashier',
        marital_status: 'single',
        race_ethnicity: 'non_hispanic_white',
        location: { city: 'New York', state: 'NY', postal_code: '10003', area_type: 'urban' },
      });
      expect(smallest.sdoh.area_deprivation_index).toBe(46);
    }
  });

  it('gives candidates that are legal and simpler, closed under shrinking', () => {
    for (const one of people.slice(0, 60)) {
      for (const candidate of person.smaller(one)) {
        expect(broken(candidate)).toEqual([]);
        expect(person.compare(candidate, one)).toBeLessThan(0);
      }
    }
  });

  it('mends near misses and garbage, and leaves legal people alone', () => {
    for (const one of people.slice(0, 300)) {
      expect(person.mend(one)).toBe(one);
      const wrongs: unknown[] = [
        { ...one, core: { ...one.core, age: one.core.age + 60 } },
        { ...one, core: { ...one.core, gender: one.core.gender === 'male' ? 'female' : 'male' } },
        { ...one, core: { ...one.core, occupation: 'astronaut' } },
        { ...one, core: { ...one.core, location: { ...one.core.location, city: 'Atlantis' } } },
        { ...one, core: { ...one.core, location: { ...one.core.location, area_type: 'orbital' } } },
        { ...one, core: { ...one.core, birth_date: '1850-01-01' } },
        { ...one, core: null },
      ];
      for (const wrong of wrongs) {
        expect(person.accepts(wrong)).toBe(false);
        const mended = person.mend(wrong);
        expect(person.accepts(mended)).toBe(true);
        expect(broken(mended)).toEqual([]);
      }
    }
  });

  it('keeps the place of somebody whose area type was written wrongly', () => {
    const outer = { persona_type: 'balanced_life_integrator', as_of: '2025-03-31' } as const;
    const one = core.in(outer).draw(Source.of(3));
    const wrong = { ...one, location: { city: 'Alpine', state: 'TX', postal_code: '79830', area_type: 'urban' } };
    expect(core.in(outer).mend(wrong).location).toEqual({ ...wrong.location, area_type: 'rural' });
  });
});
