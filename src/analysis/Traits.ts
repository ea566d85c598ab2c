/** How a journey stands at the reference date. */
export const endings = ['finished', 'open', 'abandoned', 'stopped'] as const;

/**
 * `finished`: it has come to an end of its graph. `open`: a step is in progress or planned, or the next one may still be
 * begun in time. `abandoned`: its last step was. `stopped`: the next step was not begun in time.
 */
export type Ending = (typeof endings)[number];

/** `reached` and `missed` of what was expected; `beyond` and `none` of what was not. */
export type OutcomeResult = 'reached' | 'missed' | 'beyond' | 'none';

export interface StepTraits {
  readonly step: string;
  readonly status: string;
  readonly emotion: string;
  /** From the step before, to a thousandth; null for the first step, a planned one, and where times run backwards. */
  readonly gap_days: number | null;
}

/** What an analysis sees of a journey. */
export interface JourneyTraits {
  readonly steps: readonly StepTraits[];
  readonly ending: Ending;
  /**
   * The step at which it was abandoned or that was not begun; where several could have followed, the last one that was done.
   * Null for journeys that finished or are open.
   */
  readonly lost_at: string | null;
  /**
   * Days from its first step to its end, or to the reference date where it is open, to a thousandth; null where times run
   * backwards.
   */
  readonly days: number | null;
  readonly outcomes: Readonly<Record<string, OutcomeResult>>;
}

/** All that an analysis sees of a record; plain data. */
export interface Traits {
  readonly collection: string;
  readonly person: string;
  readonly name: string;
  /** Label by grouping. */
  readonly groups: Readonly<Record<string, string>>;
  /** Label by fact. */
  readonly facts: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, number>>;
  readonly needs: readonly string[];
  readonly journey?: JourneyTraits;
}
