import { shareInterval } from '../statistics/index.js';
import type { CountedShare } from '../statistics/index.js';
import type { Share } from './Analysis.js';

/** A count as the figures have it. */
export function shareOf({ hits, trials }: CountedShare): Share {
  return { hits, trials, share: trials === 0 ? null : hits / trials, interval: shareInterval(hits, trials) };
}
