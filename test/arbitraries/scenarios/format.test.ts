import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_AS_OF } from '../../../arbitraries/index.js';
import { scenarios, scenarioTypes } from '../../../arbitraries/scenarios/index.js';
import type { ScenarioName } from '../../../arbitraries/scenarios/index.js';
import type { Scenario } from '../../../arbitraries/schema/index.js';

const names = Object.keys(scenarios) as ScenarioName[];

/** The output format of the brief, key for key and type for type, written down by hand. */
const brief = {
  scenario_type: z.string(),
  user: z.strictObject({
    name: z.string(),
    age: z.number(),
    persona_type: z.string(),
    risk_level: z.string(),
    screening_history: z.strictObject({
      has_history: z.boolean(),
      frequency: z.string(),
      last_screening: z.string().nullable(),
      completion_rate: z.number(),
    }),
  }),
  journey: z.array(
    z.strictObject({
      step: z.string(),
      timestamp: z.string(),
      actions: z.array(z.string()),
      emotional_state: z.string(),
      completion_status: z.enum(['completed', 'in_progress', 'planned', 'skipped', 'abandoned']),
    }),
  ),
};
/** What is added to it. */
const additions = { customer_id: z.string(), expected_outcomes: z.record(z.string(), z.boolean()) };
const trigger = {
  trigger_event: z.strictObject({ type: z.string(), subtype: z.string(), date: z.string(), impact: z.string() }),
};

/** The domain's table of scenarios, written down by hand. */
const table: Readonly<Record<ScenarioName, { steps: Record<string, string[]>; outcomes: string[] }>> = {
  first_time_user: {
    steps: {
      initial_registration: ['create_account', 'complete_basic_profile'],
      risk_assessment: ['view_risk_factors', 'complete_risk_questionnaire'],
      prevention_plan: ['view_recommendations', 'review_prevention_options'],
    },
    outcomes: ['risk_assessment_completion', 'prevention_plan_creation', 'screening_scheduling'],
  },
  life_transition: {
    steps: {
      event_trigger: ['receive_transition_notification', 'view_impact_assessment'],
      support_plan: ['review_support_options', 'select_support_services'],
      follow_up: ['complete_follow_up_assessment', 'update_prevention_plan'],
    },
    outcomes: ['support_plan_creation', 'prevention_plan_update', 'follow_up_completion'],
  },
  prevention_conversion: {
    steps: {
      risk_awareness: ['view_risk_education', 'complete_awareness_quiz'],
      barrier_identification: ['identify_barriers', 'review_support_options'],
      action_planning: ['create_action_plan', 'set_reminders'],
    },
    outcomes: ['risk_awareness_completion', 'barrier_identification', 'screening_scheduling'],
  },
};

