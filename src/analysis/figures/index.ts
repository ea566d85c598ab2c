export { collectionFigures } from './collectionFigures.js';
export { journeysFigures } from './journeysFigures.js';
export { titlesOf } from './titlesOf.js';
