export { narrative } from './narrative.js';
export { narrativeInvariants } from './narrativeInvariants.js';
export { retold } from './retold.js';
