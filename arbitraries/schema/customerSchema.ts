import { z } from 'zod';
import * as words from '../vocabulary.js';
import { date, described, grid, share, word } from './field.js';

const text = z.string().min(1);

export const coreSchema = z.strictObject({
  gender: word(words.genders, 'Gender as the customer states it.'),
  name: described(text, 'Given and family name; the given name fits the gender.', 'text'),
  age: described(z.int().min(18).max(120), 'Whole years from the birth date to the reference date.', 'years'),
  birth_date: date('Day of birth.'),
  education: word(
    words.educationLevels,
    'Highest degree that has been completed; doctorates of a profession, such as medicine or law, count as phd.',
  ),
  occupation: described(text, 'Present occupation, in lower case.', 'text'),
  marital_status: word(words.maritalStatuses, 'Marital status at the reference date.'),
  race_ethnicity: word(words.raceEthnicities, 'Race or ethnicity as the customer states it.'),
  location: described(
    z.strictObject({
      city: described(text, 'City or town of residence.', 'text'),
      state: described(z.string().regex(/^[A-Z]{2}$/), 'State of the USA.', 'two-letter postal code of the state'),
      postal_code: described(z.string().regex(/^\d{5}$/), 'ZIP code within the city.', 'five digits'),
      area_type: word(words.areaTypes, 'How densely the place is settled.'),
    }),
    'Where the customer lives.',
    'object',
  ),
});

export const sdohSchema = z.strictObject({
  census_tract: described(
    z.string().regex(/^\d{11}$/),
    'Census tract of residence: state, county, tract.',
    'FIPS code of eleven digits',
  ),
  income_category: word(words.incomeCategories, 'Household income, compared with the national median.'),
  area_deprivation_index: described(
    z.int().min(1).max(100),
    'Deprivation of the neighbourhood; 100 is the most deprived.',
    'national percentile, 1 to 100',
  ),
  insurance: word(words.insurances, 'Source of health insurance.'),
  support_network: word(words.supportNetworks, 'How much help family, friends and neighbours give.'),
  healthcare_access: described(
    z.strictObject({
      nearest_clinic_km: described(grid(0.1, 200, 1), 'Distance to the nearest primary care clinic.', 'kilometres'),
      screening_facilities: described(
        z.int().min(0).max(100),
        'Screening facilities within thirty kilometres.',
        'number of facilities',
      ),
      level: word(words.accessLevels, 'How easily care is reached.'),
    }),
    'How care can be reached from where the customer lives.',
    'object',
  ),
});

export const screeningHistorySchema = z.strictObject({
  has_history: described(z.boolean(), 'Whether the customer has ever been screened.', 'true or false'),
  frequency: word(words.screeningFrequencies, 'How often screenings take place.'),
  last_screening: described(
    z.iso.date().nullable(),
    'Day of the last screening; null without a history.',
    'ISO 8601 calendar date',
  ),
  completion_rate: share('Share of the recommended screenings that were completed; 0 without a history.'),
});

export const riskSchema = z.strictObject({
  findings: described(
    z.record(z.string(), z.string()),
    'What is known of each risk factor that other fields of the record do not show.',
    'factor name to finding',
  ),
  factors: described(
    z.array(
      z.strictObject({
        factor: described(text, 'Name of the risk factor.', 'text'),
        finding: described(text, 'What was found of it in this customer.', 'text'),
        points: described(z.int().min(1).max(100), 'What it adds to the score.', 'points'),
      }),
    ),
    'Every factor that adds to the score.',
    'list',
  ),
  score: described(z.int().min(0).max(200), 'Sum of the points of all factors.', 'points'),
  level: word(words.riskLevels, 'Risk level that follows from the score.'),
});

export const healthSchema = z.strictObject({
  height_cm: described(z.int().min(120).max(220), 'Height.', 'centimetres'),
  weight_kg: described(grid(30, 250, 1), 'Weight.', 'kilograms'),
  bmi: described(grid(10, 80, 1), 'Body mass index: weight divided by the square of the height.', 'kg/m²'),
  chronic_conditions: described(
    z.array(z.enum(words.conditions)),
    'Chronic conditions, each once, in the order of the table of conditions.',
    'list of words',
  ),
  anxiety_level: share('Anxiety about health.'),
  attitudes: described(
    z.strictObject({
      health_awareness: share('How much attention health gets.'),
      action_tendency: share('How readily knowledge turns into action.'),
      prevention_completion: share('How likely a preventive step is to be completed.'),
      family_history_anxiety: share('Anxiety about illnesses in the family.'),
    }),
    'Tendencies that explain how the customer behaves.',
    'object',
  ),
  preventive_care: described(
    z.strictObject({
      screening_history: described(screeningHistorySchema, 'Screenings so far.', 'object'),
    }),
    'Preventive care that was taken up.',
    'object',
  ),
  risk: described(riskSchema, 'Risk score and level with the factors that explain them.', 'object'),
});

