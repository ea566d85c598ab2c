export { CohortCheckError, OwnBugError, shown } from './CohortCheckError.js';
export type { ErrorParts } from './CohortCheckError.js';
