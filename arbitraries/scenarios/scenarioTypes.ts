import { firstTimeUser } from './firstTimeUser.js';
import { lifeTransition } from './lifeTransition.js';
import { preventionConversion } from './preventionConversion.js';
import type { ScenarioType } from './ScenarioType.js';

/** The types of scenario of the health domain: a new one is a file of its own and a row here. */
export const scenarioTypes = {
  first_time_user: firstTimeUser,
  life_transition: lifeTransition,
  prevention_conversion: preventionConversion,
} as const satisfies Record<string, ScenarioType>;

export type ScenarioName = keyof typeof scenarioTypes;
