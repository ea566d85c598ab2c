import { expect } from 'vitest';
import type { KeyedArbitrary } from '../../../src/index.js';

/** Follows the first failing candidate to the end, as a runner does; every candidate seen must be accepted and simpler. */
export function shrunk<T>(arbitrary: KeyedArbitrary<T>, from: T, fails: (value: T) => boolean): T {
  let value = from;
  for (let step = 0; step < 2000; step++) {
    let next: T | undefined;
    for (const candidate of arbitrary.smaller(value)) {
      expect(arbitrary.accepts(candidate)).toBe(true);
      expect(arbitrary.compare(candidate, value)).toBeLessThan(0);
      if (!fails(candidate)) continue;
      next = candidate;
      break;
    }
    if (next === undefined) return value;
    value = next;
  }
  throw new Error('shrinking does not end');
}
