import { describe, expect, it } from 'vitest';
import {
  scenario,
  scenarioMargins,
  scenarioOf,
  scenarios,
  scenarioTypes,
} from '../../../arbitraries/scenarios/index.js';
import type { ScenarioConstraints, ScenarioName } from '../../../arbitraries/scenarios/index.js';
import { cohort as customerCohort } from '../../../arbitraries/index.js';
import type { Scenario } from '../../../arbitraries/schema/index.js';
import { cohort, CohortCheckError, sample, Source, violationsOf } from '../../../src/index.js';

const names = Object.keys(scenarios) as ScenarioName[];

function each(name: ScenarioName, constraints: ScenarioConstraints, check: (one: Scenario) => void): void {
  const held = scenario(name, constraints);
  for (let seed = 0; seed < 60; seed++) {
    const one = held.draw(Source.of(seed));
    check(one);
    expect(held.accepts(JSON.parse(JSON.stringify(one))), `${name} seed ${seed}`).toBe(true);
    expect(violationsOf(one, scenarios[name].model.invariants)).toEqual([]);
  }
}

describe('scenario(type, constraints)', () => {
  it('holds the user', () => {
    for (const name of names) {
      each(name, { persona: 'overlooked_risk_group', age: { min: 40 } }, ({ user }) => {
        expect(user.persona_type).toBe('overlooked_risk_group');
        expect(user.age).toBeGreaterThanOrEqual(40);
      });
      each(name, { risk_level: 'moderate' }, ({ user }) => expect(user.risk_level).toBe('moderate'));
      each(name, { user: { age: 33 } }, ({ user }) => expect(user.age).toBe(33));
    }
    each('first_time_user', { screening_history: true }, ({ user }) =>
      expect(user.screening_history.has_history).toBe(true),
    );
    each('life_transition', { screening_history: { frequency: 'biennial' } }, ({ user }) =>
      expect(user.screening_history.frequency).toBe('biennial'),
    );
  });

  it('holds what set the journey off', () => {
    each('life_transition', { impact: 'high' }, ({ trigger_event }) => expect(trigger_event?.impact).toBe('high'));
    each('life_transition', { trigger_event: { subtype: 'relocation', date: { min: '2025-01-01' } } }, (one) => {
      expect(one.trigger_event?.subtype).toBe('relocation');
      expect(one.trigger_event!.date >= '2025-01-01').toBe(true);
    });
  });

  it('holds the journey and what is expected of it', () => {
    for (const name of names) {
      each(name, { journey: { completed: 2 } }, ({ journey }) =>
        expect(journey.filter((step) => step.completion_status === 'completed')).toHaveLength(2),
      );
      each(name, { journey: { ending: 'planned' } }, ({ journey }) =>
        expect(journey.at(-1)?.completion_status).toBe('planned'),
      );
    }
    each('first_time_user', { expected_outcomes: { screening_scheduling: true } }, ({ user, journey }) => {
      expect(['structured_system_seeker', 'healthcare_professional']).toContain(user.persona_type);
      expect(journey.at(-1)?.step).toBe('prevention_plan');
    });
  });

  it('names the clash when nothing fits', () => {
    const message = (make: () => unknown): string => {
      try {
        make();
        return 'no error';
      } catch (error) {
        return error instanceof CohortCheckError ? error.message : `not ours: ${String(error)}`;
      }
    };
    // In the words of the scenario, though the clash is found in the customer.
    expect(message(() => scenario('first_time_user', { age: 70 }))).toMatch(/^constraint-clash {2}user\.age: .* 70/);
    expect(message(() => scenario('first_time_user', { age: 70 }))).not.toMatch(/customer/);
    expect(
      message(() =>
        scenario('life_transition', {
          persona: 'health_aware_avoider',
          expected_outcomes: { follow_up_completion: true },
        }),
      ),
    ).toMatch(/^constraint-clash {2}scenario\('life_transition', …\): no customer who takes it/);
    expect(message(() => scenario('prevention_conversion', { persona: 'healthcare_professional' }))).toMatch(
      /^constraint-clash/,
    );
    expect(message(() => scenario('prevention_conversion', { screening_history: true }))).toMatch(/^constraint-clash/);
    expect(message(() => scenario('first_time_user', { journey: { completed: 4 } }))).toMatch(
      /^constraint-clash {2}journey: nothing meets {"completed":4}/,
    );
    expect(message(() => scenario('first_time_user', { journey: { includes: ['lunch'] } }))).toMatch(/^bad-constraint/);
    expect(message(() => scenario('first_time_user', { impact: 'high' }))).toMatch(/^unknown-field {2}trigger_event/);
    expect(message(() => scenario('first_time_user', { user: { shoe_size: 40 } } as never))).toMatch(/shoe_size/);
    expect(message(() => scenario('first_time_user', { gender: 'male' } as never))).toMatch(/^unknown-field {2}gender/);
    const other = { scenario_type: 'life_transition' };
    expect(message(() => scenario('first_time_user', other as never))).toMatch(/^constraint-clash {2}scenario_type/);
    expect(scenario('first_time_user').narrow(other)).toBeUndefined();
    const same = scenario('first_time_user').narrow({ scenario_type: 'first_time_user' });
    expect(same?.draw(Source.of(1))).toEqual(scenario('first_time_user').draw(Source.of(1)));
    expect(message(() => scenario('first_time_user', {}, { asOf: 'today' }))).toMatch(/^bad-option/);
    expect(message(() => scenario('lunch_break' as never))).toMatch(/^unknown-scenario.*lunch_break/);
    const asked = { journey: { completed: 4 } };
    const one = customerCohort({ size: 1, seed: 1 }).at(0);
    expect(message(() => scenarioOf(scenarioTypes.first_time_user, one, Source.of(1), asked))).toMatch(
      /^constraint-clash/,
    );
    const screened = sample(scenario('first_time_user', { screening_history: true }), { seed: 1, count: 1 });
    expect(screened[0]?.user.screening_history.has_history).toBe(true);
    const never = { ...one, life_events: { past: [], anticipated: [] } };
    expect(message(() => scenarioOf(scenarioTypes.life_transition, never, Source.of(1)))).toMatch(/^not-in-scenario/);
  });

  it('takes another reference date', () => {
    for (const name of names) {
      const asOf = '2024-02-29';
      for (let seed = 0; seed < 60; seed++) {
        const one = scenario(name, {}, { asOf }).draw(Source.of(seed));
        expect(violationsOf(one, scenarios[name].modelAt(asOf).invariants)).toEqual([]);
        for (const step of one.journey) {
          expect(step.timestamp > '2024-02-29T23:59:59Z').toBe(step.completion_status === 'planned');
        }
      }
    }
  });
});

