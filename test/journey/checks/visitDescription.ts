import type { JourneyDescription } from '../../../src/journey/JourneyDescription.js';

/** A description that passes, with every part that there is in every way of writing it. */
export const visitDescription = {
  name: 'visit',
  asOf: '2025-03-31',
  startDays: { min: 1, max: 120 },
  personas: ['planner', 'doubter'],
  impacts: ['high', 'low'],
  emotions: ['calm', 'curious', 'anxious'],
  transitions: [
    { persona: ['planner'], table: { calm: { calm: 2, curious: 1 }, curious: { calm: 1, curious: 1 } } },
    {
      table: {
        calm: { calm: 1, anxious: 2 },
        curious: { calm: 1, curious: 1, anxious: 1 },
        anxious: { calm: 0, curious: 1, anxious: 3 },
      },
    },
  ],
  start: { invite: 0.75, call: 0.25 },
  steps: {
    invite: {
      actions: ['read_letter', 'answer_letter'],
      emotions: [
        { persona: 'planner', impact: ['high', 'low'], weights: { calm: 1, curious: 2 } },
        { impact: 'high', weights: { anxious: 1 } },
        { weights: { calm: 1, curious: 1 } },
      ],
      gap: { from: 'cause', maxDays: 7 },
      next: 'book',
    },
    call: {
      actions: ['talk'],
      emotions: [{ weights: { calm: 1 } }],
      next: { book: 0.6, remind: 0.3 },
      ends: 0.1,
      optional: 0.2,
    },
    book: {
      actions: [],
      emotions: [{ persona: 'planner', weights: { calm: 1 } }, { weights: { anxious: 1 } }],
      gap: [
        { minMinutes: 5, maxDays: 20 },
        { from: 'invite', minHours: 2, maxDays: 30 },
      ],
      next: [
        { to: 'remind', weight: 0.5, max: 2 },
        { to: 'exam', weight: 0.5 },
      ],
    },
    remind: {
      actions: ['read_reminder'],
      emotions: [{ weights: { calm: 1, anxious: 1 } }],
      gap: { minDays: 3, maxDays: 10 },
      next: 'book',
    },
    exam: {
      actions: ['come', 'talk'],
      emotions: [{ weights: { calm: 2, curious: 1, anxious: 1 } }],
      gap: { from: 'book', minDays: 14, maxDays: 60 },
      ends: true,
    },
  },
  completion: {
    planner: { invite: 1, call: 0.9, book: 0.9, remind: 0.95, exam: 0.9 },
    doubter: { invite: 0.8, call: 0.6, book: 0.5, remind: 0.4, exam: 0.3 },
  },
  stopping: [
    { persona: 'doubter', abandoned: 3, planned: 1 },
    { in_progress: 1, none: 1 },
  ],
  openDays: 30,
} as const satisfies JourneyDescription;
