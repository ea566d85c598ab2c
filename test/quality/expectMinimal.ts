import { expect } from 'vitest';
import { measure } from './measure/index.js';
import type { Bounds, Contender } from './measure/index.js';

/** Asks that every seed, or the least share of them, ends at the minimum, within the tries; else shows where they ended. */
export async function expectMinimal(contender: Contender, tries: Bounds, seeds: number): Promise<void> {
  const measured = await measure(contender, seeds);
  const { leastShare = 1 } = tries;
  if (leastShare === 1) {
    expect(measured.ends.filter(([json]) => !contender.isMinimum(JSON.parse(json)))).toEqual([]);
  }
  expect(measured.minimal, 'seeds at the minimum').toBeGreaterThanOrEqual(leastShare * seeds);
  expect(measured.triesMedian, 'tries in the middle').toBeLessThanOrEqual(tries.median);
  expect(measured.tries95, 'tries of 95 %').toBeLessThanOrEqual(tries.p95);
}
