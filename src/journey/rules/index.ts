export { keeps } from './JourneyRule.js';
export type { JourneyRule, Knowledge } from './JourneyRule.js';
export { journeyRules } from './journeyRules.js';
