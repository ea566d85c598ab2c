import { Source } from '../../src/source/index.js';

const SAMPLES = 2000;

/** Hits of so many trials, one after another: the plain meaning of a share, not the code under test. */
export function hitsOf(source: Source, trials: number, share: number): number {
  let hits = 0;
  for (let trial = 0; trial < trials; trial++) if (source.unit() < share) hits++;
  return hits;
}

/** Counts of labels, one draw after another. */
export function countsOf(
  source: Source,
  trials: number,
  shares: Readonly<Record<string, number>>,
): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(Object.keys(shares).map((label) => [label, 0]));
  for (let trial = 0; trial < trials; trial++) {
    let left = source.unit();
    const label = Object.keys(shares).find((name) => (left -= shares[name]!) < 0) ?? Object.keys(shares)[0]!;
    counts[label] = counts[label]! + 1;
  }
  return counts;
}

/** The share of 2,000 keyed samples for which `isFound` holds. */
export function shareFound(name: string, isFound: (source: Source) => boolean): number {
  const root = Source.of(1).child(name);
  let found = 0;
  for (let sample = 0; sample < SAMPLES; sample++) if (isFound(root.child(sample))) found++;
  return found / SAMPLES;
}

/** Three standard deviations of a share of 2,000 samples. */
export function noise(share: number): number {
  return 3 * Math.sqrt((share * (1 - share)) / SAMPLES);
}
