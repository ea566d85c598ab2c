import { describe, expect, it } from 'vitest';
import { cohort, DEFAULT_AS_OF } from '../../../arbitraries/index.js';
import type { Customer } from '../../../arbitraries/index.js';
import { defineScenario, scenarioOf, scenarios, scenarioTypes, userOf } from '../../../arbitraries/scenarios/index.js';
import type { ScenarioName } from '../../../arbitraries/scenarios/index.js';
import type { Scenario } from '../../../arbitraries/schema/index.js';
import { addDays, daysBetween, Source, violationsOf } from '../../../src/index.js';

const names = Object.keys(scenarios) as ScenarioName[];
const asOf = DEFAULT_AS_OF;
const AT_LEAST = 10_000;

/** Scenarios with their customers, population after population of 500, from seed 0 on. */
function* placesOf(name: ScenarioName, atLeast: number): Iterable<{ seed: number; one: Scenario; of: Customer }> {
  let made = 0;
  for (let seed = 0; made < atLeast; seed++) {
    const population = scenarios[name].population({ size: 500, seed, asOf });
    const customers = cohort({ size: 500, seed, asOf });
    for (let index = 0; index < 500; index++) {
      const one = population.at(index);
      const of = customers.at(index);
      expect(one !== undefined, `${name}, seed ${seed}, customer ${index}`).toBe(scenarioTypes[name].isFor(of));
      if (one === undefined) continue;
      made++;
      yield { seed, one, of };
    }
  }
}

// Thirty thousand scenarios with their customers: a minute on a loaded machine.
describe.each(names)('ten thousand scenarios of %s', { timeout: 240_000 }, (name) => {
  it('keep every rule, run forward, and never disagree with their customers', async () => {
    const { invariants } = scenarios[name].model;
    const schema = await scenarios[name].model.schema();
    let made = 0;
    for (const { seed, one, of } of placesOf(name, AT_LEAST)) {
      const where = `${name}, seed ${seed}, customer ${one.customer_id}`;
      made++;
      expect(one.customer_id, where).toBe(of.customer_id);
      expect(one.user, where).toEqual({
        name: of.core.name,
        age: of.core.age,
        persona_type: of.persona_type,
        risk_level: of.health.risk.level,
        screening_history: of.health.preventive_care.screening_history,
      });
      const times = one.journey.map(({ timestamp }) => Date.parse(timestamp));
      expect(times, where).toEqual(times.toSorted((a, b) => a - b));
      if (violationsOf(one, invariants).length > 0) expect(violationsOf(one, invariants), where).toEqual([]);
      if (made % 100 === 0) expect(schema.safeParse(one).success, where).toBe(true);
    }
    expect(made).toBeGreaterThanOrEqual(AT_LEAST);
  });
});

describe('who takes which scenario', () => {
  it('is every customer, those with a deep event in the last year, and those never screened', () => {
    const customers = [...cohort({ size: 1000, seed: 3 })];
    const counts = { first_time_user: 0, life_transition: 0, prevention_conversion: 0 };
    for (const one of customers) {
      const recent = one.life_events.past.filter(
        ({ impact, date }) => impact !== 'low' && daysBetween(date, one.as_of) <= 365 && date <= one.as_of,
      );
      expect(scenarioTypes.first_time_user.isFor(one)).toBe(true);
      expect(scenarioTypes.life_transition.isFor(one)).toBe(recent.length > 0);
      expect(scenarioTypes.prevention_conversion.isFor(one)).toBe(
        !one.health.preventive_care.screening_history.has_history,
      );
      for (const name of names) if (scenarioTypes[name].isFor(one)) counts[name]++;
      if (recent.length === 0) continue;
      const latest = recent.at(-1)!;
      expect(scenarioTypes.life_transition.trigger?.(one)).toEqual({
        type: latest.type,
        subtype: latest.subtype,
        date: latest.date,
        impact: latest.impact,
      });
    }
    expect(counts.first_time_user).toBe(1000);
    expect(counts.life_transition).toBeGreaterThan(300);
    expect(counts.prevention_conversion).toBeGreaterThan(200);
  });

  it('looks back 365 days, both ends included', () => {
    const one = cohort({ size: 1, seed: 1 }).at(0);
    const event = (date: string): Customer['life_events']['past'][number] => ({
      date,
      type: 'place',
      subtype: 'relocation',
      impact: 'moderate',
      prevention_opportunity: 'x',
      support_needs: ['x'],
      status: 'completed',
    });
    const lived = (...days: number[]): Customer => ({
      ...one,
      life_events: { past: days.map((day) => event(addDays(one.as_of, -day))), anticipated: [event('2025-06-01')] },
    });
    const { isFor, trigger } = scenarioTypes.life_transition;
    expect([366, 365, 0, -1].map((day) => isFor(lived(day)))).toEqual([false, true, true, false]);
    expect(trigger?.(lived(300, 20))?.date).toBe(addDays(one.as_of, -20));
    expect(isFor({ ...one, life_events: { past: [{ ...event(one.as_of), impact: 'low' }], anticipated: [] } })).toBe(
      false,
    );
    const twice = lived(5, 5);
    twice.life_events.past[1]!.subtype = 'job_change';
    expect(trigger?.(twice)?.subtype).toBe('job_change');
  });
});