export const lifeEventSchema = z.strictObject({
  date: date('Day of the event.'),
  type: word(words.lifeEventTypes, 'Area of life.'),
  subtype: word(words.lifeEventSubtypes, 'What happened, or is expected to.'),
  impact: word(words.impacts, 'How deeply it changes daily life.'),
  prevention_opportunity: described(text, 'What prevention can do at this moment.', 'text'),
  support_needs: described(z.array(text).min(1), 'What would help the customer now.', 'list of texts'),
  status: word(words.eventStatuses, 'Past events are completed, anticipated ones planned.'),
});

export const lifeEventsSchema = z.strictObject({
  past: described(z.array(lifeEventSchema), 'Events up to the reference date, in the order of time.', 'list'),
  anticipated: described(z.array(lifeEventSchema), 'Events expected after the reference date, in order.', 'list'),
});

export const engagementSchema = z.strictObject({
  pattern: word(words.engagementPatterns, 'How the customer deals with the platform, in one word.'),
  visit_frequency: word(words.visitFrequencies, 'Frequency class that follows from the pattern.'),
  registered_on: date('Day on which the account was opened.'),
  visits: described(
    z.array(
      z.strictObject({
        at: described(z.iso.datetime(), 'Start of the visit.', 'ISO 8601 instant in UTC'),
        minutes: described(z.int().min(1).max(30), 'Length of the visit.', 'minutes'),
        features: described(z.array(z.enum(words.features)).min(1), 'Features used, each once.', 'list of words'),
      }),
    ),
    'Visits of the last year, in the order of time.',
    'list',
  ),
  visit_count: described(z.int().min(0), 'Number of visits in the last year.', 'visits'),
  average_minutes: described(grid(0, 30, 1), 'Mean length of the visits.', 'minutes'),
  average_gap_days: described(
    grid(0, 366, 1).nullable(),
    'Mean time from one visit to the next; null with fewer than two visits.',
    'days',
  ),
});

export const narrativeSchema = z.strictObject({
  self_description: described(text, 'How the customer describes themself.', 'text in the first person'),
  healthcare_relationship: described(text, 'How the customer gets on with health care.', 'text'),
  health_goals: described(z.array(text).min(1), 'What the customer wants to reach.', 'list of texts'),
  prevention_approach: word(words.preventionApproaches, 'How the customer goes about prevention.'),
  pain_points: described(z.array(text).min(1), 'What stands in the way.', 'list of words'),
  motivations: described(z.array(text).min(1), 'What moves the customer.', 'list of words'),
});

/** A customer of the health platform, coherent in itself and dated by `as_of`. */
export const customerSchema = z.strictObject({
  customer_id: described(z.uuidv4(), 'Identifier of the customer.', 'UUID of version 4'),
  persona_type: word(words.personaTypes, 'Type of customer.'),
  as_of: date('Reference date: the only "now" of the record.'),
  core: described(coreSchema, 'Who the customer is.', 'object'),
  sdoh: described(sdohSchema, 'Social determinants of health.', 'object'),
  health: described(healthSchema, 'Health, preventive care and risk.', 'object'),
  life_events: described(lifeEventsSchema, 'What happened in this life, and what is expected.', 'object'),
  engagement: described(engagementSchema, 'How the customer uses the platform.', 'object'),
  narrative: described(narrativeSchema, 'The customer in words.', 'object'),
});

export type Core = z.infer<typeof coreSchema>;
export type Sdoh = z.infer<typeof sdohSchema>;
export type ScreeningHistory = z.infer<typeof screeningHistorySchema>;
export type Risk = z.infer<typeof riskSchema>;
export type Health = z.infer<typeof healthSchema>;
export type LifeEvent = z.infer<typeof lifeEventSchema>;
export type LifeEvents = z.infer<typeof lifeEventsSchema>;
export type Engagement = z.infer<typeof engagementSchema>;
export type Narrative = z.infer<typeof narrativeSchema>;
export type Customer = z.infer<typeof customerSchema>;
