/*
 * Importing this entry adds the matchers to vitest's `expect`. `cohort-check/vitest/matchers` has the same matchers and no
 * effect: for another `expect`, or to choose which ones to add.
 */
import { expect } from 'vitest';
import { matchers } from './matchers.js';
import type { CohortCheckMatchers } from './matchers.js';

declare module 'vitest' {
  interface Matchers<T> extends CohortCheckMatchers<T> {}
  interface AsymmetricMatchersContaining extends CohortCheckMatchers {}
}

expect.extend(matchers);

export { fc } from '@fast-check/vitest';
export { matchers } from './matchers.js';
export type { RuledModel } from './brokenRules.js';
export type { CohortCheckMatchers, CohortOf } from './matchers.js';
export { remember } from './remember.js';
export type { RememberOptions } from './remember.js';
export { it, test } from './test.js';
