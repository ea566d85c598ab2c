import { CohortCheckError, shown } from '../errors/index.js';
import type { JourneyGraph } from './JourneyGraph.js';
import { endOfDay, SECONDS_A_DAY, secondOf } from './time.js';

/** What a journey hangs on and does not hold itself: who takes it, when, and why. */
export interface JourneySituation {
  /** One of the graph's personas; default: any. */
  readonly persona?: string | undefined;
  /** One of the graph's impacts; default: any. */
  readonly impact?: string | undefined;
  /** Reference date, `YYYY-MM-DD`: the only "now". */
  readonly asOf: string;
  /** What set the journey off, a date or an instant; default: its own first step. */
  readonly cause?: string | undefined;
  /** The first step does not come before it, a date or an instant. */
  readonly since?: string | undefined;
}

/** The times of a situation, in seconds from 1970-01-01T00:00:00Z. */
export interface SituationTimes {
  /** The last second of the reference date. */
  readonly now: number;
  readonly cause: number | undefined;
  /** Bounds of the first step, its gaps from the cause left aside; both inclusive. */
  readonly startLow: number;
  readonly startHigh: number;
}

/**
 * The times of a situation; NaN where a date is none, so that no comparison with it holds.
 */
export function timesOfSituation(
  graph: JourneyGraph,
  situation: Omit<JourneySituation, 'persona' | 'impact'>,
): SituationTimes {
  const now = endOfDay(situation.asOf);
  const cause = situation.cause === undefined ? undefined : secondOf(situation.cause);
  const since = situation.since === undefined ? -Infinity : secondOf(situation.since);
  const { min, max } = graph.startDays;
  return {
    now,
    cause,
    startLow: Math.max(now + 1 - (max + 1) * SECONDS_A_DAY, since, cause ?? -Infinity),
    startHigh: now - min * SECONDS_A_DAY,
  };
}

/** @throws CohortCheckError `bad-option` on a date that is none. */
export function requireDates({ asOf, cause, since }: JourneySituation, call: string): void {
  for (const [name, text] of Object.entries({ asOf, cause, since })) {
    if (
      text === undefined ||
      (typeof text === 'string' && !Number.isNaN(name === 'asOf' ? endOfDay(text) : secondOf(text)))
    )
      continue;
    throw new CohortCheckError({
      code: 'bad-option',
      what: `${call}: ${name} is ${shown(text)}`,
      why: name === 'asOf' ? 'it is a calendar date, written YYYY-MM-DD' : 'it is an ISO 8601 date or instant',
      try: `${name}: '2025-03-31'`,
    });
  }
}
