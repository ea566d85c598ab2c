export { measure } from './Contender.js';
export type { Bounds, Contender, End, Measured, Route } from './Contender.js';
export { changed } from './changed.js';
export { drawn, firstFailure, fromExample, fromJson, throughJson } from './routes.js';
