import { describe, expect, expectTypeOf, it } from 'vitest';
import { Source } from '../../../src/index.js';
import { accessLevelOf, facilitiesAround } from '../../../arbitraries/sdoh/index.js';
import { listedPlace } from '../../../arbitraries/core/index.js';
import { sdohSchema } from '../../../arbitraries/schema/index.js';
import type { Sdoh } from '../../../arbitraries/schema/index.js';
import {
  accessLevels,
  areaTypes,
  educationLevels,
  incomeCategories,
  insurances,
  supportNetworks,
} from '../../../arbitraries/vocabulary.js';
import type { AreaType } from '../../../arbitraries/vocabulary.js';
import { broken, draws, person, rankCorrelation, shareOf } from '../core/person.js';
import type { Person } from '../core/person.js';

const people = draws(20_000, 3);

type Measure = (one: Person) => number;
const income: Measure = ({ sdoh }) => incomeCategories.indexOf(sdoh.income_category);
const education: Measure = ({ core }) => educationLevels.indexOf(core.education);
const deprivation: Measure = ({ sdoh }) => sdoh.area_deprivation_index;
const support: Measure = ({ sdoh }) => supportNetworks.indexOf(sdoh.support_network);
const isMarried: Measure = ({ core }) => Number(core.marital_status === 'married');
const isInsured: Measure = ({ sdoh }) => Number(sdoh.insurance !== 'uninsured');
const isInsuredByEmployer: Measure = ({ sdoh }) => Number(sdoh.insurance === 'employer');
const isRural: Measure = ({ core }) => Number(core.location.area_type === 'rural');
const remoteness: Measure = ({ core }) => areaTypes.indexOf(core.location.area_type);
const lackOfAccess: Measure = ({ sdoh }) => accessLevels.indexOf(sdoh.healthcare_access.level);
const kilometres: Measure = ({ sdoh }) => sdoh.healthcare_access.nearest_clinic_km;

function correlation(left: Measure, right: Measure): number {
  return rankCorrelation(people.map((one) => [left(one), right(one)] as const));
}

