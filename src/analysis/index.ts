export type {
  AnalysedFile,
  Analysis,
  AnalysisTitles,
  Behind,
  Change,
  CollectionFigures,
  Comparison,
  CompletionTime,
  Correlations,
  CrossTable,
  Distribution,
  Finding,
  FindingFigures,
  Flow,
  GroupFigures,
  Headline,
  JourneyFigures,
  LabelShare,
  LeftOutPlace,
  OutcomeFigures,
  Recommendation,
  RecordPlace,
  Share,
  StepFigures,
  TargetFigure,
} from './Analysis.js';
export { AnalysisState } from './AnalysisState.js';
export type { AnalysisSettings } from './AnalysisSettings.js';
export type { About, BehindKind, BehindOf } from './BehindOf.js';
export { besideBefore } from './besideBefore.js';
export { endings } from './Traits.js';
export type { Ending, JourneyTraits, OutcomeResult, StepTraits, Traits } from './Traits.js';
export { traitsOf } from './traitsOf.js';
export { matches } from './Where.js';
export type { Where } from './Where.js';
export { analyze, analyzeFiles } from './analyze.js';
export type { AnalyzeFilesOptions, AnalyzeOptions } from './analyze.js';
