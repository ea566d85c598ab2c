import type { AgeBand } from '../vocabulary.js';

/** The age band of an age in whole years; the outer bands are open. */
export function ageBandOf(age: number): AgeBand {
  if (age < 30) return '20s';
  if (age < 40) return '30s';
  return age < 50 ? '40s' : '50s';
}
