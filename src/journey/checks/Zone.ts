/*
 * All the times that the steps of a way can have, as far as later steps depend on them.
 *
 * Idea: what gaps say are bounds on differences of two times. A zone holds the tightest bound for each pair of the times that
 * a later gap can count from: the last step, the first, the cause, and the latest occurrence of each step that some gap names.
 * Adding a step adds one time and its bounds; what no gap can count from any more is forgotten.
 *
 * Invariant: every bound is attained by some times that meet all gaps of the way. So the least time between two steps can be
 * read off, and no times fit exactly where a time would have to lie before itself.
 *
 * Cost: cells of a square whose side is the number of times kept, for each step added.
 *
 * Source: D. Dill, "Timing assumptions and verification of finite-state concurrent systems" (1989), difference bounds
 * matrices; their use for walks of a graph is that of timed automata (R. Alur and D. Dill, 1994).
 *
 * Example: b comes 2 to 5 days after a, c 1 to 2 days after b and at most 3 after a. The zone at c has b 2 days after a and c 3:
 * the bounds of 5 and 2 days are not attained.
 */

/** Times that every zone has; those of named steps follow. */
export const LAST = 0;
export const FIRST = 1;
export const CAUSE = 2;
export const NAMED = 3;

/** A bound on the time from another to a new step, in seconds. */
export interface ZoneGap {
  readonly from: number;
  readonly min: number;
  readonly max: number;
}

export class Zone {
  /** `bounds[a][b]` is the most by which time a lies after time b; Infinity throughout where one of them is not yet. */
  private readonly bounds: readonly (readonly number[])[];

  private constructor(bounds: readonly (readonly number[])[]) {
    this.bounds = bounds;
  }

  /**
   * The zone of a first step.
   *
   * @param count - number of named times.
   * @param named - the time that the step itself is, where gaps name it.
   * @param cause - how long after the cause it comes.
   */
  static first(count: number, named: number | undefined, cause: Omit<ZoneGap, 'from'>): Zone {
    const side = NAMED + count;
    const isNow = (time: number): boolean => time === LAST || time === FIRST || time === named;
    const bound = (a: number, b: number): number => {
      if (a === b || (isNow(a) && isNow(b))) return 0;
      if (isNow(a) && b === CAUSE) return cause.max;
      return a === CAUSE && isNow(b) ? -cause.min : Infinity;
    };
    return new Zone(Array.from({ length: side }, (_, a) => Array.from({ length: side }, (__, b) => bound(a, b))));
  }

  /** The zone after one more step; undefined where no times fit. */
  next(gaps: readonly ZoneGap[], named: number | undefined): Zone | undefined {
    const { after, before } = this.added(gaps);
    if (after.some((most, time) => most + before[time]! < 0)) return undefined;
    const isNew = (time: number): boolean => time === LAST || time === named;
    const bound = (a: number, b: number): number => {
      if (isNew(a)) return isNew(b) ? 0 : after[b]!;
      return isNew(b) ? before[a]! : Math.min(this.bounds[a]![b]!, before[a]! + after[b]!);
    };
    return new Zone(this.bounds.map((row, a) => row.map((_, b) => bound(a, b))));
  }

  /** For each time the least by which a step of these gaps would come after it, their upper bounds left aside. */
  leastBefore(gaps: readonly ZoneGap[]): readonly number[] {
    return this.added(gaps.map((gap) => ({ ...gap, max: Infinity }))).before.map((most) => -most);
  }

  /** The least time from the first step to the last. */
  get span(): number {
    return 0 - this.bounds[FIRST]![LAST]!;
  }

  has(time: number): boolean {
    return this.bounds[time]![LAST]! < Infinity;
  }

  /** Whether all that is possible after the other is possible after this one: no gap counts here that does not there. */
  covers(other: Zone): boolean {
    return this.bounds.every(
      (row, a) =>
        !this.has(a) || (other.has(a) && row.every((most, b) => !this.has(b) || most >= other.bounds[a]![b]!)),
    );
  }

  /** The bounds between a new step and each time: the most by which it comes after, and by which each lies after it. */
  private added(gaps: readonly ZoneGap[]): { readonly after: readonly number[]; readonly before: readonly number[] } {
    const { bounds } = this;
    const after = bounds.map(() => Infinity);
    const before = bounds.map((_, time) => (time === LAST ? 0 : Infinity));
    for (const { from, min, max } of gaps) {
      // A gap from a step that was not yet come to does not apply.
      if (!this.has(from)) continue;
      after[from] = Math.min(after[from]!, max);
      before[from] = Math.min(before[from]!, -min);
    }
    return {
      after: after.map((_, b) => least(after, (k) => bounds[k]![b]!)),
      before: before.map((_, a) => least(before, (k) => bounds[a]![k]!)),
    };
  }
}

function least(direct: readonly number[], on: (through: number) => number): number {
  return direct.reduce((smallest, bound, through) => Math.min(smallest, bound + on(through)), Infinity);
}