describe('scenario shrinking', () => {
  function minimum(name: ScenarioName, start: Scenario, fails: (one: Scenario) => boolean): Scenario {
    const arbitrary = scenario(name);
    let value = start;
    for (let isSmaller = true; isSmaller;) {
      isSmaller = false;
      for (const candidate of arbitrary.smaller(value)) {
        if (!fails(candidate)) continue;
        value = candidate;
        isSmaller = true;
        break;
      }
    }
    return value;
  }

  const ends = (name: ScenarioName, fails: (one: Scenario) => boolean): Scenario[] => {
    const found = new Map<string, Scenario>();
    for (let seed = 0; seed < 40; seed++) {
      const start = JSON.parse(JSON.stringify(scenario(name).draw(Source.of(seed)))) as Scenario;
      if (!fails(start)) continue;
      const end = minimum(name, start, fails);
      found.set(JSON.stringify(end), end);
    }
    return [...found.values()];
  };

  it('ends at one and the same plain scenario from every seed', () => {
    for (const name of names) {
      const [end, ...others] = ends(name, () => true);
      expect(others, name).toEqual([]);
      expect(end?.user).toEqual({
        name: end?.user.name,
        age: 25,
        persona_type: 'health_aware_avoider',
        risk_level: 'low',
        screening_history: { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 },
      });
      expect(end?.journey).toHaveLength(1);
      expect(end?.journey[0]?.completion_status).toBe('completed');
    }
  });

  it('keeps what makes it fail, and little else', () => {
    const isAbandoned = ({ journey }: Scenario): boolean => journey.at(-1)?.completion_status === 'abandoned';
    for (const end of names.flatMap((name) => ends(name, isAbandoned))) {
      expect(end.user.persona_type).toBe('health_aware_avoider');
      // Registration is completed by everybody: the first step to be abandoned is the second.
      expect(end.journey).toHaveLength(end.scenario_type === 'first_time_user' ? 2 : 1);
    }
    const isScheduled = ({ expected_outcomes }: Scenario): boolean =>
      expected_outcomes['screening_scheduling'] === true;
    // The youngest of either persona of whom it is expected.
    const [first, second, ...others] = ends('first_time_user', isScheduled)
      .map(({ user, journey }) => `${user.age} ${user.persona_type} ${journey.length}`)
      .sort();
    expect([first, second]).toEqual(['25 healthcare_professional 3', '30 structured_system_seeker 3']);
    expect(others).toEqual([]);
  });
});