describe.each(names)('the records of %s', (name) => {
  const population = scenarios[name].population({ size: 500, seed: 42, asOf: DEFAULT_AS_OF });
  const records = Array.from({ length: 500 }, (_, index) => population.at(index)).filter((one) => one !== undefined);
  const schema = z.strictObject({ ...brief, ...additions, ...(name === 'life_transition' && trigger) });

  it('have the keys and types of the brief, the three additions, and nothing else', () => {
    for (const one of records) {
      const read = JSON.parse(JSON.stringify(one)) as Scenario;
      expect(schema.parse(read)).toEqual(read);
      expect(read.scenario_type).toBe(name);
    }
    const [one] = records as [Scenario];
    expect(schema.safeParse({ ...one, note: 'x' }).success).toBe(false);
    expect(schema.safeParse({ ...one, journey: one.journey.map((step) => ({ ...step, note: 'x' })) }).success).toBe(
      false,
    );
  });

  it('meet the schema of the model, which knows the words too', async () => {
    const own = await scenarios[name].model.schema();
    for (const one of records) expect(own.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    const [one] = records as [Scenario];
    const [first, ...rest] = one.journey as [Scenario['journey'][number]];
    for (const wrong of [
      { ...one, scenario_type: 'something_else' },
      { ...one, expected_outcomes: {} },
      { ...one, journey: [] },
      { ...one, journey: [{ ...first, step: 'nowhere' }, ...rest] },
      { ...one, journey: [{ ...first, emotional_state: 'happy' }, ...rest] },
      { ...one, journey: [{ ...first, completion_status: 'done' }, ...rest] },
      { ...one, user: { ...one.user, persona_type: 'nobody' } },
      { ...one, extra: 1 },
    ])
      expect(own.safeParse(wrong).success, JSON.stringify(wrong).slice(0, 80)).toBe(false);
  });

  it('keep the order of the keys', () => {
    for (const one of records) {
      expect(Object.keys(one)).toEqual([
        'scenario_type',
        'customer_id',
        'user',
        ...(name === 'life_transition' ? ['trigger_event'] : []),
        'journey',
        'expected_outcomes',
      ]);
      expect(Object.keys(one.user)).toEqual(['name', 'age', 'persona_type', 'risk_level', 'screening_history']);
      expect(Object.keys(one.user.screening_history)).toEqual([
        'has_history',
        'frequency',
        'last_screening',
        'completion_rate',
      ]);
      if (one.trigger_event !== undefined)
        expect(Object.keys(one.trigger_event)).toEqual(['type', 'subtype', 'date', 'impact']);
      for (const step of one.journey)
        expect(Object.keys(step)).toEqual(['step', 'timestamp', 'actions', 'emotional_state', 'completion_status']);
      expect(Object.keys(one.expected_outcomes)).toEqual(table[name].outcomes);
    }
  });

  it('take the steps of the table in its order, with its actions', () => {
    const { steps } = table[name];
    expect([...scenarioTypes[name].graph.steps.keys()]).toEqual(Object.keys(steps));
    for (const { journey } of records) {
      expect(journey.map(({ step }) => step)).toEqual(Object.keys(steps).slice(0, journey.length));
      for (const { step, actions } of journey) expect(actions).toEqual(steps[step]);
    }
  });

  it('expect what the journey and the persona lead to, and nothing that the journey rules out', () => {
    const open = new Set(['completed', 'in_progress', 'planned']);
    const isOpen = ({ journey }: Scenario, step: string): boolean =>
      journey.some((one) => one.step === step && open.has(one.completion_status));
    const isOf = ({ user }: Scenario, ...personas: string[]): boolean => personas.includes(user.persona_type);
    const seeker = 'structured_system_seeker';
    const professional = 'healthcare_professional';
    for (const one of records) {
      expect(one.expected_outcomes).toEqual(
        {
          first_time_user: {
            risk_assessment_completion: isOpen(one, 'risk_assessment'),
            prevention_plan_creation: isOpen(one, 'prevention_plan'),
            screening_scheduling: isOpen(one, 'prevention_plan') && isOf(one, seeker, professional),
          },
          life_transition: {
            support_plan_creation: isOpen(one, 'support_plan'),
            prevention_plan_update: isOpen(one, 'follow_up'),
            follow_up_completion: isOpen(one, 'follow_up') && isOf(one, seeker, professional),
          },
          prevention_conversion: {
            risk_awareness_completion: isOpen(one, 'risk_awareness'),
            barrier_identification: isOpen(one, 'barrier_identification'),
            screening_scheduling: isOpen(one, 'action_planning') && isOf(one, seeker),
          },
        }[name],
      );
    }
  });

  it('show on a card for people', () => {
    for (const one of records.slice(0, 50)) {
      const { title, rows, timeline = [] } = scenarios[name].card(one);
      expect(title).toContain(one.user.name);
      expect(Object.fromEntries(rows)['customer']).toBe(one.customer_id);
      expect(timeline.map(({ at }) => at)).toEqual(one.journey.map(({ timestamp }) => timestamp));
      expect(timeline.map(({ mark }) => mark)).toEqual(
        one.journey.map(
          ({ completion_status: status }) =>
            ({ completed: 'done', in_progress: 'open', planned: 'planned', skipped: 'skipped', abandoned: 'stopped' })[
              status
            ],
        ),
      );
    }
  });
});
