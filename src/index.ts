export { CohortCheckError, OwnBugError } from './errors/index.js';
export type { ErrorParts } from './errors/index.js';
export { Key, Source } from './source/index.js';
export type { RandomGenerator } from './source/index.js';
