import type { Journey, JourneyOutcome, Moment, Study } from '../../src/index.js';
import { scenarioMargins } from '../scenarios/index.js';
import type { ScenarioType } from '../scenarios/index.js';
import type { Scenario } from '../schema/index.js';
import { adviseOn } from './advice.js';
import { groupingsOf, plain } from './groupings.js';
import { riskNeeds, screeningFacts } from './screening.js';
import type { RiskAndScreening } from './screening.js';

/** Type → what its records are called. */
const titles: Readonly<Record<string, string>> = {
  first_time_user: 'First-time users',
  life_transition: 'Life transitions',
  prevention_conversion: 'Prevention conversions',
};

const places: RiskAndScreening<Scenario> = {
  historyOf: ({ user }) => user.screening_history,
  riskOf: ({ user }) => user.risk_level,
};

/** What is asked of the scenarios of a type. */
export function scenarioStudy(type: ScenarioType): Study<Scenario> {
  return {
    collection: type.name,
    title: titles[type.name] ?? plain(type.name),
    personOf: ({ customer_id }) => customer_id,
    nameOf: ({ user }) => user.name,
    groupings: groupingsOf(scenarioMargins),
    facts: [
      ...screeningFacts(places),
      ...(type.trigger === undefined
        ? []
        : [
            {
              id: 'trigger',
              title: 'what set it off',
              of: ({ trigger_event: event }: Scenario) => (event === undefined ? undefined : plain(event.subtype)),
            },
          ]),
    ],
    measures: [
      { id: 'age', title: 'age', unit: 'years', of: ({ user }) => user.age },
      {
        id: 'screening_completion',
        title: 'screening completion',
        unit: 'share',
        of: ({ user }) => user.screening_history.completion_rate,
      },
    ],
    needs: riskNeeds(places),
    journey: {
      graph: type.graph,
      tense: ['concerned', 'anxious'],
      of: ({ journey }) => journey,
      outcomesOf: ({ journey, expected_outcomes: expected }) => outcomesOf(type, journey, expected),
    },
    momentsOf,
    advise: adviseOn,
  };
}

/**
 * An outcome is reached once its step is completed. Where only some personas are expected to reach it, a completed step does
 * not tell whether the others have.
 */
function outcomesOf(
  { outcomes }: ScenarioType,
  journey: Journey,
  expected: Readonly<Record<string, boolean>>,
): Record<string, JourneyOutcome> {
  return Object.fromEntries(
    Object.entries(expected).map(([name, isExpected]) => {
      const rule = Object.hasOwn(outcomes, name) ? outcomes[name] : undefined;
      const isDone = journey.some((one) => one.step === rule?.step && one.completion_status === 'completed');
      return [name, { expected: isExpected, reached: isDone && (isExpected || rule?.personas === undefined) }];
    }),
  );
}

function momentsOf({ scenario_type: type, journey, trigger_event: event }: Scenario): readonly Moment[] {
  return [
    ...(event === undefined
      ? []
      : [{ at: event.date, lane: 'events', title: plain(event.subtype), text: `set off the ${plain(type)}` }]),
    ...journey.map(({ step, timestamp, emotional_state, completion_status }) => ({
      at: timestamp,
      lane: plain(type),
      title: plain(step),
      text: `${plain(completion_status)}, ${emotional_state}`,
    })),
  ];
}
