export { healthProfile, healthProfileWith } from './healthProfile.js';
export type { HealthOuter } from './healthProfile.js';
export { factsAtRisk, riskFactors, riskLevel, riskModel, riskScore } from './riskModel.js';
export type { FindingOption, FindingTable, RiskFactor, RiskFacts, RiskModel } from './riskModel.js';
export { riskRecord } from './riskRecord.js';
export type { RiskRecord, RiskSituation } from './riskRecord.js';
export { healthInvariants, healthInvariantsWith } from './rules/index.js';
export { screeningHistory } from './screening.js';
