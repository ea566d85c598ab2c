/*
 * Binomial counts from a source, in a time that does not grow with the number of trials.
 *
 * Idea: where few hits are likely, walk up the distribution until it exceeds one uniform number. Otherwise bend a pair of
 * uniform numbers into a hat that lies just over the distribution, and take the count below it unless it falls between
 * hat and distribution (transformed rejection). A squeeze accepts most pairs without computing a mass.
 *
 * Source: W. Hörmann, "The Generation of Binomial Random Variates", J. Statist. Comput. Simul. 46 (1993), algorithm BTRS; its
 * test of the mass is done by `logBinomialMass`.
 *
 * Cost: at most about 20 steps of the walk, or 1.2 pairs.
 */
import type { Source } from '../source/index.js';
import { logBinomialMass } from './logMass.js';

/** Below this mean the walk is short; the hat is made for means from it on. */
const WALKS_BELOW = 10;

/** The number of hits in so many trials, each of them one with the chance `share`. */
export function drawBinomial(source: Source, trials: number, share: number): number {
  if (trials === 0 || share <= 0) return 0;
  if (share >= 1) return trials;
  if (share > 0.5) return trials - drawBinomial(source, trials, 1 - share);
  return trials * share < WALKS_BELOW ? walk(source, trials, share) : bend(source, trials, share);
}

function walk(source: Source, trials: number, share: number): number {
  const odds = share / (1 - share);
  let left = source.unit();
  let mass = Math.exp(trials * Math.log1p(-share));
  let count = 0;
  while (left >= mass && count < trials) {
    left -= mass;
    count++;
    mass *= (odds * (trials - count + 1)) / count;
    if (mass === 0) break;
  }
  return count;
}

function bend(source: Source, trials: number, share: number): number {
  const spread = Math.sqrt(trials * share * (1 - share));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * share;
  const centre = trials * share + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const peak = Math.floor((trials + 1) * share);
  for (;;) {
    const u = source.unit() - 0.5;
    const v = source.unit();
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= 0.92 - 4.2 / b) return count;
    // On the edge itself the count is infinite.
    if (!(count >= 0 && count <= trials)) continue;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    if (height <= logBinomialMass(count, trials, share) - logBinomialMass(peak, trials, share)) return count;
  }
}
