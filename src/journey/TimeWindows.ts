/*
 * When the steps of a journey may lie.
 *
 * Gaps, the start window and the reference date are bounds on differences of two times: a simple temporal network
 * (R. Dechter, I. Meiri and J. Pearl, "Temporal constraint networks", Artificial Intelligence 49, 1991). Pushing the bounds
 * along the links until nothing moves gives the earliest and the latest time of every step, or shows that there is none.
 *
 * Invariant: every time between `low` and `high` of a step extends to times for all others. So times are chosen one after
 * another: each is fixed, the bounds are pushed on, and no choice has to be taken back.
 *
 * Cost: links × passes, and a journey of n steps needs two or three passes; more than n + 1 mean that there is no solution.
 *
 * Example: a step at least 30 and at most 90 days after the first, the first in the last 40 days, the second in the past:
 * the first is pushed back to the 10 days that leave room for the second.
 */
import type { CompletionStatus } from './JourneyStep.js';
import type { JourneyGraph } from './JourneyGraph.js';
import { timesOfSituation } from './JourneySituation.js';
import type { JourneySituation, SituationTimes } from './JourneySituation.js';

/** A step that was come to, and what became of it. */
export interface Visit {
  readonly step: string;
  readonly status: CompletionStatus;
}

/** `to` comes at least `min` and at most `max` seconds after `from`. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number;
}

export class TimeWindows {
  /** Earliest second of each step. */
  readonly low: number[] = [];
  /** Latest second of each step; Infinity for a planned one whose gap has no end. */
  readonly high: number[] = [];
  private readonly links: Link[] = [];

  /** The windows of these steps; undefined where no times fit. */
  static of(graph: JourneyGraph, visits: readonly Visit[], times: SituationTimes): TimeWindows | undefined {
    const windows = new TimeWindows(graph, visits, times);
    return windows.push() ? windows : undefined;
  }

  private constructor(graph: JourneyGraph, visits: readonly Visit[], times: SituationTimes) {
    for (const [index, visit] of visits.entries()) {
      this.addBounds(graph, visit, index, times);
      if (index > 0) this.links.push({ from: index - 1, to: index, min: 0, max: Infinity });
      for (const { from, min, max } of graph.steps.get(visit.step)?.gaps ?? []) {
        const isFromCause = from === 'cause' && times.cause !== undefined;
        if (isFromCause) this.bound(index, times.cause + min, times.cause + max);
        const origin = isFromCause ? undefined : placeOfOrigin(visits, index, from);
        if (origin !== undefined) this.links.push({ from: origin, to: index, min, max });
      }
    }
  }

  private addBounds(graph: JourneyGraph, { status }: Visit, index: number, times: SituationTimes): void {
    this.low.push(index === 0 ? times.startLow : -Infinity);
    this.high.push(index === 0 ? times.startHigh : Infinity);
    if (status === 'planned') this.bound(index, times.now + 1, Infinity);
    else this.bound(index, status === 'in_progress' ? times.now - graph.openSeconds : -Infinity, times.now);
  }

  private bound(index: number, low: number, high: number): void {
    this.low[index] = Math.max(this.low[index]!, low);
    this.high[index] = Math.min(this.high[index]!, high);
  }

  /** Whether a step can lie at a second. */
  allows(index: number, second: number): boolean {
    return second >= this.low[index]! && second <= this.high[index]!;
  }

  /** Fixes a step at a second that its window allows, and pushes the windows of the others on. */
  fix(index: number, second: number): void {
    this.low[index] = second;
    this.high[index] = second;
    this.push();
  }

  private push(): boolean {
    const { low, high, links } = this;
    for (let pass = 0; pass <= low.length + 1; pass++) {
      let isMoved = false;
      for (let at = 0; at < links.length; at++) isMoved = this.along(links[at]!) || isMoved;
      for (let at = links.length - 1; at >= 0; at--) isMoved = this.along(links[at]!) || isMoved;
      for (let index = 0; index < low.length; index++) if (!(low[index]! <= high[index]!)) return false;
      if (!isMoved) return true;
    }
    return false;
  }

  private along({ from, to, min, max }: Link): boolean {
    const { low, high } = this;
    const lowTo = Math.max(low[to]!, low[from]! + min);
    const highTo = Math.min(high[to]!, high[from]! + max);
    const lowFrom = Math.max(low[from]!, lowTo - max);
    const highFrom = Math.min(high[from]!, highTo - min);
    const isMoved = lowTo > low[to]! || highTo < high[to]! || lowFrom > low[from]! || highFrom < high[from]!;
    low[to] = lowTo;
    high[to] = highTo;
    low[from] = lowFrom;
    high[from] = highFrom;
    return isMoved;
  }
}

/**
 * The place of the step that a gap counts from; undefined where there is none before it. `cause` is for journeys whose cause
 * is not known: their first step stands for it.
 */
export function placeOfOrigin(
  visits: readonly { readonly step: string }[],
  index: number,
  from: string,
): number | undefined {
  if (index === 0) return undefined;
  if (from === 'previous') return index - 1;
  if (from === 'cause') return 0;
  for (let place = index - 1; place >= 0; place--) if (visits[place]!.step === from) return place;
  return undefined;
}

/** The earliest times of these steps, all at once; undefined where no times fit. */
export function timesOf(
  graph: JourneyGraph,
  visits: readonly Visit[],
  situation: JourneySituation,
): readonly number[] | undefined {
  return TimeWindows.of(graph, visits, timesOfSituation(graph, situation))?.low;
}
