export { lifeEvents } from './lifeEvents.js';
export { lifeEventsInvariants } from './lifeEventsInvariants.js';
