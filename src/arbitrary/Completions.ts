/*
 * Parts that each bring points, drawn so that the points add up to a wanted total.
 *
 * Idea: what the later parts can still bring is a distribution over totals (the convolution of their points). An option
 * of a part is drawn with its own weight times the chance that the later parts complete a legal total. This is exact
 * conditional sampling: no draw is repeated, and within the bounds every combination keeps its odds.
 *
 * Cost: the distributions are made once for a declaration, (number of parts) x (largest total); a draw sums a slice of
 * one for each option. Left: drawing freely and throwing away what misses, which fails where the bounds are rare.
 *
 * Example: a ∈ {0, 5}, b ∈ {0, 3}, all weights equal, total at least 4. The later part b brings 0 or 3, each with 1/2.
 * Option a = 0 is completed by totals ≥ 4: never; option a = 5 always. So a = 5 is drawn.
 */
import type { Key } from '../source/index.js';

/** What a part can be: a value, how likely it is, and the points it brings. The first option is the simplest. */
export interface ScoredOption<V> {
  readonly value: V;
  readonly weight: number;
  /** A whole number from 0. */
  readonly points: number;
}

/** A part with the options that can be drawn. */
export interface Part {
  readonly name: string;
  readonly key: Key;
  /** Those with a weight above 0. */
  readonly options: readonly ScoredOption<unknown>[];
}

/** Counts as a chance where a total can be reached although its chance is too small for a double. */
const HARDLY = 1e-300;

/** What the parts from each index on can bring together. */
export class Completions {
  /** `below[i][p]`: how likely the parts from `i` on are to bring fewer than `p` points. */
  private readonly below: readonly Float64Array[];
  /** `reached[i][p]`: how many totals below `p` they can bring at all; decides what is possible, free of rounding. */
  private readonly reached: readonly Float64Array[];

  constructor(parts: readonly Part[]) {
    let chances = Float64Array.of(1);
    let totals = Float64Array.of(1);
    const below = [cumulated(chances)];
    const reached = [cumulated(totals)];
    for (const { options } of parts.toReversed()) {
      const weights = options.reduce((sum, { weight }) => sum + weight, 0);
      const length = chances.length + Math.max(...options.map(({ points }) => points));
      const nextChances = new Float64Array(length);
      const nextTotals = new Float64Array(length);
      for (const { points, weight } of options) {
        for (let total = 0; total < chances.length; total++) {
          if (totals[total] === 0) continue;
          nextChances[total + points]! += (chances[total]! * weight) / weights;
          nextTotals[total + points] = 1;
        }
      }
      chances = nextChances;
      totals = nextTotals;
      below.unshift(cumulated(chances));
      reached.unshift(cumulated(totals));
    }
    this.below = below;
    this.reached = reached;
  }

  /** How likely the parts from `index` on are to bring from `min` to `max` points; 0 only where they cannot. */
  likely(index: number, min: number, max: number): number {
    if (max < 0) return 0;
    const below = this.below[index] as Float64Array;
    const reached = this.reached[index] as Float64Array;
    const from = Math.min(Math.max(0, min), below.length - 1);
    const upTo = Math.min(max + 1, below.length - 1);
    if (upTo <= from || reached[upTo] === reached[from]) return 0;
    return Math.max((below[upTo] as number) - (below[from] as number), HARDLY);
  }

  /** The most points that the parts from `index` on can bring. */
  most(index: number): number {
    return (this.below[index] as Float64Array).length - 2;
  }
}

/** `cumulated(x)[p]`: the sum of the members of `x` before `p`. */
function cumulated(exactly: Float64Array): Float64Array {
  const below = new Float64Array(exactly.length + 1);
  for (let total = 0; total < exactly.length; total++)
    below[total + 1] = (below[total] as number) + (exactly[total] as number);
  return below;
}
