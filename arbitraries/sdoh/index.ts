export { deprivationRange } from './deprivation.js';
export { accessLevelOf, facilitiesAround } from './healthcareAccess.js';
export { sdoh } from './sdoh.js';
export { sdohInvariants } from './sdohInvariants.js';
