import type { MarginReader } from '../../src/index.js';
import type { Scenario } from '../schema/index.js';
import { ageBandOf } from '../targets.js';
import { ageBands, personaTypes, riskLevels } from '../vocabulary.js';

/** The margins that targets of scenarios may name beside the paths of fields. */
export const scenarioMargins = {
  persona: {
    of: ({ user }) => user.persona_type,
    pin: (label) => ({ user: { persona_type: label } }),
    labels: personaTypes,
  },
  age_band: {
    of: ({ user }) => ageBandOf(user.age),
    pin: (label) => {
      const decade = Number.parseInt(label, 10);
      return { user: { age: { min: decade, max: decade + 9 } } };
    },
    labels: ageBands,
  },
  risk_level: {
    of: ({ user }) => user.risk_level,
    pin: (label) => ({ user: { risk_level: label } }),
    labels: riskLevels,
  },
  /** How many steps are completed: `0`, `1`, and so on. */
  completed_steps: {
    of: (scenario) => String(completedSteps(scenario)),
    pin: (label) => ({ journey: { completed: Number(label) } }),
  },
} satisfies Record<string, MarginReader<Scenario>>;

/** How many steps of the journey are completed. */
export function completedSteps({ journey }: Scenario): number {
  return journey.filter(({ completion_status }) => completion_status === 'completed').length;
}
