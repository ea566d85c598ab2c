import type { CompletionStatus, Journey } from '../../src/index.js';
import type { OutcomeRule, ScenarioType } from './ScenarioType.js';

/** Whether a step of this status has led, or may still lead, to what it is for. */
const IS_OPEN_OR_DONE: Readonly<Record<CompletionStatus, boolean>> = {
  completed: true,
  in_progress: true,
  planned: true,
  skipped: false,
  abandoned: false,
};

/** What is to be expected of a journey: every outcome of the type, by its rule. */
export function expectedOutcomes(
  { outcomes }: Pick<ScenarioType, 'outcomes'>,
  persona: string,
  journey: Journey,
): Record<string, boolean> {
  return Object.fromEntries(Object.entries(outcomes).map(([name, rule]) => [name, isExpected(rule, persona, journey)]));
}

/** Whether an outcome is to be expected of a journey. */
export function isExpected({ step, personas }: OutcomeRule, persona: string, journey: Journey): boolean {
  const isTheirs = personas === undefined || (personas as readonly string[]).includes(persona);
  return isTheirs && journey.some((one) => one.step === step && IS_OPEN_OR_DONE[one.completion_status]);
}
