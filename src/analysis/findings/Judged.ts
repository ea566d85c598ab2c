import type { Study } from '../../domain/index.js';
import type {
  AnalysisTitles,
  CollectionFigures,
  Finding,
  GroupFigures,
  Headline,
  Recommendation,
} from '../Analysis.js';
import type { BehindOf } from '../BehindOf.js';

/** The figures that statements are made from. */
export interface Judged {
  readonly collections: readonly CollectionFigures[];
  readonly journeys: readonly GroupFigures[];
  readonly titles: AnalysisTitles;
  readonly studies: readonly Study[];
  readonly behind: BehindOf;
}

export interface JudgeSettings {
  readonly alpha: number;
  /** Differences below this effect (Cohen's h or d) are let pass, however sure. */
  readonly minEffect: number;
}

export interface Judgement {
  readonly headlines: readonly Headline[];
  readonly findings: readonly Finding[];
  readonly comparisons: number;
  readonly recommendations: readonly Recommendation[];
}
