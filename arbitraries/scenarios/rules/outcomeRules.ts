import { escapePointer } from '../../../src/index.js';
import { isExpected } from '../outcomes.js';
import type { ScenarioType } from '../ScenarioType.js';
import type { ScenarioRule } from './ScenarioRule.js';

/** What is said to be expected follows from the journey and the persona. */
export function outcomeRules({ outcomes }: ScenarioType): ScenarioRule[] {
  const names = Object.keys(outcomes);
  if (names.length === 0) return [];
  return [
    {
      id: 'outcomes-follow-journey',
      sentence: `An outcome is expected where the rule of the outcome says so, and nowhere else. ${Object.entries(
        outcomes,
      )
        .map(([name, { sentence }]) => `${name}: ${lowerFirst(sentence)}`)
        .join(' ')}`,
      check: ({ user, journey, expected_outcomes }, report) => {
        for (const [name, rule] of Object.entries(outcomes)) {
          const said = expected_outcomes[name];
          const expected = isExpected(rule, user.persona_type, journey);
          if (said === expected) continue;
          const step = journey.findLast((one) => one.step === rule.step);
          report(
            `/expected_outcomes/${escapePointer(name)}`,
            `${name} is ${String(said)}, but ${rule.step} is ${step?.completion_status ?? 'not reached'} and the persona is ${user.persona_type}: ${lowerFirst(rule.sentence)}`,
            said,
            expected,
          );
        }
      },
      *broken(scenario, source) {
        const start = source.below(names.length);
        for (let offset = 0; offset < names.length; offset++) {
          const name = names[(start + offset) % names.length] as string;
          yield {
            ...scenario,
            expected_outcomes: { ...scenario.expected_outcomes, [name]: scenario.expected_outcomes[name] !== true },
          };
        }
      },
    },
  ];
}

function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
