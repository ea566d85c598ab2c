import type { LabelShare } from '../Analysis.js';
import { shareOf } from '../shareOf.js';
import type { Tally, Words } from '../tally/index.js';

/** The parts of all that was counted, in the order of the labels. */
export function labelShares(words: Words, tally: Tally | undefined, labels: readonly string[]): LabelShare[] {
  const trials = tally?.total ?? 0;
  return labels.map((label) => ({ label, ...shareOf({ hits: tally?.of(words.find(label)) ?? 0, trials }) }));
}

/** Labels in the order in which they are shown: the declared ones, then others that were met, by the alphabet. */
export function labelOrder(declared: readonly string[], words: Words, places: readonly number[]): string[] {
  const known = new Set(declared);
  const others = places.map((place) => words.word(place)).filter((word) => !known.has(word));
  return [...known, ...[...new Set(others)].sort()];
}
