export { calendarDate, calendarDays } from './calendarDate.js';
export type { CalendarDateOptions } from './calendarDate.js';
export { withBudget } from './attempts.js';
export { boolean, choice, ChoiceArbitrary, constant, weighted } from './choice.js';
export type { Weighted } from './choice.js';
export { allows } from './Constraint.js';
export type { Bounds, Constraint, ConstraintOf, Contents, FieldConstraints, OneOf } from './Constraint.js';
export { decimal } from './decimal.js';
export type { DecimalOptions } from './decimal.js';
export { fromFastCheck } from './fromFastCheck.js';
export { GridArbitrary } from './GridArbitrary.js';
export { Infeasible } from './Infeasible.js';
export { instant, instantSeconds } from './instant.js';
export type { InstantOptions } from './instant.js';
export { integer } from './integer.js';
export type { IntegerOptions } from './integer.js';
export {
  addDays,
  civilFromDays,
  daysBetween,
  daysFromCivil,
  dayToIso,
  isoToDay,
  isoToSecond,
  looseIsoToSecond,
  SECONDS_A_DAY,
  secondToIso,
  wholeYears,
} from './isoTime.js';
export { KeyedArbitrary, wholeSearch } from './KeyedArbitrary.js';
export type { Candidate, SearchPart } from './KeyedArbitrary.js';
export { list } from './list.js';
export { ListArbitrary } from './ListArbitrary.js';
export type { ListOptions } from './ListArbitrary.js';
export { oneOf } from './oneOf.js';
export type { Branch } from './oneOf.js';
export { nullable, optional } from './optional.js';
export type { OptionalOptions } from './optional.js';
export { record, RecordBuilder } from './record.js';
export { RecordArbitrary } from './RecordArbitrary.js';
export { isRecord, sameJson } from './sameJson.js';
export { sample } from './sample.js';
export type { SampleOptions } from './sample.js';
export type { ScoredOption } from './Completions.js';
export { scored } from './scored.js';
export type { ScoredParts } from './scored.js';
export { ScoredArbitrary } from './ScoredArbitrary.js';
export type { TotalBounds } from './ScoredArbitrary.js';
export { subset } from './subset.js';
export type { SubsetOptions } from './subset.js';
export { SubsetArbitrary } from './SubsetArbitrary.js';
export { tuple } from './tuple.js';
export { uuid } from './uuid.js';
export { halved, isBehind, windowsOf, withoutWindow } from './windows.js';
export type { Window } from './windows.js';
export { firstDifference, sharedSteps } from './sharedSteps.js';
export { searchRow } from './searchRow.js';
export type { Row, RowPlace } from './searchRow.js';