describe('a population of scenarios', () => {
  const population = (name: ScenarioName, size = 500, seed = 42): (Scenario | undefined)[] => {
    const made = scenarios[name].population({ size, seed, asOf });
    return Array.from({ length: size }, (_, index) => made.at(index));
  };

  it('has 500 first-time users at 500', () => {
    expect(population('first_time_user').filter((one) => one !== undefined)).toHaveLength(500);
  });

  it('is the same in any order, and place by place', () => {
    for (const name of names) {
      const inOrder = population(name, 120);
      const made = scenarios[name].population({ size: 120, seed: 42, asOf });
      for (let step = 0; step < 120; step++) {
        const index = (step * 77 + 5) % 120;
        expect(made.at(index), `${name} ${index}`).toEqual(inOrder[index]);
      }
    }
  });

  it('keeps scenario i when it grows past finished blocks', () => {
    for (const name of names) expect(population(name, 730).slice(0, 500)).toEqual(population(name, 500));
  });

  it('moves no journey when another type changes, and all of its own with its version', () => {
    const { first_time_user, life_transition } = scenarioTypes;
    const before = population('first_time_user', 100);
    const renewed = defineScenario({ ...life_transition, version: 2 }).population({ size: 100, seed: 42, asOf });
    const changed = Array.from({ length: 100 }, (_, index) => renewed.at(index));
    expect(population('first_time_user', 100)).toEqual(before);
    const old = population('life_transition', 100);
    const moved = changed.filter((one, index) => JSON.stringify(one?.journey) !== JSON.stringify(old[index]?.journey));
    expect(moved.length).toBeGreaterThan(50);
    expect(changed.map((one) => one?.user)).toEqual(old.map((one) => one?.user));
    expect(first_time_user.version).toBe(1);
  });

  it('has journeys that hang on no more of the customer than they need', () => {
    const one = cohort({ size: 1, seed: 9 }).at(0);
    const other = {
      ...one,
      core: { ...one.core, name: 'Ada Lovelace' },
      narrative: cohort({ size: 2, seed: 9 }).at(1).narrative,
    };
    const journeyOf = (customer: Customer): unknown =>
      scenarioOf(scenarioTypes.first_time_user, customer, Source.of(4)).journey;
    expect(journeyOf(other)).toEqual(journeyOf(one));
    const late = { ...one, engagement: { ...one.engagement, registered_on: addDays(one.as_of, -1) } };
    expect(journeyOf(late)).not.toEqual(journeyOf(one));
  });

  it('gives other journeys for other seeds, and none of an earlier day than the registration', () => {
    const journeys = new Set(
      Array.from({ length: 50 }, (_, seed) => JSON.stringify(population('first_time_user', 1, seed)[0]?.journey)),
    );
    expect(journeys.size).toBe(50);
    const customers = cohort({ size: 500, seed: 42 });
    for (const [index, one] of population('first_time_user').entries()) {
      expect(one?.journey[0]?.timestamp.slice(0, 10)).toBe(customers.at(index).engagement.registered_on);
    }
    for (const [index, one] of population('prevention_conversion').entries()) {
      if (one === undefined) continue;
      expect(one.journey[0]!.timestamp >= customers.at(index).engagement.registered_on).toBe(true);
    }
  });
});

describe('the number of completed steps of first-time users', () => {
  const { completionTargets } = scenarioTypes.first_time_user;
  const steps = ['initial_registration', 'risk_assessment', 'prevention_plan'];
  const countsOf = (seed: number, size: number): Record<string, { members: number; done: number[] }> => {
    const population = scenarios.first_time_user.population({ size, seed, asOf });
    const counts: Record<string, { members: number; done: number[] }> = {};
    for (let index = 0; index < size; index++) {
      const { user, journey } = population.at(index)!;
      const own = (counts[user.persona_type] ??= { members: 0, done: [0, 0, 0] });
      own.members++;
      for (const [at, step] of steps.entries()) {
        if (journey.some((one) => one.step === step && one.completion_status === 'completed')) own.done[at]!++;
      }
    }
    return counts;
  };

  it('is exact within each persona at 500, from any seed', () => {
    for (const seed of [42, 0, 7]) {
      expect(countsOf(seed, 500)).toEqual({
        health_aware_avoider: { members: 150, done: [150, 90, 48] },
        structured_system_seeker: { members: 125, done: [125, 115, 105] },
        balanced_life_integrator: { members: 100, done: [100, 80, 64] },
        healthcare_professional: { members: 75, done: [75, 72, 69] },
        overlooked_risk_group: { members: 50, done: [50, 26, 12] },
      });
    }
  });

  it('is rounded to the nearest whole numbers of journeys at every other size', () => {
    for (const size of [1, 2, 37, 99, 100, 101, 333, 499, 501]) {
      for (const [persona, { members, done }] of Object.entries(countsOf(size, size))) {
        const shares = Object.values(completionTargets[persona as keyof typeof completionTargets]);
        for (let at = 0; at < steps.length; at++) {
          // As many stop after a step as the share of its members, rounded down or up.
          const stopped = done[at]! - (done[at + 1] ?? 0);
          const quota = members * ((shares[at] ?? 0) - (shares[at + 1] ?? 0));
          expect(Math.abs(stopped - quota), `${persona} of ${size}, step ${at}`).toBeLessThan(1);
        }
      }
    }
  });
});

it('projects the user and nothing else', () => {
  const one = cohort({ size: 1, seed: 2 }).at(0);
  const user = userOf(one);
  user.screening_history.completion_rate = 0.77;
  expect(one.health.preventive_care.screening_history.completion_rate).not.toBe(0.77);
  expect(Object.keys(user)).toEqual(['name', 'age', 'persona_type', 'risk_level', 'screening_history']);
});
