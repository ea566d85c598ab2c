import type { ExactMargin } from './Margin.js';
import { greatestDivisor } from './fraction.js';

/** Above this many records a block is no longer a short run, and the whole cohort is made as one. */
const LARGEST_BLOCK = 10_000;

/**
 * The smallest number of records in which every share of every margin is a whole number, or `undefined` where there is
 * none up to `limit`, or where a margin is given in counts (they hold for one size alone).
 *
 * @param limit - inclusive, default 10,000.
 */
export function blockSize(margins: readonly ExactMargin[], limit: number = LARGEST_BLOCK): number | undefined {
  let size = 1n;
  for (const margin of margins) {
    if (margin.given === 'counts') return undefined;
    const denominator = BigInt(margin.denominator);
    size = (size / greatestDivisor(size, denominator)) * denominator;
    if (size > BigInt(limit)) return undefined;
  }
  return Number(size);
}
