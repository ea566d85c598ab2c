export {
  addDays,
  allows,
  boolean,
  calendarDate,
  calendarDays,
  choice,
  ChoiceArbitrary,
  civilFromDays,
  constant,
  daysBetween,
  daysFromCivil,
  dayToIso,
  decimal,
  fromFastCheck,
  GridArbitrary,
  instant,
  instantSeconds,
  integer,
  isoToDay,
  isoToSecond,
  isRecord,
  KeyedArbitrary,
  list,
  ListArbitrary,
  looseIsoToSecond,
  nullable,
  oneOf,
  optional,
  record,
  RecordArbitrary,
  RecordBuilder,
  sameJson,
  sample,
  scored,
  ScoredArbitrary,
  secondToIso,
  subset,
  SubsetArbitrary,
  tuple,
  uuid,
  weighted,
  wholeYears,
} from './arbitrary/index.js';
export type {
  Bounds,
  Branch,
  CalendarDateOptions,
  Constraint,
  ConstraintOf,
  Contents,
  DecimalOptions,
  FieldConstraints,
  InstantOptions,
  IntegerOptions,
  ListOptions,
  OneOf,
  OptionalOptions,
  SampleOptions,
  ScoredOption,
  ScoredParts,
  SubsetOptions,
  TotalBounds,
  Weighted,
} from './arbitrary/index.js';
export { apportion, cohort, CohortArbitrary } from './cohort/index.js';
export type { CohortOptions, MarginReader, NestedOptions, NestedTarget, Shares, Target, Targets } from './cohort/index.js';
export { defineDomain, defineModel } from './domain/index.js';
export type { Card, Collection, Domain, Model, Population, PopulationOptions, TargetShares } from './domain/index.js';
export { CohortCheckError, OwnBugError } from './errors/index.js';
export type { ErrorParts } from './errors/index.js';
export { fromFaker, text } from './faker/index.js';
export type { Faker, FakerLocale, FromFakerOptions, TextOptions } from './faker/index.js';
export { escapePointer, invariant, violationsOf } from './invariant/index.js';
export type { Invariant, Level, Report, Severity, Violation } from './invariant/index.js';
export { Key, Source } from './source/index.js';
export type { RandomGenerator } from './source/index.js';
export {
  compareSnapshot,
  readManifest,
  snapshotFormats,
  streamRecords,
  verifySnapshot,
  writeSnapshot,
} from './snapshot/index.js';
export type {
  BrokenFile,
  CompareSnapshotOptions,
  Manifest,
  ManifestCollection,
  ManifestFile,
  SnapshotDifference,
  SnapshotFormat,
  SnapshotOptions,
  SnapshotProgress,
  VerifiedSnapshot,
  WriteSnapshotOptions,
  WrittenSnapshot,
} from './snapshot/index.js';
