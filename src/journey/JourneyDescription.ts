/** Probabilities or ratios by name. */
export type Weights = Readonly<Record<string, number>>;

/** What a step may be followed by. */
export interface EdgeDescription {
  readonly to: string;
  /** Share of the journeys that complete (or skip) the step and go this way. */
  readonly weight: number;
  /** How often a journey may go this way; needed on one edge of every loop. Its share goes to the others after that. */
  readonly max?: number;
}

/** How long after another step a step comes; each bound in one unit of the three. */
export interface GapDescription {
  /**
   * The step that it counts from, at its latest occurrence before this one; `previous` (default) is the step just before,
   * `cause` what set the journey off. Without a cause, the first step of the journey stands for it.
   */
  readonly from?: string;
  readonly minMinutes?: number;
  readonly minHours?: number;
  readonly minDays?: number;
  readonly maxMinutes?: number;
  readonly maxHours?: number;
  readonly maxDays?: number;
}

/** Emotions at a step, for the personas and impacts that it names. The first row that fits counts. */
export interface EmotionRow {
  /** Default: every persona. */
  readonly persona?: string | readonly string[];
  /** Default: every impact. */
  readonly impact?: string | readonly string[];
  /** How likely each emotion is; those left out do not occur. Only the ratios count. */
  readonly weights: Weights;
}

/** Which emotion may follow which, for the personas that it names. The first row that fits counts. */
export interface TransitionRow {
  /** Default: every persona. */
  readonly persona?: string | readonly string[];
  /** Emotion → what may follow it, with a factor on how likely the next step makes it. What is left out may not follow. */
  readonly table: Readonly<Record<string, Weights>>;
}

/** How the journeys stop that do not complete a step, by ratio. A way that is not possible at the time goes to the others. */
export interface StoppingRow {
  /** Default: every persona. */
  readonly persona?: string | readonly string[];
  /** Begun and still open. */
  readonly in_progress?: number;
  /** Begun and given up. */
  readonly abandoned?: number;
  /** Due after the reference date. */
  readonly planned?: number;
  /** Not begun: the journey ends with the step before. */
  readonly none?: number;
}

export interface StepDescription {
  /** What is done in the step, in order. */
  readonly actions: readonly string[];
  readonly emotions: readonly EmotionRow[];
  /** How long after an earlier step; several hold together. Default: any time after the step before. */
  readonly gap?: GapDescription | readonly GapDescription[];
  /** What follows: one step, shares by step, or edges. Shares and `ends` add up to 1. */
  readonly next?: string | Weights | readonly EdgeDescription[];
  /** Whether journeys end with this step, or the share of those that do though others go on; default false. */
  readonly ends?: boolean | number;
  /** Share of those who come to the step that skips it; default 0, which no journey does. */
  readonly optional?: number;
}

/** A journey graph as data: what `defineJourney` takes. */
export interface JourneyDescription {
  /** Such as `onboarding`: names the graph in errors, rules and diagrams. */
  readonly name: string;
  /** The default reference date, `YYYY-MM-DD`: the only "now". All of that day has passed. */
  readonly asOf: string;
  /** How many days before the reference date a journey starts; both inclusive, from 0. */
  readonly startDays: { readonly min: number; readonly max: number };
  readonly personas: readonly string[];
  /** Kinds of cause, such as `high` and `moderate`; default none. */
  readonly impacts?: readonly string[];
  /** Every emotion, calmest first. */
  readonly emotions: readonly string[];
  readonly transitions: readonly TransitionRow[];
  /** The first step, or shares of several. */
  readonly start: string | Weights;
  readonly steps: Readonly<Record<string, StepDescription>>;
  /** Persona → step → share that completes it, of the journeys that come to it, do not skip it, and could have by now. */
  readonly completion: Readonly<Record<string, Weights>>;
  /** Default: abandoned 2, in_progress 1, planned 1, none 1. */
  readonly stopping?: readonly StoppingRow[];
  /** A step in progress was begun at most so many days before the reference date; default: any time before. */
  readonly openDays?: number;
}
