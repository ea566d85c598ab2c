import { twoShares, welch } from '../statistics/index.js';
import type { CountedShare } from '../statistics/index.js';
import type { Distribution, FindingFigures, Share, StepFigures } from './Analysis.js';

/**
 * Days are compared by their means, and what varies in days is lopsided: below so many values a mean strays further than
 * Welch's test allows for, and with hundreds of comparisons it is the far tail that counts.
 */
const FEWEST_DAYS = 30;

export type Figure = Share | Distribution;

/** A figure of one side of a comparison. */
export interface Side {
  readonly figure: Figure;
  /**
   * How many journeys the trials come from. One that took a step ten times is no ten witnesses, so of trials that are more
   * than the journeys only so many count, with the same share of hits.
   */
  readonly journeys?: number | undefined;
}

export type Difference = Pick<FindingFigures, 'difference' | 'difference_interval' | 'effect' | 'p'>;

/**
 * How far the first figure lies from the second, and whether that is more than chance; undefined where it cannot be judged.
 *
 * @param alpha - level of the interval.
 */
export function differenceOf(a: Side, b: Side, alpha: number): Difference | undefined {
  if (isShare(a.figure) && isShare(b.figure)) return ofShares(a, b, alpha);
  if (isShare(a.figure) || isShare(b.figure)) return undefined;
  if (Math.min(a.figure.count, b.figure.count) < FEWEST_DAYS) return undefined;
  const { difference, effect, p, interval } = welch(a.figure, b.figure, { alpha });
  if (difference === null || effect === null) return undefined;
  return { difference, difference_interval: interval, effect, p };
}

/** Journeys that took the step. */
export function takersOf({ statuses }: StepFigures): number {
  return Object.values(statuses).reduce((sum, count) => sum + count, 0);
}

export function isShare(figure: Figure): figure is Share {
  return 'trials' in figure;
}

/** What is compared: a share, or the mean; null where there is none. */
export function valueOf(figure: Figure): number | null {
  return isShare(figure) ? figure.share : figure.mean;
}

/** The difference that is sure at least, whichever way: 0 where the interval holds none. */
export function leastOf([low, high]: readonly [low: number, high: number]): number {
  return Math.max(0, low, -high);
}

/** Whether hits of two shares can differ at all: where all are hits or none, they cannot. */
function canDiffer(a: CountedShare, b: CountedShare): boolean {
  const hits = a.hits + b.hits;
  return a.trials > 0 && b.trials > 0 && hits > 0 && hits < a.trials + b.trials;
}

function ofShares(a: Side, b: Side, alpha: number): Difference | undefined {
  const [countedA, countedB] = [witnesses(a), witnesses(b)];
  if (!canDiffer(countedA, countedB)) return undefined;
  const test = twoShares(countedA, countedB, { alpha });
  const isCut = countedA !== a.figure || countedB !== b.figure;
  const whole = isCut ? twoShares(a.figure as Share, b.figure as Share) : test;
  if (whole.difference === null || whole.effect === null || test.difference === null) return undefined;
  // Hits that were cut down were rounded, so their difference may have moved by a little.
  const moved = whole.difference - test.difference;
  const [low, high] = test.interval;
  return {
    difference: whole.difference,
    difference_interval: [Math.max(-1, low + moved), Math.min(1, high + moved)],
    effect: whole.effect,
    p: test.p,
  };
}

function witnesses({ figure, journeys }: Side): CountedShare {
  const { hits, trials } = figure as Share;
  return journeys === undefined || journeys >= trials
    ? (figure as Share)
    : { hits: Math.round((hits / trials) * journeys), trials: journeys };
}
