import type { Customer, Scenario } from '../../../arbitraries/index.js';
import { changed } from '../measure/index.js';

/** The customer that nothing can make simpler: the first persona at its youngest, the plainest life. */
export const simplestCustomer: Customer = {
  customer_id: '00000000-0000-4000-8000-000000000000',
  persona_type: 'health_aware_avoider',
  as_of: '2025-03-31',
  core: {
    gender: 'female',
    name: 'Aaliyah Abbott',
    age: 25,
    birth_date: '2000-01-01',
    education: 'high_school',
    occupation: 'cashier',
    marital_status: 'single',
    race_ethnicity: 'non_hispanic_white',
    location: { city: 'New York', state: 'NY', postal_code: '10003', area_type: 'urban' },
  },
  sdoh: {
    census_tract: '36061000201',
    income_category: 'low',
    area_deprivation_index: 46,
    insurance: 'employer',
    support_network: 'weak',
    healthcare_access: { nearest_clinic_km: 0.2, screening_facilities: 37, level: 'good' },
  },
  health: {
    height_cm: 160,
    weight_kg: 56.3,
    bmi: 22,
    chronic_conditions: [],
    anxiety_level: 0.6,
    attitudes: {
      health_awareness: 0.7,
      action_tendency: 0.1,
      prevention_completion: 0.1,
      family_history_anxiety: 0.7,
    },
    preventive_care: {
      screening_history: { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 },
    },
    risk: {
      findings: { family_history: 'none', hormonal: 'none', lifestyle: 'none' },
      factors: [{ factor: 'screening_history', finding: 'never', points: 2 }],
      score: 2,
      level: 'low',
    },
  },
  life_events: { past: [], anticipated: [] },
  engagement: {
    pattern: 'sporadic',
    visit_frequency: 'sporadic',
    registered_on: '2022-03-31',
    visits: [{ at: '2024-04-01T06:00:00Z', minutes: 1, features: ['profile'] }],
    visit_count: 1,
    average_minutes: 1,
    average_gap_days: null,
  },
  narrative: {
    self_description:
      'I am a 25-year-old cashier in New York. I know what I should do for my health, but I keep putting it off.',
    healthcare_relationship: 'I stay away from clinics until a symptom leaves me no choice.',
    health_goals: ['stop putting off what I know I should do'],
    prevention_approach: 'symptom_triggered',
    pain_points: ['emotional_barriers'],
    motivations: ['less_anxiety'],
  },
};

/** The simplest customer at this age, from 40 on. */
export function simplestInTheirForties(age: number): Customer {
  return changed(simplestCustomer, {
    'core.age': age,
    'core.birth_date': `${2025 - age}-01-01`,
    'health.risk.factors': [{ factor: 'age', finding: '40s', points: 3 }, ...simplestCustomer.health.risk.factors],
    'health.risk.score': 5,
    'narrative.self_description': simplestCustomer.narrative.self_description.replace('25', String(age)),
  });
}

/** The simplest customer over 40 at moderate risk: the one finding that is enough, nothing else. */
export const simplestAtModerateRisk = changed(simplestInTheirForties(41), {
  'health.risk.findings.lifestyle': 'smoking_and_heavy_alcohol_use',
  'health.risk.factors': [
    ...simplestInTheirForties(41).health.risk.factors,
    { factor: 'lifestyle', finding: 'smoking_and_heavy_alcohol_use', points: 11 },
  ],
  'health.risk.score': 16,
  'health.risk.level': 'moderate',
});

/** The simplest customer of the persona that risk reports overlook. */
export const simplestOverlooked = changed(simplestCustomer, {
  persona_type: 'overlooked_risk_group',
  'core.age': 30,
  'core.birth_date': '1995-01-01',
  'health.anxiety_level': 0.5,
  'health.attitudes.health_awareness': 0.3,
  'health.risk.findings': { family_history: 'none', lifestyle: 'none' },
  'health.risk.factors': [{ factor: 'age', finding: '30s', points: 2 }, ...simplestCustomer.health.risk.factors],
  'health.risk.score': 4,
  'engagement.pattern': 'rare',
  'narrative.self_description':
    'I am a 30-year-old cashier in New York. Most health advice seems to be written for somebody else.',
  'narrative.healthcare_relationship': 'I have been sent away too often to expect much from doctors.',
  'narrative.health_goals': ['find a doctor who listens'],
  'narrative.prevention_approach': 'protocol_seeking',
  'narrative.pain_points': ['standard_prevention_does_not_fit'],
  'narrative.motivations': ['recognition'],
});

/** What a screening leaves among the life events. */
export function screened(date: string): Customer['life_events']['past'][number] {
  return {
    date,
    type: 'health',
    subtype: 'screening',
    impact: 'moderate',
    prevention_opportunity: 'Agree on the date of the next screening',
    support_needs: ['Reminder before the next appointment'],
    status: 'completed',
  };
}

const nobody: Omit<Scenario, 'scenario_type' | 'journey' | 'expected_outcomes'> = {
  customer_id: simplestCustomer.customer_id,
  user: {
    name: simplestCustomer.core.name,
    age: simplestCustomer.core.age,
    persona_type: simplestCustomer.persona_type,
    risk_level: simplestCustomer.health.risk.level,
    screening_history: simplestCustomer.health.preventive_care.screening_history,
  },
};

/** The simplest user's life transition with this journey and these outcomes. */
export function simplestTransition(
  journey: Scenario['journey'],
  outcomes: Scenario['expected_outcomes'],
  date = '2024-03-31',
): Scenario {
  const { customer_id, user } = nobody;
  return {
    scenario_type: 'life_transition',
    customer_id,
    user,
    trigger_event: { type: 'health', subtype: 'screening', date, impact: 'moderate' },
    journey,
    expected_outcomes: outcomes,
  };
}
