import { defineJourney } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import { completionOf, stopping } from './completion.js';
import type { CompletionTargets } from './completion.js';
import { emotions, feltBy, transitions } from './emotions.js';
import type { ScenarioType } from './ScenarioType.js';
import { latestTrigger, TRIGGER_DAYS } from './triggers.js';

const completionTargets = {
  health_aware_avoider: { event_trigger: 0.8, support_plan: 0.4, follow_up: 0.2 },
  structured_system_seeker: { event_trigger: 0.97, support_plan: 0.9, follow_up: 0.8 },
  balanced_life_integrator: { event_trigger: 0.92, support_plan: 0.75, follow_up: 0.55 },
  healthcare_professional: { event_trigger: 0.97, support_plan: 0.92, follow_up: 0.86 },
  overlooked_risk_group: { event_trigger: 0.7, support_plan: 0.35, follow_up: 0.15 },
} as const satisfies CompletionTargets;

/** Some need no support, and are followed up all the same. */
const optional = { support_plan: 0.04 };

/**
 * What the platform offers after an event that changes daily life, up to the follow-up.
 *
 * Its completion targets are hit on average, not exactly: who has lived through such an event is drawn with the customer, so
 * exact counts would make each record hang on all the customers before it.
 */
export const lifeTransition: ScenarioType = {
  name: 'life_transition',
  version: 1,
  who: 'Customers take it who had a life event of high or moderate impact within the last 365 days, from the latest one on.',
  graph: defineJourney({
    name: 'life_transition',
    asOf: '2025-03-31',
    startDays: { min: 0, max: TRIGGER_DAYS },
    personas: personaTypes,
    impacts: ['moderate', 'high'],
    emotions,
    transitions,
    start: 'event_trigger',
    steps: {
      event_trigger: {
        actions: ['receive_transition_notification', 'view_impact_assessment'],
        gap: { from: 'cause', maxDays: 3 },
        emotions: [
          ...feltBy(
            {
              health_aware_avoider: { concerned: 5, anxious: 4 },
              structured_system_seeker: { concerned: 6, attentive: 3 },
              balanced_life_integrator: { concerned: 6, reflective: 2, anxious: 1 },
              healthcare_professional: { concerned: 6, attentive: 4 },
              overlooked_risk_group: { concerned: 6, anxious: 2, neutral: 1 },
            },
            'high',
          ),
          ...feltBy(
            {
              health_aware_avoider: { attentive: 5, concerned: 3, anxious: 1 },
              structured_system_seeker: { attentive: 7, engaged: 2 },
              balanced_life_integrator: { attentive: 6, reflective: 3, neutral: 1 },
              healthcare_professional: { attentive: 7, neutral: 2 },
              overlooked_risk_group: { attentive: 5, concerned: 4 },
            },
            'moderate',
          ),
        ],
        next: 'support_plan',
      },
      support_plan: {
        actions: ['review_support_options', 'select_support_services'],
        gap: { minDays: 1, maxDays: 14 },
        optional: optional.support_plan,
        emotions: feltBy({
          health_aware_avoider: { engaged: 6, concerned: 3, anxious: 2 },
          structured_system_seeker: { engaged: 7, attentive: 2, motivated: 1 },
          balanced_life_integrator: { engaged: 6, reflective: 3 },
          healthcare_professional: { engaged: 7, attentive: 3 },
          overlooked_risk_group: { engaged: 6, concerned: 4, anxious: 1 },
        }),
        next: 'follow_up',
      },
      follow_up: {
        actions: ['complete_follow_up_assessment', 'update_prevention_plan'],
        gap: [
          { from: 'cause', minDays: 30, maxDays: 90 },
          { from: 'event_trigger', minDays: 30, maxDays: 90 },
        ],
        emotions: feltBy({
          health_aware_avoider: { stable: 6, concerned: 3, anxious: 1 },
          structured_system_seeker: { stable: 6, motivated: 3 },
          balanced_life_integrator: { stable: 7, reflective: 2 },
          healthcare_professional: { stable: 7, engaged: 2 },
          overlooked_risk_group: { stable: 5, concerned: 3, neutral: 1 },
        }),
        ends: true,
      },
    },
    completion: completionOf(completionTargets, optional),
    stopping,
    openDays: 30,
  }),
  isFor: (customer) => latestTrigger(customer) !== undefined,
  trigger: latestTrigger,
  completionTargets,
  completion: 'drawn',
  outcomes: {
    support_plan_creation: {
      sentence: 'Expected where the support plan is completed, in progress or planned.',
      step: 'support_plan',
    },
    prevention_plan_update: {
      sentence: 'Expected where the follow-up that updates the plan is completed, in progress or planned.',
      step: 'follow_up',
    },
    follow_up_completion: {
      sentence: 'Expected of seekers and professionals, where the follow-up is completed, in progress or planned.',
      step: 'follow_up',
      personas: ['structured_system_seeker', 'healthcare_professional'],
    },
  },
};
