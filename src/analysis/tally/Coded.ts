import type { RecordPlace } from '../Analysis.js';
import type { Ending } from '../Traits.js';

/** A step of a journey; words are places in the vocabulary. */
export interface CodedVisit {
  readonly step: number;
  readonly emotion: number;
  readonly isTense: boolean;
  /** NaN for none. */
  readonly gapDays: number;
}

/** A step over all times that it stands in a journey. */
export interface CodedStep {
  readonly step: number;
  /** At the last time. */
  status: number;
  /** At some time. */
  isCompleted: boolean;
  isTense: boolean;
}

export interface CodedJourney {
  readonly visits: readonly CodedVisit[];
  readonly steps: readonly CodedStep[];
  readonly ending: Ending;
  /** Place of the ending. */
  readonly endingPlace: number;
  /** Place of the step; -1 for none. */
  readonly lostAt: number;
  /** NaN where it cannot be told. */
  readonly days: number;
  /** Places of the outcome and of its result. */
  readonly outcomes: readonly (readonly [outcome: number, result: number])[];
}

/** What is counted of a record, with words as their places in the vocabulary: worked out once, and counted in many groups. */
export interface Coded {
  readonly place: RecordPlace;
  /** By the place of a grouping; -1 for no label. */
  readonly groups: readonly number[];
  /** By the place of a fact; -1 for no label. */
  readonly facts: readonly number[];
  /** By the place of a measure; NaN for none. */
  readonly measures: readonly number[];
  readonly needs: readonly number[];
  /** Every need that was asked about. */
  readonly askedNeeds: readonly number[];
  /** Places of the statements that the record is behind. */
  readonly slots: readonly number[];
  readonly journey: CodedJourney | undefined;
}
