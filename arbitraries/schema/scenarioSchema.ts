import { z } from 'zod';
import type { ZodType } from 'zod';
import { completionStatuses } from '../../src/index.js';
import type { Journey } from '../../src/index.js';
import * as words from '../vocabulary.js';
import { screeningHistorySchema } from './customerSchema.js';
import { date, described, word } from './field.js';

const text = z.string().min(1);

/** A customer as scenarios show them: a projection of the record, which `customer_id` leads to. */
export const scenarioUserSchema = z.strictObject({
  name: described(text, 'Given and family name.', 'text'),
  age: described(z.int().min(18).max(120), 'Whole years at the reference date.', 'years'),
  persona_type: word(words.personaTypes, 'Type of customer.'),
  risk_level: word(words.riskLevels, 'Risk level of the health profile.'),
  screening_history: described(screeningHistorySchema, 'Screenings so far.', 'object'),
});

/** The life event that set a journey off. */
export const triggerEventSchema = z.strictObject({
  type: word(words.lifeEventTypes, 'Area of life.'),
  subtype: word(words.lifeEventSubtypes, 'What happened.'),
  date: date('Day of the event.'),
  impact: word(words.impacts, 'How deeply it changes daily life.'),
});

export type ScenarioUser = z.infer<typeof scenarioUserSchema>;
export type TriggerEvent = z.infer<typeof triggerEventSchema>;

/** A customer on a journey, and what is to be expected of it: the brief's output format. */
export interface Scenario {
  scenario_type: string;
  customer_id: string;
  user: ScenarioUser;
  /** Only where the type of scenario tells what set it off. */
  trigger_event?: TriggerEvent;
  journey: Journey;
  /** Outcome → whether it is to be expected. */
  expected_outcomes: Record<string, boolean>;
}

/** The words that a type of scenario may hold. */
export interface ScenarioWords {
  readonly name: string;
  readonly steps: readonly string[];
  readonly emotions: readonly string[];
  /** Outcome → the rule that says when it is expected. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly hasTrigger: boolean;
}

/** The schema of one type of scenario, down to its steps, emotions and outcomes. */
export function scenarioSchemaOf({ name, steps, emotions, outcomes, hasTrigger }: ScenarioWords): ZodType<Scenario> {
  const expected = Object.entries(outcomes).map(([outcome, sentence]) => [
    outcome,
    described(z.boolean(), sentence, 'true or false'),
  ]);
  return z.strictObject({
    scenario_type: described(z.literal(name), 'Type of scenario.', 'one word'),
    customer_id: described(z.uuidv4(), 'The customer who takes the journey.', 'UUID of version 4'),
    user: described(scenarioUserSchema, 'The customer at the reference date.', 'object'),
    ...(hasTrigger && {
      trigger_event: described(triggerEventSchema, 'The life event that set the journey off.', 'object'),
    }),
    journey: described(z.array(stepSchema(steps, emotions)).min(1), 'Steps in the order of time.', 'list'),
    expected_outcomes: described(
      z.strictObject(Object.fromEntries(expected) as Record<string, z.ZodBoolean>),
      'What is to be expected of the journey as it stands.',
      'object',
    ),
  }) as unknown as ZodType<Scenario>;
}

function stepSchema(steps: readonly string[], emotions: readonly string[]): ZodType {
  return z.strictObject({
    step: described(z.enum(steps as [string, ...string[]]), 'Name of the step.', 'one of the listed words'),
    timestamp: described(
      z.iso.datetime(),
      'When the step was begun, or is due where it is planned.',
      'ISO 8601 instant in UTC',
    ),
    actions: described(z.array(text), 'What is done in the step, in order.', 'list of words'),
    emotional_state: described(
      z.enum(emotions as [string, ...string[]]),
      'Main emotion in the step.',
      'one of the listed words',
    ),
    completion_status: word(completionStatuses, 'How far the step has come.'),
  });
}
