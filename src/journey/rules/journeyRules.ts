import { dueRules } from './dueRules.js';
import { emotionRules } from './emotionRules.js';
import type { JourneyRule } from './JourneyRule.js';
import { statusRules } from './statusRules.js';
import { timeRules } from './timeRules.js';
import { travellerRule } from './travellerRule.js';
import { walkRules } from './walkRules.js';

/** Every rule on journeys; together they say what a legal journey is. */
export const journeyRules: readonly JourneyRule[] = [
  ...walkRules,
  ...timeRules,
  ...statusRules,
  ...dueRules,
  ...emotionRules,
  travellerRule,
];
