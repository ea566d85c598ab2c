export { scenarioInvariants } from './scenarioInvariants.js';
