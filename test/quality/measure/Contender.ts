/** A failure brought to its smallest case. */
export interface End {
  readonly value: unknown;
  /** Calls of the predicate after the failure was there. */
  readonly tries: number;
  /** From the failure to its smallest case. */
  readonly milliseconds: number;
}

/** Finds a failure by the seed, and shrinks it. */
export type Route = (seed: number) => End | Promise<End>;

/** One way of coming from a failure to its smallest case, and what that case should be. */
export interface Contender {
  readonly route: Route;
  /** Whether nothing simpler fails: the whole value is what a person would write down. */
  readonly isMinimum: (value: unknown) => boolean;
  /** Whether the fields that the failure hangs on are at their simplest, whatever the others are. */
  readonly isMinimalWhereItMatters: (value: unknown) => boolean;
  /** Fewer seeds than the others get, where one takes seconds. */
  readonly mostSeeds?: number;
}

/** Most calls of the predicate, over all seeds. */
export interface Bounds {
  readonly median: number;
  readonly p95: number;
  /** The least share of seeds that end at the minimum, where they do not all; default 1. What misses is in docs/figures.md. */
  readonly leastShare?: number;
}

/** What came of a contender over the seeds. Times are medians. */
export interface Measured {
  readonly seeds: number;
  readonly minimal: number;
  readonly minimalWhereItMatters: number;
  readonly triesMedian: number;
  readonly tries95: number;
  readonly milliseconds: number;
  /** The values it ended at, the most frequent first. */
  readonly ends: readonly (readonly [json: string, seeds: number])[];
}

/** Brings the failures of seeds 0, 1, … to their ends. */
export async function measure(contender: Contender, wantedSeeds: number): Promise<Measured> {
  const seeds = Math.min(wantedSeeds, contender.mostSeeds ?? wantedSeeds);
  const found: End[] = [];
  for (let seed = 0; seed < seeds; seed++) found.push(await contender.route(seed));
  const tries = found.map((end) => end.tries);
  const counts = new Map<string, number>();
  for (const { value } of found) {
    const json = JSON.stringify(value);
    counts.set(json, (counts.get(json) ?? 0) + 1);
  }
  return {
    seeds,
    minimal: found.filter(({ value }) => contender.isMinimum(value)).length,
    minimalWhereItMatters: found.filter(({ value }) => contender.isMinimalWhereItMatters(value)).length,
    triesMedian: quantile(tries, 0.5),
    tries95: quantile(tries, 0.95),
    milliseconds: quantile(
      found.map((end) => end.milliseconds),
      0.5,
    ),
    ends: [...counts].sort(([, left], [, right]) => right - left),
  };
}

/** The smallest value that at least this share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
