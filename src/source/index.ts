export { Key, Source } from './Source.js';
export type { RandomGenerator } from './Source.js';
