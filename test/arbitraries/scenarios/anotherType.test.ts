/*
 * A fourth type of scenario, added from outside: nothing here but the doors, one value of type ScenarioType, and a call.
 */
import { describe, expect, it } from 'vitest';
import { cohort, DEFAULT_AS_OF } from '../../../arbitraries/index.js';
import { completionOf, defineScenario, emotions, scenario, transitions } from '../../../arbitraries/index.js';
import type { ScenarioType } from '../../../arbitraries/index.js';
import { defineDomain, defineJourney, Source, violationsOf } from '../../../src/index.js';
import { checkLaws } from '../../../src/laws/index.js';

const everybody = [
  'health_aware_avoider',
  'structured_system_seeker',
  'balanced_life_integrator',
  'healthcare_professional',
  'overlooked_risk_group',
] as const;

const targets = { reminder_sent: 0.9, appointment_booked: 0.4 };
const completionTargets = {
  health_aware_avoider: targets,
  structured_system_seeker: targets,
  balanced_life_integrator: targets,
  healthcare_professional: targets,
  overlooked_risk_group: targets,
};

/** Whoever was screened long ago is reminded, up to three times. */
const screeningReminder: ScenarioType = {
  name: 'screening_reminder',
  version: 1,
  who: 'Customers take it whose last screening lies more than a year back.',
  graph: defineJourney({
    name: 'screening_reminder',
    asOf: DEFAULT_AS_OF,
    startDays: { min: 0, max: 90 },
    personas: everybody,
    emotions,
    transitions,
    start: 'reminder_sent',
    steps: {
      reminder_sent: {
        actions: ['open_reminder'],
        gap: { minDays: 7, maxDays: 14 },
        emotions: [{ weights: { neutral: 4, concerned: 1 } }],
        next: [
          { to: 'appointment_booked', weight: 0.6 },
          { to: 'reminder_sent', weight: 0.4, max: 2 },
        ],
      },
      appointment_booked: {
        actions: ['choose_date', 'confirm_date'],
        gap: { minMinutes: 2, maxDays: 10 },
        emotions: [{ weights: { engaged: 5, attentive: 1 } }],
        ends: true,
      },
    },
    completion: completionOf(completionTargets),
    openDays: 14,
  }),
  personas: ['health_aware_avoider', 'balanced_life_integrator', 'overlooked_risk_group'],
  isFor: ({ as_of, persona_type, health }) => {
    const { last_screening } = health.preventive_care.screening_history;
    const isTheirs = ['health_aware_avoider', 'balanced_life_integrator', 'overlooked_risk_group'];
    return (
      isTheirs.includes(persona_type) &&
      last_screening !== null &&
      last_screening < `${Number(as_of.slice(0, 4)) - 1}${as_of.slice(4)}`
    );
  },
  user: { screening_history: { has_history: true } },
  datesOf: ({ engagement }) => ({ since: engagement.registered_on }),
  completionTargets,
  completion: 'drawn',
  outcomes: {
    screening_scheduling: {
      sentence: 'Expected where the appointment is completed, in progress or planned.',
      step: 'appointment_booked',
    },
  },
};

describe('a type of scenario from outside', { timeout: 120_000 }, () => {
  const reminders = defineScenario(screeningReminder);

  it('has a model: a schema and rules that its draws keep', async () => {
    const schema = await reminders.model.schema();
    expect(reminders.model.name).toBe('screening_reminder');
    for (let seed = 0; seed < 300; seed++) {
      const one = scenario(screeningReminder).draw(Source.of(seed));
      expect(schema.parse(one)).toEqual(one);
      expect(violationsOf(one, reminders.model.invariants), `seed ${seed}`).toEqual([]);
      expect(one.scenario_type).toBe('screening_reminder');
    }
    expect(reminders.model.invariants.map(({ id }) => id)).toContain('journey-loop-bound');
  });

  it('has a population on the same customers, and belongs to a domain', () => {
    const domain = defineDomain({ name: 'reminders', asOf: DEFAULT_AS_OF, collections: [reminders] });
    const population = domain.collections[0].population({ size: 400, seed: 42, asOf: DEFAULT_AS_OF });
    const customers = cohort({ size: 400, seed: 42 });
    let made = 0;
    let repeated = 0;
    for (let index = 0; index < 400; index++) {
      const one = population.at(index);
      const of = customers.at(index);
      expect(one !== undefined).toBe(screeningReminder.isFor(of));
      if (one === undefined) continue;
      made++;
      expect([one.customer_id, one.user.name]).toEqual([of.customer_id, of.core.name]);
      expect(violationsOf(one, reminders.model.invariants)).toEqual([]);
      if (one.journey.filter(({ step }) => step === 'reminder_sent').length > 1) repeated++;
    }
    expect(made).toBeGreaterThan(50);
    expect(repeated).toBeGreaterThan(5);
    expect(
      reminders.card(population.at([...Array(400).keys()].find((index) => population.at(index) !== undefined)!)!).title,
    ).toMatch(/^screening reminder: /);
  });

  it('is under the laws, with breakers that each trip their own rule', async () => {
    const { invariants } = reminders.model;
    const schema = await reminders.model.schema();
    const arbitrary = scenario(screeningReminder);
    expect(() =>
      checkLaws(arbitrary, { seed: 3, runs: 8, candidates: 40, schema, invariants, except: ['rejects'] }),
    ).not.toThrow();
    for (const rule of invariants) {
      for (let seed = 0; seed < 40; seed++) {
        const one = arbitrary.draw(Source.of(seed));
        const wrong = rule.breaker(one, Source.of(seed));
        if (wrong === undefined) continue;
        expect([...new Set(violationsOf(wrong, invariants).map((violation) => violation.rule))]).toEqual([rule.id]);
      }
    }
  });

  it('is refused where it does not fit its own graph', () => {
    const refused = (changes: Partial<ScenarioType>): string => {
      try {
        defineScenario({ ...screeningReminder, ...changes });
        return 'no error';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refused({})).toBe('no error');
    expect(refused({ name: 'Screening Reminder' })).toMatch(/^bad-scenario.*name is "Screening Reminder"/);
    expect(refused({ outcomes: { x: { sentence: 'X.', step: 'lunch' } } })).toMatch(
      /^bad-scenario.*outcomes\.x.*lunch/,
    );
    expect(refused({ completion: 'exact' })).toMatch(/^bad-scenario.*'exact'/);
    expect(
      refused({
        completionTargets: {
          ...completionTargets,
          overlooked_risk_group: { reminder_sent: 0.2, appointment_booked: 0.4 },
        },
      }),
    ).toMatch(/^bad-scenario.*overlooked_risk_group\.appointment_booked is 0\.4/);
    expect(refused({ completionTargets: { ...completionTargets, overlooked_risk_group: { lunch: 1 } } })).toMatch(
      /^bad-scenario.*lunch/,
    );
  });
});
