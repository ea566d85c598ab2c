import type { Source } from '../../src/index.js';
import { features } from '../vocabulary.js';
import type { Feature } from '../vocabulary.js';
import { visitClasses } from './visitClasses.js';

/*
 * A set of features is a number of eight bits while it is drawn, one bit a feature in the order of the vocabulary.
 */

const BASIC_MASK = maskOf(visitClasses.sporadic.features);
const PROFILE_MASK = maskOf(['profile']);

const lists: (Feature[] | undefined)[] = [];

/** The bits of some features. */
export function maskOf(some: readonly Feature[]): number {
  return some.reduce((mask, feature) => mask | (1 << features.indexOf(feature)), 0);
}

/** Some of the features of `mask`, at most `most`, at least one: basic ones in every other visit, others in every fourth. */
export function drawFeatures(source: Source, mask: number, most: number): Feature[] {
  const bits = source.next();
  let drawn = ((bits & BASIC_MASK) | ((bits >>> 8) & (bits >>> 16) & ~BASIC_MASK)) & mask;
  let count = bitCount(drawn);
  // A short visit loses any of its features, not always the rarer ones: the bits that are left decide.
  for (let turn = bits >>> 24; count > most; turn++) {
    const bit = 1 << (turn % features.length);
    if ((drawn & bit) === 0) continue;
    drawn &= ~bit;
    count--;
  }
  if (drawn === 0) drawn = PROFILE_MASK;
  return (lists[drawn] ??= features.filter((_, index) => (drawn >> index) & 1)).slice();
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
