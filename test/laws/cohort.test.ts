import { describe, expect, it } from 'vitest';
import { cohort } from '../../arbitraries/index.js';
import { checkLaws } from '../../src/laws/index.js';

// Thousands of candidates of a large record: minutes on a loaded machine.
describe('the laws', { timeout: 180_000 }, () => {
  it('hold for cohorts, whichever way they shrink', () => {
    for (const shrink of ['records', 'exact'] as const) {
      expect(() => checkLaws(cohort({ size: 3, shrink }), { seed: 8, runs: 1, except: ['rejects'] })).not.toThrow();
    }
  });
});
