import { defineJourney } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import { completionOf, stopping } from './completion.js';
import type { CompletionTargets } from './completion.js';
import { emotions, feltBy, transitions } from './emotions.js';
import type { ScenarioType } from './ScenarioType.js';

/** Multiples of four hundredths: whole numbers of journeys within each persona of a cohort of 500. */
const completionTargets = {
  health_aware_avoider: { initial_registration: 1, risk_assessment: 0.6, prevention_plan: 0.32 },
  structured_system_seeker: { initial_registration: 1, risk_assessment: 0.92, prevention_plan: 0.84 },
  balanced_life_integrator: { initial_registration: 1, risk_assessment: 0.8, prevention_plan: 0.64 },
  healthcare_professional: { initial_registration: 1, risk_assessment: 0.96, prevention_plan: 0.92 },
  overlooked_risk_group: { initial_registration: 1, risk_assessment: 0.52, prevention_plan: 0.24 },
} as const satisfies CompletionTargets;

/** From the account to the prevention plan: what every customer goes through first. */
export const firstTimeUser: ScenarioType = {
  name: 'first_time_user',
  version: 1,
  who: 'Every customer takes it, from the day on which the account was opened.',
  graph: defineJourney({
    name: 'first_time_user',
    asOf: '2025-03-31',
    // Accounts were opened in the three years up to the reference date.
    startDays: { min: 0, max: 3 * 365 + 1 },
    personas: personaTypes,
    emotions,
    transitions,
    start: 'initial_registration',
    steps: {
      initial_registration: {
        actions: ['create_account', 'complete_basic_profile'],
        // On the day of the registration.
        gap: { from: 'cause', maxMinutes: 24 * 60 - 1 },
        emotions: feltBy({
          health_aware_avoider: { neutral: 6, anxious: 3, concerned: 1 },
          structured_system_seeker: { neutral: 5, attentive: 3, engaged: 2 },
          balanced_life_integrator: { neutral: 7, reflective: 2, stable: 1 },
          healthcare_professional: { neutral: 5, attentive: 3, engaged: 1 },
          overlooked_risk_group: { neutral: 6, concerned: 3, anxious: 1 },
        }),
        next: 'risk_assessment',
      },
      risk_assessment: {
        actions: ['view_risk_factors', 'complete_risk_questionnaire'],
        gap: { minMinutes: 5, maxDays: 14 },
        emotions: feltBy({
          health_aware_avoider: { anxious: 6, concerned: 3, engaged: 1 },
          structured_system_seeker: { engaged: 7, attentive: 3, concerned: 1 },
          balanced_life_integrator: { engaged: 6, reflective: 3, concerned: 1 },
          healthcare_professional: { engaged: 6, attentive: 3 },
          overlooked_risk_group: { engaged: 5, concerned: 4, anxious: 1 },
        }),
        next: 'prevention_plan',
      },
      prevention_plan: {
        actions: ['view_recommendations', 'review_prevention_options'],
        gap: { minMinutes: 5, maxDays: 30 },
        emotions: feltBy({
          health_aware_avoider: { engaged: 6, anxious: 3, concerned: 2 },
          structured_system_seeker: { engaged: 6, motivated: 4, stable: 1 },
          balanced_life_integrator: { engaged: 6, reflective: 3, stable: 2 },
          healthcare_professional: { engaged: 6, motivated: 3, attentive: 1 },
          overlooked_risk_group: { engaged: 5, concerned: 3, motivated: 1, neutral: 1 },
        }),
        ends: true,
      },
    },
    completion: completionOf(completionTargets),
    stopping,
    openDays: 30,
  }),
  isFor: () => true,
  datesOf: ({ engagement }) => ({ cause: engagement.registered_on }),
  completionTargets,
  completion: 'exact',
  outcomes: {
    risk_assessment_completion: {
      sentence: 'Expected where the risk assessment is completed, in progress or planned.',
      step: 'risk_assessment',
    },
    prevention_plan_creation: {
      sentence: 'Expected where the prevention plan is completed, in progress or planned.',
      step: 'prevention_plan',
    },
    screening_scheduling: {
      sentence:
        'Expected of seekers and professionals, where the prevention plan that schedules it is completed, in progress or planned.',
      step: 'prevention_plan',
      personas: ['structured_system_seeker', 'healthcare_professional'],
    },
  },
};