describe('a cohort of scenarios', () => {
  it('hits its targets exactly, those on the journey too', () => {
    const targets = {
      persona: { health_aware_avoider: 0.5, structured_system_seeker: 0.3, overlooked_risk_group: 0.2 },
      risk_level: { low: 0.6, moderate: 0.4 },
      completed_steps: { 1: 0.4, 2: 0.3, 3: 0.3 },
    };
    const made = [
      ...cohort({ of: scenario('first_time_user'), size: 100, seed: 5, targets, margins: scenarioMargins }),
    ];
    for (const [name, shares] of Object.entries(targets)) {
      const { of } = scenarioMargins[name as keyof typeof targets];
      const counts = Object.fromEntries(
        Object.keys(shares).map((label) => [label, made.filter((one) => of(one) === label).length / 100]),
      );
      expect(counts, name).toEqual(shares);
    }
    for (const one of made) expect(violationsOf(one, scenarios.first_time_user.model.invariants)).toEqual([]);
  });

  it('reads the age band as customers have it', () => {
    const made = [
      ...cohort({
        of: scenario('life_transition'),
        size: 20,
        seed: 6,
        targets: { age_band: { '20s': 0.5, '40s': 0.5 } },
        margins: scenarioMargins,
      }),
    ];
    expect(made.filter(({ user }) => user.age < 30)).toHaveLength(10);
    expect(made.filter(({ user }) => user.age >= 40 && user.age < 50)).toHaveLength(10);
  });
});

describe('what a scenario accepts', { timeout: 120_000 }, () => {
  /** One thing in a scenario changed into another word or time that its schema allows. */
  function mutated(one: Scenario, name: ScenarioName, source: Source): Scenario {
    const copy = structuredClone(one);
    const { graph } = scenarioTypes[name];
    const pick = <T>(values: readonly T[]): T => values[source.below(values.length)] as T;
    const step = pick(copy.journey);
    const seconds = pick([1, 60, 3600, 86400, 10 * 86400, 40 * 86400, 365 * 86400]) * pick([1, -1]);
    const days = (date: string, by: number): string =>
      new Date(Date.parse(date) + by * 86_400_000).toISOString().slice(0, 10);
    const changes: (() => void)[] = [
      () => (step.timestamp = new Date(Date.parse(step.timestamp) + seconds * 1000).toISOString().replace('.000', '')),
      () => (step.emotional_state = pick(graph.emotions)),
      () => (step.completion_status = pick(['completed', 'skipped', 'planned', 'in_progress', 'abandoned'] as const)),
      () => (step.actions = pick([step.actions.toReversed(), [...(graph.steps.get(step.step)?.actions ?? [])]])),
      () => (step.step = pick([...graph.steps.keys()])),
      () => copy.journey.splice(source.below(copy.journey.length), copy.journey.length > 1 ? 1 : 0),
      () => copy.journey.push(structuredClone(step)),
      () => (copy.user.age += pick([-30, -5, -1, 1, 5, 30])),
      () =>
        (copy.user.persona_type = pick(['health_aware_avoider', 'structured_system_seeker', 'overlooked_risk_group'])),
      () => (copy.user.risk_level = pick(['low', 'moderate', 'high'])),
      () => (copy.user.screening_history.has_history = !copy.user.screening_history.has_history),
      () => (copy.user.screening_history.frequency = pick(['never', 'annual', 'biennial', 'irregular'])),
      () => (copy.user.screening_history.completion_rate = source.below(101) / 100),
      () => {
        const { screening_history: screening } = copy.user;
        screening.last_screening = pick([
          null,
          days(screening.last_screening ?? '2024-01-01', pick([-4000, -400, -20, 20, 400])),
        ]);
      },
      () => {
        const key = pick(Object.keys(copy.expected_outcomes));
        copy.expected_outcomes[key] = source.below(2) === 0;
      },
      ...(copy.trigger_event === undefined
        ? []
        : [
            () => (copy.trigger_event!.date = days(copy.trigger_event!.date, pick([-400, -30, -2, -1, 1, 2, 30]))),
            () => (copy.trigger_event!.impact = pick(['low', 'moderate', 'high'])),
            () => (copy.trigger_event!.type = pick(['health', 'career', 'family', 'place'])),
            () => (copy.trigger_event!.subtype = pick(['promotion', 'child_birth', 'relocation', 'screening'])),
          ]),
    ];
    pick(changes)();
    return copy;
  }

  it.each(names)('is what meets the schema and keeps every rule: %s', async (name) => {
    const { model } = scenarios[name];
    const schema = await model.schema();
    const free = scenario(name);
    let kept = 0;
    let broken = 0;
    for (let seed = 0; seed < 4000; seed++) {
      const source = Source.of(seed);
      let one = free.draw(source);
      for (let times = source.below(3); times >= 0; times--) one = mutated(one, name, source.child(times));
      const violations = violationsOf(one, model.invariants);
      const isRight = violations.length === 0 && schema.safeParse(one).success;
      expect(free.accepts(one), `seed ${seed}: ${JSON.stringify(one)} ${JSON.stringify(violations)}`).toBe(isRight);
      if (isRight) kept++;
      else broken++;
    }
    expect(kept).toBeGreaterThan(100);
    expect(broken).toBeGreaterThan(1000);
  });
});
