import type { Card, CompletionStatus } from '../../src/index.js';
import type { Scenario } from '../schema/index.js';

/** Status → how a timeline marks it. */
const marks = {
  completed: 'done',
  in_progress: 'open',
  planned: 'planned',
  skipped: 'skipped',
  abandoned: 'stopped',
} as const satisfies Record<CompletionStatus, string>;

/** A scenario as a few labelled lines for people, with its journey as a timeline. */
export function scenarioCard(scenario: Scenario): Card {
  const { scenario_type, customer_id, user, trigger_event: event, journey, expected_outcomes } = scenario;
  const { screening_history: screening } = user;
  const outcomes = Object.entries(expected_outcomes);
  const named = (is: boolean): string =>
    outcomes
      .filter(([, expected]) => expected === is)
      .map(([name]) => plain(name))
      .join(', ') || 'nothing';
  return {
    title: `${plain(scenario_type)}: ${user.name}, ${user.age} · ${plain(user.persona_type)}`,
    rows: [
      ['customer', customer_id],
      ['risk', user.risk_level],
      [
        'screening',
        screening.last_screening === null
          ? 'never'
          : `${screening.frequency}, last on ${screening.last_screening}, ${Math.round(screening.completion_rate * 100)} % completed`,
      ],
      ...(event === undefined
        ? []
        : [['event', `${plain(event.subtype)} on ${event.date}, ${event.impact} impact`] as const]),
      ['expected', named(true)],
      ['not expected', named(false)],
    ],
    timeline: journey.map(({ step, timestamp, actions, emotional_state, completion_status }) => ({
      at: timestamp,
      title: plain(step),
      text: `${plain(completion_status)}, ${emotional_state}: ${actions.map(plain).join(', ')}`,
      mark: marks[completion_status],
    })),
  };
}

function plain(word: string): string {
  return word.replaceAll('_', ' ');
}
