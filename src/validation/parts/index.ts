export { exactShares, recordCount } from './exactShares.js';
export type { ExactSharesOptions } from './exactShares.js';
export { journeyCompletion, journeyEmotions } from './journeys.js';
export type { JourneyData } from './journeys.js';
export { modelledShares } from './modelledShares.js';
export type { ModelledSharesOptions } from './modelledShares.js';
export { rulesOf, validationOf } from './Part.js';
export type { Part, PartInspection } from './Part.js';
