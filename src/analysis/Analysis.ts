import type { Cause } from '../domain/index.js';
import type { Where } from './Where.js';

/*
 * What an analysis says, as plain data with the keys of its JSON. Shares are from 0 to 1 and null without a trial; intervals
 * are score intervals after Wilson at 95 %. Types alone, in one file, though long: it is read from top to bottom beside that JSON.
 */

/** Records that a figure is about: how many, and the first of them. */
export interface Behind {
  readonly where: Where;
  readonly count: number;
  /** At most ten. */
  readonly first: readonly RecordPlace[];
}

export interface RecordPlace {
  readonly file: string;
  /** Index in the file, from 0. */
  readonly record: number;
  /** JSON Pointer from the file's root. */
  readonly pointer: string;
  readonly person: string;
  readonly name: string;
}

/** A place that no figure is about. */
export interface LeftOutPlace {
  readonly file: string;
  /** Index in the file, from 0; null where it lies in none. */
  readonly record: number | null;
  readonly pointer: string;
}

export interface Share {
  readonly hits: number;
  readonly trials: number;
  readonly share: number | null;
  readonly interval: readonly [low: number, high: number];
}

/** A part of a whole. */
export interface LabelShare extends Share {
  readonly label: string;
}

/** Numbers at a glance; null without any. */
export interface Distribution {
  readonly count: number;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Of the sample, with count - 1; null below two. */
  readonly sd: number | null;
  /** Whether the quartiles are exact; else they are off by at most 0.5 %. */
  readonly exact: boolean;
}

/** A wanted share beside the one that was found. */
export interface TargetFigure extends LabelShare {
  readonly margin: string;
  readonly target: number;
}

/** A step of a journey. */
export interface StepFigures {
  readonly step: string;
  /** Journeys that came to it: it stands in them, or they stopped in front of it. */
  readonly reached: number;
  /** Status → journeys, by the last time that the step was taken. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Of all journeys, those that completed it. */
  readonly completed: Share;
  /** Of the journeys that came to it, those that completed it. */
  readonly completed_of_reached: Share;
  /** Of the journeys that came to it, those that were lost at it: abandoned, or not begun in time. */
  readonly drop_off: Share;
  /** Emotions at the step, of all times that it was taken. */
  readonly emotions: readonly LabelShare[];
  /** Of all times that it was taken, those with a tense emotion. */
  readonly tense: Share;
  /** From the step before, in days. */
  readonly gap_days: Distribution;
}

export interface OutcomeFigures {
  readonly outcome: string;
  readonly expected: number;
  /** Of the journeys that it was expected of, those that have come to it. */
  readonly reached: Share;
  /** Journeys that have come to it although it was not expected. */
  readonly beyond: number;
}

/**
 * How many journeys have come to their end by a day, and how many were lost: the Aalen-Johansen estimate, which holds where
 * open journeys were watched for different times. Loss is a competing end, since who is lost does not finish later.
 */
export interface CompletionTime {
  /** Journeys that the curve is about. */
  readonly journeys: number;
  /** The day by which half have finished; null where it does not come to half. */
  readonly median_days: number | null;
  readonly points: readonly {
    readonly day: number;
    /** Journeys that were still under way just before this day. */
    readonly at_risk: number;
    readonly finished: number;
    readonly finished_interval: readonly [low: number, high: number];
    readonly lost: number;
  }[];
}

/** A way that journeys went: from a step to the next, or to an ending. */
export interface Flow {
  readonly from: string;
  /** A step, or an ending. */
  readonly to: string;
  readonly count: number;
}

export interface JourneyFigures {
  readonly journeys: number;
  readonly endings: readonly LabelShare[];
  /** Emotions over all steps. */
  readonly emotions: readonly LabelShare[];
  /** Steps with a tense emotion. */
  readonly tense: Share;
  /** Each row's share is of the transitions from its emotion. */
  readonly transitions: readonly (Share & { readonly from: string; readonly to: string })[];
  /** Of finished journeys, in days. */
  readonly duration_days: Distribution;
  readonly outcomes: readonly OutcomeFigures[];
  readonly completion_time: CompletionTime;
  /** Empty where journeys of several kinds are counted together. */
  readonly steps: readonly StepFigures[];
  /** Empty where journeys of several kinds are counted together. */
  readonly flows: readonly Flow[];
}

/** Records of a collection that have something in common. */
export interface GroupFigures {
  /** Id of the grouping; `all` for the whole. */
  readonly grouping: string;
  readonly label: string;
  readonly records: number;
  /** Fact → its labels. */
  readonly facts: Readonly<Record<string, readonly LabelShare[]>>;
  readonly measures: Readonly<Record<string, Distribution>>;
  /** Need → those who have it. */
  readonly needs: Readonly<Record<string, Share>>;
  readonly journey?: JourneyFigures;
}

