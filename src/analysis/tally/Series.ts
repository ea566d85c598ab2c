import type { Distribution } from '../Analysis.js';
import { LogBuckets } from './LogBuckets.js';

/** So many different values are kept as they are. */
const MOST_KEPT = 4096;

/**
 * Numbers at a glance, in a fixed space: exactly while there are few different ones, then by `LogBuckets`.
 *
 * Quartiles lie between ranks as R's default (type 7) has them. Mean and spread are those of the values in any case, by
 * Welford's method.
 */
export class Series {
  private count = 0;
  private min = Infinity;
  private max = -Infinity;
  private kept: Map<number, number> | undefined = new Map();
  private buckets: LogBuckets | undefined;
  /** Of the values that are no longer kept. */
  private readonly moments = new Moments();

  add(given: number): void {
    // What is -0 depends on how it was worked out: it is told apart from 0 nowhere else.
    const value = given === 0 ? 0 : given;
    this.count += 1;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    const { kept } = this;
    if (kept === undefined) {
      this.moments.add(value, 1);
      this.buckets!.add(value, 1);
      return;
    }
    kept.set(value, (kept.get(value) ?? 0) + 1);
    if (kept.size > MOST_KEPT) this.letGo(ascending(kept));
  }

  distribution(): Distribution {
    const { count, min, max, kept } = this;
    if (count === 0) {
      return { count, min: null, q1: null, median: null, q3: null, max: null, mean: null, sd: null, exact: true };
    }
    const entries = kept === undefined ? this.buckets!.entries() : ascending(kept);
    const { mean, sd } = kept === undefined ? this.moments : momentsOf(entries);
    const [q1, median, q3] = [0.25, 0.5, 0.75].map((part) => {
      return Math.min(max, Math.max(min, quantile(entries, part * (count - 1))));
    }) as [number, number, number];
    return { count, min, q1, median, q3, max, mean, sd, exact: kept !== undefined };
  }

  private letGo(entries: readonly Entry[]): void {
    this.kept = undefined;
    this.buckets = new LogBuckets();
    for (const [value, count] of entries) {
      this.buckets.add(value, count);
      this.moments.add(value, count);
    }
  }
}

type Entry = readonly [value: number, count: number];

function ascending(kept: ReadonlyMap<number, number>): Entry[] {
  return [...kept].sort(([a], [b]) => a - b);
}

/** The value at a rank from 0; between two of them where the rank is no whole number. */
function quantile(entries: readonly Entry[], rank: number): number {
  const below = Math.floor(rank);
  const low = valueAt(entries, below);
  const part = rank - below;
  return part === 0 ? low : low + (valueAt(entries, below + 1) - low) * part;
}

function valueAt(entries: readonly Entry[], rank: number): number {
  let passed = 0;
  const entry = entries.find(([, count]) => (passed += count) > rank);
  return (entry ?? entries.at(-1)!)[0];
}

/** Counted in ascending order, so that records in another order have the same to the last digit. */
function momentsOf(entries: readonly Entry[]): Moments {
  const moments = new Moments();
  for (const [value, count] of entries) moments.add(value, count);
  return moments;
}

/**
 * B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products", Technometrics 4 (1962), with weights
 * as D. H. D. West gives them in "Updating Mean and Variance Estimates", CACM 22 (1979).
 */
class Moments {
  mean = 0;
  private count = 0;
  private squares = 0;

  add(value: number, times: number): void {
    this.count += times;
    const off = value - this.mean;
    this.mean += (off * times) / this.count;
    this.squares += times * off * (value - this.mean);
  }

  /** Of the sample; null below two values. */
  get sd(): number | null {
    return this.count < 2 ? null : Math.sqrt(this.squares / (this.count - 1));
  }
}
