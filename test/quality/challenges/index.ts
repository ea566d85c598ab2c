import type { Challenge } from './Challenge.js';
import { numberChallenges } from './numbers.js';
import { treeChallenges } from './trees.js';

export type { Challenge } from './Challenge.js';
export { publishedFigures } from './published.js';
export type { PublishedFigures } from './published.js';

/** The public collection of shrinking challenges, in its own order but for the recursive ones, which come last. */
export const allChallenges: readonly Challenge[] = [...numberChallenges, ...treeChallenges];