function livingIn(type: AreaType): Person[] {
  return people.filter(({ core }) => core.location.area_type === type);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('sdoh', () => {
  it('is the part of a customer of that name, key for key', () => {
    expectTypeOf<Person['sdoh']>().toEqualTypeOf<Sdoh>();
    expect(Object.keys(people[0]?.sdoh ?? {})).toEqual(Object.keys(sdohSchema.shape));
    for (const { sdoh } of people.slice(0, 4000)) expect(sdohSchema.safeParse(sdoh).success).toBe(true);
  });

  it.each([
    ['education and income', education, income, 0.3, 0.46],
    ['marriage and income', isMarried, income, 0.2, 0.33],
    ['income and deprivation', income, deprivation, -0.6, -0.48],
    ['education and deprivation', education, deprivation, -0.3, -0.15],
    ['country life and deprivation', isRural, deprivation, 0.17, 0.29],
    ['income and being insured', income, isInsured, 0.16, 0.28],
    ['income and insurance by an employer', income, isInsuredByEmployer, 0.35, 0.47],
    ['support and marriage', support, isMarried, 0.28, 0.4],
    ['support and income', support, income, 0.17, 0.29],
    ['remoteness and lack of access', remoteness, lackOfAccess, 0.58, 0.72],
    ['deprivation and being insured', deprivation, isInsured, -0.2, -0.05],
  ])('correlates as a public-health reader expects: %s', (_, left, right, min, max) => {
    const found = correlation(left, right);
    expect(found).toBeGreaterThan(min);
    expect(found).toBeLessThan(max);
  });

  it('sets city, suburb and country apart by distance, facilities and level', () => {
    const [urban, suburban, rural] = [livingIn('urban'), livingIn('suburban'), livingIn('rural')];
    expect(mean(urban.map(kilometres))).toBeLessThan(mean(suburban.map(kilometres)) / 2);
    expect(mean(suburban.map(kilometres))).toBeLessThan(mean(rural.map(kilometres)) / 2);
    const fewest = (some: readonly Person[]): number =>
      Math.min(...some.map(({ sdoh }) => sdoh.healthcare_access.screening_facilities));
    expect(fewest(urban)).toBeGreaterThanOrEqual(14);
    expect(fewest(suburban)).toBeGreaterThanOrEqual(6);
    expect(fewest(rural)).toBe(0);
    const isGood = (one: Person): boolean => one.sdoh.healthcare_access.level === 'good';
    expect(shareOf(urban, isGood)).toBeGreaterThan(0.85);
    expect(shareOf(suburban, isGood)).toBeLessThan(shareOf(urban, isGood) - 0.08);
    expect(shareOf(rural, isGood)).toBeLessThan(0.05);
  });

  it('makes poverty show: who has little is uninsured or on Medicaid more often, and lives in deprived places', () => {
    const rank = (least: number, most: number): Person[] =>
      people.filter((one) => income(one) >= least && income(one) <= most);
    const uninsured = incomeCategories.map((_, at) => shareOf(rank(at, at), (one) => isInsured(one) === 0));
    for (let at = 1; at < uninsured.length; at++) expect(uninsured[at]).toBeLessThan(uninsured[at - 1] ?? 0);
    expect(shareOf(rank(0, 0), ({ sdoh }) => sdoh.insurance === 'medicaid')).toBeGreaterThan(0.3);
    expect(shareOf(rank(2, 4), ({ sdoh }) => sdoh.insurance === 'medicaid')).toBe(0);
    expect(mean(rank(0, 0).map(deprivation)) - mean(rank(4, 4).map(deprivation))).toBeGreaterThan(35);
    expect(new Set(people.map(({ sdoh }) => sdoh.insurance)).size).toBe(insurances.length);
  });

  it('gives people whom prevention overlooks weaker networks than others of the same marital status', () => {
    for (const status of ['single', 'married'] as const) {
      const peers = people.filter(({ core }) => core.marital_status === status);
      const weakIn = (isOverlooked: boolean): number =>
        shareOf(
          peers.filter(({ persona_type }) => (persona_type === 'overlooked_risk_group') === isOverlooked),
          ({ sdoh }) => sdoh.support_network === 'weak',
        );
      expect(weakIn(true)).toBeGreaterThan(1.4 * weakIn(false));
    }
  });

  it('agrees among all people of a place on what is around', () => {
    const counts = new Map<string, number[]>();
    for (const { core, sdoh } of people) {
      if (sdoh.healthcare_access.nearest_clinic_km > 30) continue;
      const known = counts.get(core.location.city) ?? [];
      counts.set(core.location.city, [...known, sdoh.healthcare_access.screening_facilities]);
    }
    for (const found of counts.values()) expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(10);
  });

  it('can be held to outcomes', () => {
    const held = person.given({
      core: { location: { area_type: 'rural' } },
      sdoh: { insurance: 'medicaid', area_deprivation_index: { min: 80 }, healthcare_access: { level: 'limited' } },
    });
    for (let seed = 0; seed < 40; seed++) {
      const one = held.draw(Source.of(seed));
      expect(broken(one)).toEqual([]);
      expect(one.sdoh.area_deprivation_index).toBeGreaterThanOrEqual(80);
      expect(one.sdoh.healthcare_access.level).toBe('limited');
    }
  });

  it('shrinks an index to the smallest that still fails, moving the income along', () => {
    const fails = ({ sdoh }: Person): boolean => sdoh.area_deprivation_index >= 60;
    for (const one of people.filter(fails).slice(0, 40)) {
      let smallest = JSON.parse(JSON.stringify(one)) as Person;
      for (let next: Person | undefined = smallest; next !== undefined;) {
        smallest = next;
        next = firstOf(person.smaller(smallest), fails);
      }
      expect(smallest.sdoh.area_deprivation_index).toBe(60);
      expect(smallest.core.location.city).toBe('New York');
      expect(smallest.persona_type).toBe('health_aware_avoider');
    }
  });

  it('mends a level, a tract and an insurance that do not fit, and nothing else', () => {
    for (const one of people.slice(0, 300)) {
      const { sdoh } = one;
      const level = sdoh.healthcare_access.level === 'good' ? 'limited' : 'good';
      const wrongs = [
        { ...sdoh, healthcare_access: { ...sdoh.healthcare_access, level } },
        { ...sdoh, census_tract: '99999999999' },
      ];
      for (const wrong of wrongs) {
        const mended = person.mend({ ...one, sdoh: wrong });
        expect(person.accepts(mended)).toBe(true);
        expect({ ...mended.sdoh, census_tract: '' }).toEqual({ ...sdoh, census_tract: '' });
      }
      const mended = person.mend({ ...one, sdoh: { garbage: true } });
      expect(person.accepts(mended)).toBe(true);
      expect(mended.core).toEqual(one.core);
    }
  });
});

function firstOf(values: Iterable<Person>, holds: (one: Person) => boolean): Person | undefined {
  for (const value of values) if (holds(value)) return value;
  return undefined;
}

describe('accessLevelOf', () => {
  it('adds up distance, facilities and insurance', () => {
    expect(accessLevelOf(1, 20, 'employer')).toBe('good');
    expect(accessLevelOf(1, 20, 'medicaid')).toBe('good');
    expect(accessLevelOf(1, 20, 'uninsured')).toBe('moderate');
    expect(accessLevelOf(15, 3, 'employer')).toBe('moderate');
    expect(accessLevelOf(15, 3, 'uninsured')).toBe('limited');
    expect(accessLevelOf(40, 0, 'employer')).toBe('limited');
  });

  it('never gets worse by being nearer, by more facilities or by insurance', () => {
    const levels = (km: number, count: number): number[] =>
      insurances.map((insurance) => accessLevels.indexOf(accessLevelOf(km, count, insurance)));
    for (let km = 1; km < 50; km++) {
      for (let count = 0; count < 20; count++) {
        levels(km, count).forEach((level, at) => {
          expect(levels(km - 1, count)[at]).toBeLessThanOrEqual(level);
          expect(levels(km, count + 1)[at]).toBeLessThanOrEqual(level);
          expect(level).toBeLessThanOrEqual(levels(km, count)[insurances.indexOf('uninsured')] ?? -1);
        });
      }
    }
  });
});

describe('facilitiesAround', () => {
  it('knows none where the nearest clinic is beyond the radius', () => {
    expect(facilitiesAround(listedPlace('Alpine'), 30)).toEqual({ min: 0, max: 2 });
    expect(facilitiesAround(listedPlace('Alpine'), 30.1)).toEqual({ min: 0, max: 0 });
  });
});
