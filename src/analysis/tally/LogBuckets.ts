/*
 * Quantiles of any number of values in a fixed space, each off by less than 0.5 % of itself.
 *
 * Idea: bucket `i` holds the values from γ^(i-1) to γ^i. With γ = (1 + a) / (1 - a), its middle 2γ^i / (γ + 1) is off by at most
 * the share `a` of any value in it, and counting the buckets in order finds the one that a rank lies in. From a second to three
 * hundred years, in days, are 1,700 buckets. Negative values have buckets of their own, 0 a single one.
 *
 * Source: C. Masson, J. E. Rim, H. K. Lee, "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees",
 * VLDB 2019, section 2. Their `@datadog/sketches-js` was left: it keeps no exact values where there are few, takes quantiles
 * by another definition than R's, and what would be used of it is this file.
 */

/** A little less than what is promised, so that rounding does not carry a value past it. */
const ACCURACY = 0.0049;
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
const PER_LOG = 1 / Math.log(GAMMA);

/** Counts of values by their magnitude. */
export class LogBuckets {
  private readonly positive = new Map<number, number>();
  private readonly negative = new Map<number, number>();
  private zeros = 0;

  add(value: number, count: number): void {
    if (value === 0) this.zeros += count;
    else put(value > 0 ? this.positive : this.negative, Math.ceil(Math.log(Math.abs(value)) * PER_LOG), count);
  }

  /** Values in ascending order, each with how many there are about it. */
  entries(): (readonly [value: number, count: number])[] {
    return [
      ...[...this.negative].sort(([a], [b]) => b - a).map(([index, count]) => [-middle(index), count] as const),
      ...(this.zeros > 0 ? [[0, this.zeros] as const] : []),
      ...[...this.positive].sort(([a], [b]) => a - b).map(([index, count]) => [middle(index), count] as const),
    ];
  }
}

function put(buckets: Map<number, number>, index: number, count: number): void {
  buckets.set(index, (buckets.get(index) ?? 0) + count);
}

/** To six digits: the last ones differ from one version of Node to the next, and say nothing. */
function middle(index: number): number {
  return Number((Math.exp(index / PER_LOG) * (2 / (GAMMA + 1))).toPrecision(6));
}
