import { defineJourney } from '../../src/journey/defineJourney.js';
import type { JourneyDescription } from '../../src/journey/JourneyDescription.js';

/** A graph with everything that graphs can have: a branch, an optional step, a bounded loop, impacts, gaps of all kinds. */
export const onboardingDescription = {
  name: 'onboarding',
  asOf: '2025-03-31',
  startDays: { min: 0, max: 200 },
  personas: ['planner', 'doubter'],
  impacts: ['strong', 'weak'],
  emotions: ['calm', 'curious', 'tense', 'anxious'],
  transitions: [
    {
      persona: 'planner',
      table: {
        calm: { calm: 3, curious: 1, tense: 1 },
        curious: { calm: 1, curious: 1 },
        tense: { calm: 1, tense: 1 },
      },
    },
    {
      table: {
        calm: { calm: 1, curious: 1, tense: 1, anxious: 1 },
        curious: { calm: 1, curious: 1, tense: 1 },
        tense: { tense: 2, anxious: 1 },
        anxious: { tense: 1, anxious: 2 },
      },
    },
  ],
  start: 'register',
  steps: {
    register: {
      actions: ['create_account', 'confirm_email'],
      emotions: [
        { impact: 'strong', weights: { calm: 1, tense: 1 } },
        { persona: 'doubter', weights: { calm: 1, curious: 1, anxious: 1 } },
        { weights: { calm: 2, curious: 1 } },
      ],
      gap: { from: 'cause', maxDays: 3 },
      next: 'assess',
    },
    assess: {
      actions: ['answer_questions'],
      emotions: [{ persona: 'planner', weights: { calm: 1, curious: 2 } }, { weights: { tense: 1, anxious: 2 } }],
      gap: { minMinutes: 5, maxDays: 14 },
      optional: 0.1,
      next: { plan: 0.7, call: 0.3 },
    },
    call: {
      actions: ['talk_to_nurse'],
      emotions: [{ persona: 'planner', weights: { calm: 1 } }, { weights: { tense: 1 } }],
      gap: { minHours: 1, maxDays: 10 },
      next: 'plan',
    },
    plan: {
      actions: ['view_plan', 'accept_plan'],
      emotions: [
        { persona: 'planner', weights: { calm: 1, curious: 1 } },
        { weights: { calm: 1, tense: 1, anxious: 1 } },
      ],
      gap: [
        { minMinutes: 1, maxDays: 30 },
        { from: 'register', minDays: 1, maxDays: 40 },
      ],
      next: [{ to: 'remind', weight: 0.5 }],
      ends: 0.5,
    },
    remind: {
      actions: ['open_reminder'],
      emotions: [
        { persona: 'planner', weights: { calm: 1, tense: 1, curious: 1 } },
        { weights: { tense: 1, anxious: 1 } },
      ],
      gap: { minDays: 7, maxDays: 14 },
      next: [{ to: 'remind', weight: 0.4, max: 2 }],
      ends: 0.6,
    },
  },
  completion: {
    planner: { register: 1, assess: 0.9, call: 0.9, plan: 0.9, remind: 0.8 },
    doubter: { register: 0.9, assess: 0.6, call: 0.7, plan: 0.5, remind: 0.5 },
  },
  openDays: 30,
} as const satisfies JourneyDescription;

export const onboarding = defineJourney(onboardingDescription);
