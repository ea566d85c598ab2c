import { defineJourney } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import { completionOf, stopping } from './completion.js';
import type { CompletionTargets } from './completion.js';
import { emotions, feltBy, transitions } from './emotions.js';
import type { ScenarioType } from './ScenarioType.js';

const completionTargets = {
  health_aware_avoider: { risk_awareness: 0.7, barrier_identification: 0.4, action_planning: 0.2 },
  structured_system_seeker: { risk_awareness: 0.95, barrier_identification: 0.85, action_planning: 0.8 },
  balanced_life_integrator: { risk_awareness: 0.9, barrier_identification: 0.7, action_planning: 0.5 },
  healthcare_professional: { risk_awareness: 0.97, barrier_identification: 0.9, action_planning: 0.85 },
  overlooked_risk_group: { risk_awareness: 0.6, barrier_identification: 0.3, action_planning: 0.12 },
} as const satisfies CompletionTargets;

/** Some see nothing that stands in their way. */
const optional = { barrier_identification: 0.06 };

/**
 * From knowing the risk to a plan, for those who were never screened.
 *
 * Its completion targets are hit on average, not exactly: who was never screened is drawn with the customer, so exact counts
 * would make each record hang on all the customers before it. Seekers and professionals all keep up their screenings; what is
 * said of them here holds as soon as a persona's share of screening histories is less than one.
 */
export const preventionConversion: ScenarioType = {
  name: 'prevention_conversion',
  version: 1,
  who: 'Customers without a screening history take it, at some time within the last 365 days.',
  graph: defineJourney({
    name: 'prevention_conversion',
    asOf: '2025-03-31',
    startDays: { min: 0, max: 365 },
    personas: personaTypes,
    emotions,
    transitions,
    start: 'risk_awareness',
    steps: {
      risk_awareness: {
        actions: ['view_risk_education', 'complete_awareness_quiz'],
        emotions: feltBy({
          health_aware_avoider: { engaged: 6, anxious: 3, concerned: 2 },
          structured_system_seeker: { engaged: 8, attentive: 2 },
          balanced_life_integrator: { engaged: 7, attentive: 2, neutral: 1 },
          healthcare_professional: { engaged: 8, attentive: 2 },
          overlooked_risk_group: { engaged: 6, concerned: 4 },
        }),
        next: 'barrier_identification',
      },
      barrier_identification: {
        actions: ['identify_barriers', 'review_support_options'],
        gap: { minDays: 1, maxDays: 21 },
        optional: optional.barrier_identification,
        emotions: feltBy({
          health_aware_avoider: { reflective: 6, anxious: 2, concerned: 2 },
          structured_system_seeker: { reflective: 7, attentive: 3 },
          balanced_life_integrator: { reflective: 8, engaged: 1 },
          healthcare_professional: { reflective: 7, attentive: 3 },
          overlooked_risk_group: { reflective: 6, concerned: 3 },
        }),
        next: 'action_planning',
      },
      action_planning: {
        actions: ['create_action_plan', 'set_reminders'],
        gap: { minDays: 1, maxDays: 30 },
        emotions: feltBy({
          health_aware_avoider: { motivated: 6, engaged: 2, concerned: 2, anxious: 2 },
          structured_system_seeker: { motivated: 8, engaged: 2 },
          balanced_life_integrator: { motivated: 6, engaged: 2, stable: 2 },
          healthcare_professional: { motivated: 7, engaged: 3 },
          overlooked_risk_group: { motivated: 6, engaged: 2, concerned: 2 },
        }),
        ends: true,
      },
    },
    completion: completionOf(completionTargets, optional),
    stopping,
    openDays: 30,
  }),
  isFor: ({ health }) => !health.preventive_care.screening_history.has_history,
  user: { screening_history: { has_history: false } },
  datesOf: ({ engagement }) => ({ since: engagement.registered_on }),
  completionTargets,
  completion: 'drawn',
  outcomes: {
    risk_awareness_completion: {
      sentence: 'Expected where risk awareness is completed, in progress or planned.',
      step: 'risk_awareness',
    },
    barrier_identification: {
      sentence: 'Expected where the identification of barriers is completed, in progress or planned.',
      step: 'barrier_identification',
    },
    screening_scheduling: {
      sentence: 'Expected of seekers, where the action plan that schedules it is completed, in progress or planned.',
      step: 'action_planning',
      personas: ['structured_system_seeker'],
    },
  },
};
