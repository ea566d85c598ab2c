import type { Study } from '../../src/index.js';
import { scenarioTypes } from '../scenarios/index.js';
import type { ScenarioType } from '../scenarios/index.js';
import { customerStudy } from './customerStudy.js';
import { scenarioStudy } from './scenarioStudy.js';

const types: readonly ScenarioType[] = Object.values(scenarioTypes);

/** What is asked of customers, and of every type of scenario. */
export const healthStudies: readonly Study<never>[] = [customerStudy, ...types.map(scenarioStudy)];
