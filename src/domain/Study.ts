import type { Journey, JourneyGraph } from '../journey/index.js';

/** How records are divided, such as by persona. Groupings of one id mean the same in every collection. */
export interface Grouping<T extends object> {
  /** In snake_case, such as `age_band`. */
  readonly id: string;
  /** Such as `age band`. */
  readonly title: string;
  /** The labels in the order in which they are shown; others follow. */
  readonly labels?: readonly string[];
  /** The label of a record; undefined for one that has none. */
  of(this: void, record: T): string | undefined;
}

/** A number that records have. */
export interface Measure<T extends object> {
  readonly id: string;
  readonly title: string;
  /** Such as `years`; `share` for numbers from 0 to 1. */
  readonly unit: string;
  /** Undefined for a record that has none. */
  of(this: void, record: T): number | undefined;
}

/** A reason to reach out to somebody. */
export interface StudyNeed<T extends object> {
  readonly id: string;
  /** What such people are, such as `at raised risk and never screened`. */
  readonly title: string;
  /** Ids of groupings that the need is made of: that their labels differ in it is no finding. Default: none. */
  readonly definedBy?: readonly string[];
  of(this: void, record: T): boolean;
}

/** An outcome of a journey. */
export interface JourneyOutcome {
  readonly expected: boolean;
  /** Whether the journey has come to it. */
  readonly reached: boolean;
}

/** Records that hold a journey. */
export interface JourneyStudy<T extends object> {
  readonly graph: JourneyGraph;
  /** Emotions that show strain, such as `anxious`. */
  readonly tense: readonly string[];
  of(this: void, record: T): Journey;
  /** Every outcome that the record names. */
  outcomesOf(this: void, record: T): Readonly<Record<string, JourneyOutcome>>;
}

/** What a recommendation answers to: never who, only what was found. */
export interface Cause {
  /**
   * `completion`: fewer finish the journey. `drop-off`: more are lost at a step. `tense`: more are tense at a step.
   * `outcome`: an expected outcome is reached less often. `duration`: the journey takes longer. `need`: more are in need.
   */
  readonly kind: 'completion' | 'drop-off' | 'tense' | 'outcome' | 'duration' | 'need';
  /** The step, outcome or need; the name of the collection for `completion` and `duration`. */
  readonly subject: string;
}

/** What happened in somebody's life, on one axis of time. */
export interface Moment {
  /** ISO date or time. */
  readonly at: string;
  /** The row in which it is drawn, such as `visits`. */
  readonly lane: string;
  readonly title: string;
  /** Details; empty for none. */
  readonly text: string;
}

/** What can be asked of the records of a collection, beside their rules. */
export interface Study<T extends object = object> {
  /** Name of the collection. */
  readonly collection: string;
  /** What the records are, such as `Customers` or `First-time users`. */
  readonly title: string;
  /** Who the record is about: records of several collections with the same answer are of one person. */
  personOf(this: void, record: T): string;
  /** The person's name. */
  nameOf(this: void, record: T): string;
  readonly groupings: readonly Grouping<T>[];
  /** Words that records have, such as a risk level. */
  readonly facts: readonly Grouping<T>[];
  readonly measures: readonly Measure<T>[];
  readonly needs: readonly StudyNeed<T>[];
  readonly journey?: JourneyStudy<T>;
  /** In any order. */
  momentsOf(this: void, record: T): readonly Moment[];
  /** What to do about something that was found, as an imperative sentence; undefined where nothing is known to help. */
  advise?(this: void, cause: Cause): string | undefined;
}
