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
} from './customerSchema.js';
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
} from './customerSchema.js';
export { scenarioSchemaOf, scenarioUserSchema, triggerEventSchema } from './scenarioSchema.js';
export type { Scenario, ScenarioUser, ScenarioWords, TriggerEvent } from './scenarioSchema.js';
