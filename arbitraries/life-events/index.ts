export { eventKinds } from './eventKinds.js';
export { lifeEvents } from './lifeEvents.js';
export { lifeEventsInvariants } from './lifeEventsInvariants.js';
