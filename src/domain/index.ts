export { collectionsCalled } from './collectionsCalled.js';
export { defineDomain } from './defineDomain.js';
export type { Card, CardEvent, Collection, Domain, Population, PopulationOptions, TargetShares } from './Domain.js';
export { defineModel } from './defineModel.js';
export type { Model } from './defineModel.js';
export { recordsOf } from './recordsOf.js';
export { Recogniser } from './Recogniser.js';
export type {
  Inspection,
  InspectionContext,
  SeenRecord,
  SetViolation,
  StatisticalTest,
  Validation,
  ValidationOutcome,
} from './Validation.js';
