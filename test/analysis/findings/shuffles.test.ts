import { describe, expect, it } from 'vitest';
import { Source } from '../../../src/source/index.js';
import { analysed, fixture, personasShuffled, population, usersShuffled } from './healthData.js';
import type { HealthData } from './healthData.js';
import { mostByChance } from './mostByChance.js';

const ALPHA = 0.05;

describe('findings on shuffled data', () => {
  it.each([
    ['the fixture', fixture, 20],
    ['a larger data set', () => Promise.resolve(population(800, 7)), 10],
  ])('finds nothing about shuffled personas, nor about shuffled users, of %s', async (_, load, shuffles) => {
    const data = await load();
    const { customers: _people, ...journeys } = data;
    const settings = { alpha: ALPHA, minEffect: 0 };
    const root = Source.of(1).child('shuffles');
    const aboutPersonas = async (one: HealthData): Promise<number> =>
      (await analysed(one, settings)).findings.filter(({ grouping }) => grouping === 'persona').length;
    // Who somebody is agrees with itself; only their journeys are somebody else's.
    const aboutJourneys = async (one: HealthData): Promise<number> =>
      (await analysed(one, settings)).findings.filter(({ kind }) => kind !== 'need').length;
    let found = 0;
    for (let shuffle = 0; shuffle < shuffles; shuffle++) {
      const source = root.child(shuffle);
      if ((await aboutPersonas(personasShuffled(data, source.child('personas')))) > 0) found += 1;
      if ((await aboutJourneys(usersShuffled(journeys, source.child('users')))) > 0) found += 1;
    }
    expect(found).toBeLessThanOrEqual(mostByChance(2 * shuffles, ALPHA));
    // As they stand, both are full of findings.
    expect(await aboutPersonas(data)).toBeGreaterThan(20);
    expect(await aboutJourneys(journeys)).toBeGreaterThan(20);
  });
});
