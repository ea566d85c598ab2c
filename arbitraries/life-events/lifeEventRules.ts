import { eventFieldRules } from './eventFieldRules.js';
import { healthEventRules } from './healthEventRules.js';
import type { LifeEventRule, LifeEventsSubject } from './LifeEventRule.js';
import { maritalRules } from './maritalRules.js';
import { timelineRules } from './timelineRules.js';

/** Every rule on life events. */
export const lifeEventRules: readonly LifeEventRule[] = [
  ...timelineRules,
  ...eventFieldRules,
  ...maritalRules,
  ...healthEventRules,
];

/** Whether all rules hold. */
export function holds(subject: LifeEventsSubject): boolean {
  return lifeEventRules.every((rule) => keeps(rule, subject));
}

/** Whether one rule holds. */
export function keeps({ check }: LifeEventRule, subject: LifeEventsSubject): boolean {
  let isKept = true;
  check(subject, () => (isKept = false));
  return isKept;
}
