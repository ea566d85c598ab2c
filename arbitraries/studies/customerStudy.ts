import { isoToDay } from '../../src/index.js';
import type { Moment, Study } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { customerMargins } from '../targets.js';
import { engagementPatterns, visitFrequencies } from '../vocabulary.js';
import { adviseOn } from './advice.js';
import { groupingsOf, plain } from './groupings.js';
import { riskNeeds, screeningFacts } from './screening.js';
import type { RiskAndScreening } from './screening.js';

const DAYS_A_YEAR = 365.25;
/** Screenings are due every two years at the latest. */
const OVERDUE_YEARS = 2;

const places: RiskAndScreening<Customer> = {
  historyOf: ({ health }) => health.preventive_care.screening_history,
  riskOf: ({ health }) => health.risk.level,
};

/** What is asked of customers. */
export const customerStudy: Study<Customer> = {
  collection: 'customers',
  title: 'Customers',
  personOf: ({ customer_id }) => customer_id,
  nameOf: ({ core }) => core.name,
  groupings: groupingsOf(customerMargins),
  facts: [
    ...screeningFacts(places),
    {
      id: 'visit_frequency',
      title: 'visit frequency',
      labels: visitFrequencies,
      of: ({ engagement }) => engagement.visit_frequency,
    },
    {
      id: 'engagement_pattern',
      title: 'engagement pattern',
      labels: engagementPatterns,
      of: ({ engagement }) => engagement.pattern,
    },
  ],
  measures: [
    { id: 'age', title: 'age', unit: 'years', of: ({ core }) => core.age },
    { id: 'bmi', title: 'BMI', unit: 'kg/m²', of: ({ health }) => health.bmi },
    { id: 'risk_score', title: 'risk score', unit: 'points', of: ({ health }) => health.risk.score },
    {
      id: 'health_awareness',
      title: 'health awareness',
      unit: 'share',
      of: ({ health }) => health.attitudes.health_awareness,
    },
    {
      id: 'action_tendency',
      title: 'action tendency',
      unit: 'share',
      of: ({ health }) => health.attitudes.action_tendency,
    },
    { id: 'anxiety', title: 'anxiety', unit: 'share', of: ({ health }) => health.anxiety_level },
    {
      id: 'prevention_completion',
      title: 'prevention completion',
      unit: 'share',
      of: ({ health }) => health.attitudes.prevention_completion,
    },
    {
      id: 'screening_completion',
      title: 'screening completion',
      unit: 'share',
      of: ({ health }) => health.preventive_care.screening_history.completion_rate,
    },
    { id: 'visits', title: 'visits in a year', unit: 'visits', of: ({ engagement }) => engagement.visit_count },
    {
      id: 'visit_minutes',
      title: 'minutes a visit',
      unit: 'minutes',
      of: ({ engagement }) => engagement.average_minutes,
    },
    { id: 'deprivation', title: 'area deprivation', unit: 'index', of: ({ sdoh }) => sdoh.area_deprivation_index },
  ],
  needs: [
    ...riskNeeds(places),
    { id: 'overdue_screening', title: `not screened for over ${OVERDUE_YEARS} years`, of: isOverdue },
    {
      id: 'seldom_seen',
      title: 'seen three times a year at most',
      of: ({ engagement }) => engagement.visit_count <= 3,
    },
  ],
  momentsOf,
  advise: adviseOn,
};

function isOverdue({ health, as_of: asOf }: Customer): boolean {
  const last = health.preventive_care.screening_history.last_screening;
  if (last === null) return false;
  return (isoToDay(asOf) ?? NaN) - (isoToDay(last) ?? NaN) > OVERDUE_YEARS * DAYS_A_YEAR;
}

function momentsOf({ life_events: life, engagement, health }: Customer): readonly Moment[] {
  const { last_screening: last, frequency } = health.preventive_care.screening_history;
  return [
    ...[...life.past, ...life.anticipated].map(({ date, subtype, impact, status }) => ({
      at: date,
      lane: 'events',
      title: plain(subtype),
      text: `${impact} impact, ${status}`,
    })),
    ...engagement.visits.map(({ at, minutes, features }) => ({
      at,
      lane: 'visits',
      title: `visit of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
      text: features.map(plain).join(', '),
    })),
    ...(last === null ? [] : [{ at: last, lane: 'screenings', title: 'last screening', text: frequency }]),
    { at: engagement.registered_on, lane: 'visits', title: 'account opened', text: '' },
  ];
}
