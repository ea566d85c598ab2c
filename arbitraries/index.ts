export { cohort } from './cohort.js';
export type { CustomerCohortOptions } from './cohort.js';
export { customer, DEFAULT_AS_OF } from './customer.js';
export type { CustomerOptions } from './customer.js';
export type { CustomerConstraints, ShortConstraints } from './customerConstraints.js';
export { customerModel } from './customerModel.js';
export {
  healthInvariantsWith,
  healthProfileWith,
  riskFactors,
  riskLevel,
  riskModel,
  riskScore,
} from './health-profile/index.js';
export type { RiskModel } from './health-profile/index.js';
export { customers, health } from './health.js';
export { personas } from './personas.js';
export type { Persona } from './personas.js';
export {
  coreSchema,
  customerSchema,
  engagementSchema,
  healthSchema,
  lifeEventSchema,
  lifeEventsSchema,
  narrativeSchema,
  riskSchema,
  screeningHistorySchema,
  sdohSchema,
} from './schema/index.js';
export type {
  Core,
  Customer,
  Engagement,
  Health,
  LifeEvent,
  LifeEvents,
  Narrative,
  Risk,
  ScreeningHistory,
  Sdoh,
} from './schema/index.js';
export { ageBandOf, customerMargins, customerPrior, customerTargets } from './targets.js';
