import { describe, expect, it } from 'vitest';
import { expectMinimal } from './expectMinimal.js';
import { drawn } from './measure/index.js';
import type { Contender } from './measure/index.js';
import { throughChain } from './peers/index.js';
import { allProperties } from './properties/index.js';

const SEEDS = 20;

/** This project's own contenders: from the drawn value where there is one, and from JSON. */
const ours = allProperties.flatMap(({ title, contenders, tries, seedsInTest = SEEDS }) =>
  (['drawn', 'json'] as const).flatMap((from) => {
    const contender = contenders[from];
    return contender === undefined ? [] : [{ name: `${title}, ${from}`, contender, tries, seeds: seedsInTest }];
  }),
);

describe('the smallest failing value', { timeout: 120_000 }, () => {
  for (const { name, contender, tries, seeds } of ours) {
    it(`is found from every seed: ${name}`, () => expectMinimal(contender, tries, seeds));
  }
});

describe('measuring', () => {
  const isPairApart = ({ a, b }: { readonly a: number; readonly b: number }): boolean => b - a >= 6 && b - a <= 10;
  const chained: Contender = {
    route: drawn(throughChain(1000), isPairApart),
    isMinimum: (value) => JSON.stringify(value) === '{"a":0,"b":6}',
    isMinimalWhereItMatters: () => true,
  };

  it('notices what gets stuck: the chain of fast-check', async () => {
    await expect(expectMinimal(chained, { median: 1000, p95: 1000 }, SEEDS)).rejects.toThrow(/"b/);
  });

  it('notices too many tries', async () => {
    const anything = { ...chained, isMinimum: () => true };
    await expect(expectMinimal(anything, { median: 1, p95: 1000 }, SEEDS)).rejects.toThrow(/tries in the middle/);
    await expect(expectMinimal(anything, { median: 1000, p95: 1 }, SEEDS)).rejects.toThrow(/tries of 95 %/);
  });
});
