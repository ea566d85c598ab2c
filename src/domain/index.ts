export { breaking } from './breaking.js';
export type { Broken } from './Broken.js';
export { collectionsCalled } from './collectionsCalled.js';
export { defineDomain } from './defineDomain.js';
export type { Card, CardEvent, Collection, Domain, Population, PopulationOptions, TargetShares } from './Domain.js';
export { defineModel } from './defineModel.js';
export type { Model } from './defineModel.js';
export { differences } from './differences.js';
export type { Difference } from './differences.js';
export { invalid, shapeFaults } from './invalid.js';
export type { InvalidOptions } from './invalid.js';
export { modelOf } from './modelOf.js';
export type { KnownModel } from './modelOf.js';
export { nearestWords } from './nearestWords.js';
export { recordsOf } from './recordsOf.js';
export { Recogniser } from './Recogniser.js';
export type { Cause, Grouping, JourneyOutcome, JourneyStudy, Measure, Moment, Study, StudyNeed } from './Study.js';
export type {
  Inspection,
  InspectionContext,
  SeenRecord,
  SetViolation,
  StatisticalTest,
  Validation,
  ValidationOutcome,
} from './Validation.js';
export { waysToBreak } from './waysToBreak.js';
export type { WaysToBreakOptions, WayToBreak } from './waysToBreak.js';
