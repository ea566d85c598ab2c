import type { Invariant } from '../../../src/index.js';
import type { Customer } from '../../schema/index.js';
import { riskModel } from '../riskModel.js';
import type { RiskModel } from '../riskModel.js';
import { attitudeRules } from './attitudeRules.js';
import { bodyRules } from './bodyRules.js';
import { conditionRules } from './conditionRules.js';
import { riskRules } from './riskRules.js';
import { screeningDateRules } from './screeningDateRules.js';
import { screeningRules } from './screeningRules.js';

/** What is always true of the health of a customer whose risk is weighed by this model. */
export function healthInvariantsWith(model: RiskModel): readonly Invariant<Customer>[] {
  return [
    ...bodyRules(model),
    ...conditionRules(model),
    ...attitudeRules,
    ...screeningRules(model),
    ...screeningDateRules(model),
    ...riskRules(model),
  ];
}

/** What is always true of the health of a customer, by the built-in risk model. */
export const healthInvariants: readonly Invariant<Customer>[] = healthInvariantsWith(riskModel);
