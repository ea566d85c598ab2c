/*
 * The words that a customer record may hold, in the order in which they shrink: the first word of each list is the
 * simplest. Schemas, arbitraries and invariants all read them here; nothing in this file loads zod.
 */

export const personaTypes = [
  'health_aware_avoider',
  'structured_system_seeker',
  'balanced_life_integrator',
  'healthcare_professional',
  'overlooked_risk_group',
] as const;
export const ageBands = ['20s', '30s', '40s', '50s'] as const;
export const riskLevels = ['low', 'moderate', 'high'] as const;
export const genders = ['female', 'male'] as const;
export const educationLevels = ['high_school', 'bachelor', 'master', 'phd'] as const;
export const maritalStatuses = ['single', 'married', 'divorced', 'widowed'] as const;
export const raceEthnicities = [
  'non_hispanic_white',
  'black',
  'asian_or_pacific_islander',
  'hispanic',
  'american_indian_or_alaska_native',
] as const;
export const areaTypes = ['urban', 'suburban', 'rural'] as const;
export const conditions = [
  'hypertension',
  'diabetes',
  'asthma',
  'anxiety',
  'depression',
  'arthritis',
  'heart_disease',
  'benign_breast_condition',
  'fibrocystic_breast_change',
] as const;
export const screeningFrequencies = ['never', 'annual', 'biennial', 'irregular'] as const;
export const accessLevels = ['good', 'moderate', 'limited'] as const;
export const incomeCategories = ['low', 'lower_middle', 'middle', 'upper_middle', 'high'] as const;
export const insurances = ['employer', 'marketplace', 'medicaid', 'uninsured'] as const;
export const supportNetworks = ['weak', 'moderate', 'strong'] as const;
export const lifeEventTypes = ['health', 'career', 'family', 'place'] as const;
export const lifeEventSubtypes = [
  'screening',
  'prevention',
  'diagnosis',
  'treatment',
  'biopsy',
  'genetic_testing',
  'job_change',
  'promotion',
  'career_change',
  'retirement_planning',
  'marriage',
  'divorce',
  'child_birth',
  'family_loss',
  'family_cancer_diagnosis',
  'relocation',
] as const;
export const impacts = ['low', 'moderate', 'high'] as const;
export const eventStatuses = ['completed', 'planned'] as const;
export const engagementPatterns = [
  'sporadic',
  'rare',
  'reactive',
  'infrequent',
  'occasional',
  'regular',
  'planned',
  'scheduled',
  'consistent',
  'professional',
  'analytical',
] as const;
export const visitFrequencies = ['sporadic', 'infrequent', 'regular', 'consistent'] as const;
export const features = [
  'profile',
  'view_history',
  'screening_reminders',
  'schedule',
  'risk_assessment',
  'analytics',
  'community',
  'genetic_risk',
] as const;
export const preventionApproaches = [
  'symptom_triggered',
  'systematic_tracking',
  'lifestyle_focused',
  'data_driven',
  'protocol_seeking',
] as const;

export type PersonaType = (typeof personaTypes)[number];
export type AgeBand = (typeof ageBands)[number];
export type RiskLevel = (typeof riskLevels)[number];
export type Gender = (typeof genders)[number];
export type Education = (typeof educationLevels)[number];
export type MaritalStatus = (typeof maritalStatuses)[number];
export type RaceEthnicity = (typeof raceEthnicities)[number];
export type AreaType = (typeof areaTypes)[number];
export type Condition = (typeof conditions)[number];
export type ScreeningFrequency = (typeof screeningFrequencies)[number];
export type AccessLevel = (typeof accessLevels)[number];
export type IncomeCategory = (typeof incomeCategories)[number];
export type Insurance = (typeof insurances)[number];
export type SupportNetwork = (typeof supportNetworks)[number];
export type LifeEventType = (typeof lifeEventTypes)[number];
export type LifeEventSubtype = (typeof lifeEventSubtypes)[number];
export type Impact = (typeof impacts)[number];
export type EngagementPattern = (typeof engagementPatterns)[number];
export type VisitFrequency = (typeof visitFrequencies)[number];
export type Feature = (typeof features)[number];
export type PreventionApproach = (typeof preventionApproaches)[number];
