export { healthInvariants, healthInvariantsWith } from './healthInvariants.js';
