import { describe, expect, it } from 'vitest';
import { educationOf, minimumAgeOfDegree } from '../../../arbitraries/core/education.js';
import { maritalShare, maritalStatusAt } from '../../../arbitraries/core/maritalStatus.js';
import { occupationOf } from '../../../arbitraries/core/occupation.js';
import { occupationNamed, occupations, places } from '../../../arbitraries/core/index.js';
import { personas } from '../../../arbitraries/personas.js';
import { areaTypes, educationLevels, maritalStatuses, personaTypes } from '../../../arbitraries/vocabulary.js';

describe('places', () => {
  it('name each city once, over half of the states, in every area type', () => {
    expect(new Set(places.map(({ city }) => city)).size).toBe(places.length);
    expect(new Set(places.map(({ state }) => state)).size).toBeGreaterThanOrEqual(25);
    for (const type of areaTypes) {
      expect(places.filter(({ areaType }) => areaType === type).length).toBeGreaterThanOrEqual(25);
    }
  });

  it('agree within themselves: one state for one state code, tracts in their county, ZIP codes of one place', () => {
    const stateCodes = new Map<string, string>();
    for (const { state, countyFips, censusTracts, postalCodes } of places) {
      expect(countyFips).toMatch(/^\d{5}$/);
      const code = countyFips.slice(0, 2);
      expect(stateCodes.get(state) ?? code, state).toBe(code);
      stateCodes.set(state, code);
      for (const tract of censusTracts) expect(tract).toMatch(new RegExp(`^${countyFips}\\d{6}$`));
      for (const postalCode of postalCodes) expect(postalCode).toMatch(/^\d{5}$/);
      expect(new Set(censusTracts).size).toBe(censusTracts.length);
    }
    expect(new Set(stateCodes.values()).size).toBe(stateCodes.size);
    const postalCodes = places.flatMap((place) => place.postalCodes);
    expect(new Set(postalCodes).size).toBe(postalCodes.length);
  });

  it('have fewer screening sites the farther they are from a city', () => {
    const sites = (type: string): number[] =>
      places.filter(({ areaType }) => areaType === type).map(({ screeningSites }) => screeningSites);
    expect(Math.min(...sites('urban'))).toBeGreaterThanOrEqual(Math.max(...sites('suburban')));
    expect(Math.min(...sites('suburban'))).toBeGreaterThan(Math.max(...sites('rural')));
  });
});

describe('occupations', () => {
  it('stand once, in order of degrees, after the age at which the lowest degree is completed', () => {
    expect(new Set(occupations.map(({ name }) => name)).size).toBe(occupations.length);
    for (const { name, from, to, minAge, maxAge = 99 } of occupations) {
      expect(educationLevels.indexOf(from), name).toBeLessThanOrEqual(educationLevels.indexOf(to));
      expect(minAge, name).toBeGreaterThanOrEqual(minimumAgeOfDegree[from]);
      expect(minAge, name).toBeLessThan(maxAge);
      expect(name).toBe(name.toLowerCase());
    }
  });

  it('offer something to every persona at every age with every degree it can have', () => {
    for (const persona of personaTypes) {
      const { min, max } = personas[persona].age;
      for (let age = min; age <= max; age++) {
        for (const education of educationOf(persona, age).values) {
          const names = occupationOf(persona, education, age).values;
          expect(names.length, `${persona}, ${education}, ${age}`).toBeGreaterThanOrEqual(4);
          const healths = names.map((name) => occupationNamed(name)?.isHealthProfession);
          expect(new Set(healths)).toEqual(new Set([persona === 'healthcare_professional']));
        }
      }
    }
  });
});

describe('educationOf', () => {
  it('leaves out what is too early and shrinks toward the lowest degree', () => {
    expect(educationOf('healthcare_professional', 26).values).toEqual(['bachelor', 'master']);
    expect(educationOf('healthcare_professional', 27).values).toEqual(['bachelor', 'master', 'phd']);
    expect(educationOf('overlooked_risk_group', 40).values).toEqual(['high_school', 'bachelor', 'master']);
  });
});

describe('maritalStatusAt', () => {
  it('has shares that sum to one, and no status before its age', () => {
    for (let age = 18; age <= 70; age++) {
      expect(maritalStatuses.reduce((sum, status) => sum + maritalShare(status, age), 0)).toBeCloseTo(1, 9);
    }
    expect(maritalStatusAt(20).values).toEqual(['single']);
    expect(maritalStatusAt(23).values).toEqual(['single', 'married']);
    expect(maritalStatusAt(27).values).toEqual(['single', 'married', 'divorced']);
    expect(maritalStatusAt(28).values).toEqual(['single', 'married', 'divorced', 'widowed']);
  });
});