/** How two groupings meet. */
export interface CrossTable {
  readonly rows: string;
  readonly columns: string;
  readonly row_labels: readonly string[];
  readonly column_labels: readonly string[];
  /** By row, then column. */
  readonly counts: readonly (readonly number[])[];
}

/** Pearson's correlation of every two measures. */
export interface Correlations {
  readonly measures: readonly string[];
  /** Symmetric; null where a measure does not vary or fewer than three records have both. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Records that have both. */
  readonly counts: readonly (readonly number[])[];
}

export interface CollectionFigures {
  readonly collection: string;
  readonly title: string;
  readonly records: number;
  readonly targets: readonly TargetFigure[];
  /** The whole first, then every label of each grouping. */
  readonly groups: readonly GroupFigures[];
  /** Every two groupings. */
  readonly crosses: readonly CrossTable[];
  readonly correlations: Correlations;
}

/** Words for what the figures are about. */
export interface AnalysisTitles {
  /** Grouping, fact, measure or need → its title. */
  readonly of: Readonly<Record<string, string>>;
  /** Measure → its unit. */
  readonly units: Readonly<Record<string, string>>;
}

/** A sentence on the whole, with what it rests on; it compares nobody with anybody. */
export interface Headline {
  /** Stable, such as `largest-drop-off/first_time_user`. */
  readonly id: string;
  readonly statement: string;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly records: Behind;
}

/** A group that differs from all others by more than chance. */
export interface Finding {
  /** Stable, such as `drop-off/first_time_user/prevention_plan/persona/overlooked_risk_group`. */
  readonly id: string;
  readonly kind: Cause['kind'];
  /** From 1, the most weighty first. */
  readonly rank: number;
  readonly statement: string;
  readonly grouping: string;
  readonly label: string;
  readonly collection: string;
  /** The step, outcome or need; the collection for `completion` and `duration`. */
  readonly subject: string;
  /** Whether the group does worse than the others, such as leaving more often. */
  readonly adverse: boolean;
  readonly figures: FindingFigures;
  readonly records: Behind;
}

export interface FindingFigures {
  /** Of the group, and of all others; shares, or days. */
  readonly group: Share | Distribution;
  readonly others: Share | Distribution;
  /** The group's minus the others'. */
  readonly difference: number;
  /** At the corrected level. */
  readonly difference_interval: readonly [low: number, high: number];
  /** Cohen's h of shares, Cohen's d of days. */
  readonly effect: number;
  readonly p: number;
  /** Corrected by Holm's method for all comparisons that were made. */
  readonly adjusted_p: number;
}

/** What to do for a group, by what was found on it. */
export interface Recommendation {
  readonly grouping: string;
  readonly label: string;
  readonly advice: readonly { readonly text: string; readonly finding: string }[];
}

/** A figure of two data sets. */
export interface Change {
  /** Such as `first_time_user/step/prevention_plan/completed`. */
  readonly id: string;
  readonly title: string;
  readonly before: Share | Distribution;
  readonly after: Share | Distribution;
  readonly difference: number;
  readonly difference_interval: readonly [low: number, high: number];
  readonly effect: number;
  readonly p: number;
  readonly adjusted_p: number;
  /** Whether it is more than chance. */
  readonly is_change: boolean;
}

export interface Comparison {
  readonly files: readonly AnalysedFile[];
  readonly records: number;
  /** Every figure that both have, the surest changes first. */
  readonly changes: readonly Change[];
  /** Collections that one of them alone has. */
  readonly only_before: readonly string[];
  readonly only_after: readonly string[];
}

export interface AnalysedFile {
  readonly path: string;
  /** All of the file. */
  readonly records: number;
  readonly collections: readonly string[];
}

/** What an analysis says. */
export interface Analysis {
  readonly as_of: string;
  /** Chance of a finding or change that the data do not carry, over all comparisons together. */
  readonly alpha: number;
  readonly files: readonly AnalysedFile[];
  /** Those that the figures are about. */
  readonly records: number;
  /**
   * Records whose shape is broken, that are like nothing that the domain knows or that it has no study for, and places that
   * cannot be read.
   */
  readonly left_out: { readonly count: number; readonly first: readonly LeftOutPlace[] };
  readonly titles: AnalysisTitles;
  readonly collections: readonly CollectionFigures[];
  /** Journeys of all kinds together; the whole first. Empty where there are none. */
  readonly journeys: readonly GroupFigures[];
  readonly headlines: readonly Headline[];
  readonly findings: readonly Finding[];
  /** Comparisons that were made. */
  readonly comparisons: number;
  readonly recommendations: readonly Recommendation[];
  readonly against?: Comparison;
}
