import { describe, it } from 'vitest';
import { allChallenges } from './challenges/index.js';
import { expectMinimal } from './expectMinimal.js';

const SEEDS = 50;

describe('the public shrinking challenges', { timeout: 120_000 }, () => {
  for (const { name, drawn, json, tries } of allChallenges) {
    it(`end at the known minimum from every seed: ${name}`, () => expectMinimal(drawn, tries, SEEDS));
    it(`end there from JSON: ${name}`, () => expectMinimal(json, tries, SEEDS));
  }
});
