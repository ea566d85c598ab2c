export { escapePointer, invariant, violationsOf } from './Invariant.js';
export type { Invariant, Level, Report, Severity, Violation } from './Invariant.js';
