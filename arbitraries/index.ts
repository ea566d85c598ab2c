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
  scenarioSchemaOf,
  scenarioUserSchema,
  screeningHistorySchema,
  sdohSchema,
  triggerEventSchema,
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
  Scenario,
  ScenarioUser,
  ScenarioWords,
  ScreeningHistory,
  Sdoh,
  TriggerEvent,
} from './schema/index.js';
export { ageBandOf, customerMargins, customerPrior, customerTargets } from './targets.js';
export {
  completedShares,
  completionOf,
  defineScenario,
  emotions,
  expectedOutcomes,
  scenario,
  scenarioMargins,
  scenarioOf,
  scenarios,
  scenarioTypes,
  transitions,
  userOf,
} from './scenarios/index.js';
export type {
  CompletionTargets,
  Emotion,
  JourneyDates,
  OutcomeRule,
  ScenarioConstraints,
  ScenarioDefinition,
  ScenarioName,
  ScenarioOptions,
  ScenarioType,
} from './scenarios/index.js';
