export { allChallenges, publishedFigures } from './challenges/index.js';
export { measure } from './measure/index.js';
export { allProperties, contenderNames } from './properties/index.js';
