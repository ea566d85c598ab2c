export { mendFile } from './mendFile.js';
export type { MendChange } from './mendFile.js';
export { detectFormat, readRecords } from './reading/index.js';
export { readSeen, SeenReader } from './readSeen.js';
export type { ReadSeenOptions, SeenVisitor, UnreadPlace } from './readSeen.js';
export type { UnseenRecord } from './DataSetCheck.js';
export { validate } from './validate.js';
export type { ValidateOptions } from './validate.js';
export { validateFiles } from './validateFiles.js';
export type { ValidateFilesOptions } from './validateFiles.js';
export type { ValidationProgress } from './visitFiles.js';
export type {
  CheckedFile,
  ReportedNote,
  ReportedValidation,
  ReportedViolation,
  ValidationReport,
} from './ValidationReport.js';
export {
  exactShares,
  journeyCompletion,
  journeyEmotions,
  modelledShares,
  recordCount,
  rulesOf,
  validationOf,
} from './parts/index.js';
export type { ExactSharesOptions, JourneyData, ModelledSharesOptions, Part, PartInspection } from './parts/index.js';
