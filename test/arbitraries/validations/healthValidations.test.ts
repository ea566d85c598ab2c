/* Each of the five questions, asked of a data set in which exactly its own answer is wrong. */
import { describe, expect, it } from 'vitest';
import { customer, customerMargins, customerPrior, customerTargets } from '../../../arbitraries/index.js';
import type { Customer, Scenario } from '../../../arbitraries/index.js';
import { cohort as cohortOf, daysBetween } from '../../../src/index.js';
import { asOf, check, failedIn, foundIn, indicesOf, people, wholeSet, withChanges } from '../../validation/dataSets.js';

type Any = Customer | Scenario;

const all = wholeSet();

function isOf(name: string): (one: Any) => one is Scenario {
  return (one): one is Scenario => 'scenario_type' in one && one.scenario_type === name;
}

describe('customers with all their scenarios', () => {
  it('pass all five, with figures for each', async () => {
    const report = await check(all);
    expect(foundIn(report)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.validations.map(({ id, title, ok, violations }) => [id, title, ok, violations])).toEqual([
      ['persona-distribution', 'Persona Distribution', true, 0],
      ['emotional-states', 'Emotional States', true, 0],
      ['journey-completion', 'Journey Completion', true, 0],
      ['risk-levels', 'Risk Levels', true, 0],
      ['scenario-consistency', 'Scenario Consistency', true, 0],
    ]);
    for (const { figures } of report.validations) expect(Object.keys(figures).length).toBeGreaterThan(2);
    const [, emotions, completion, risk] = report.validations.map(({ figures }) => figures['tests'] as unknown[]);
    expect([emotions!.length, completion!.length, risk!.length].every((count) => count >= 5)).toBe(true);
  });

  it('pass in any order', async () => {
    expect((await check([...all].reverse())).ok).toBe(true);
  });

  it('pass at sizes at which hardly any share is a whole number', async () => {
    for (const size of [1, 7, 130])
      expect(foundIn(await check(wholeSet(size, 3), { count: 'any' })), String(size)).toEqual([]);
  });
});

describe('Persona Distribution alone', () => {
  it('fails where a customer is missing with all scenarios', async () => {
    const { customer_id: missing } = people()[17]!;
    const report = await check(all.filter(({ customer_id }) => customer_id !== missing));
    expect(failedIn(report)).toEqual(['persona-distribution']);
    expect(report.violations.map(({ rule, message, actual }) => [rule, message.split(':')[0], actual])).toEqual([
      ['record-count', '499 customers', 499],
      ['record-count', '499 first_time_user', 499],
    ]);
  });

  it('fails where an age is beyond those of the persona', async () => {
    const [index] = indicesOf(
      people(),
      1,
      ({ persona_type, core }) => persona_type === 'healthcare_professional' && core.age === 25,
    ) as [number];
    const report = await check(
      withChanges(people(), [index], ({ core }) => {
        core.age = 24;
      }),
    );
    expect(failedIn(report)).toEqual(['persona-distribution']);
    expect(foundIn(report)).toEqual(expect.arrayContaining([`age-within-persona ${index} /${index}/core/age`]));
  });
});

describe('Emotional States alone', () => {
  it('fails where an emotion is none of the step', async () => {
    const wrong = indicesOf(all, 3, isOf('life_transition'));
    const report = await check(
      withChanges(all, wrong, (one) => {
        (one as Scenario).journey[0]!.emotional_state = 'motivated';
      }),
    );
    expect(failedIn(report)).toEqual(['emotional-states']);
    expect(foundIn(report).filter((each) => each.startsWith('journey-emotion '))).toEqual(
      wrong.map((index) => `journey-emotion ${index} /${index}/journey/0/emotional_state`),
    );
    expect(report.counts.broken_records).toBe(3);
  });

  it('fails where every emotion is possible, and always the same', async () => {
    const isPlanner = (one: Any): boolean =>
      isOf('first_time_user')(one) && one.user.persona_type === 'structured_system_seeker';
    const wrong = [...all.keys()].filter((index) => isPlanner(all[index]!));
    const report = await check(
      withChanges(all, wrong, (one) => {
        const emotions = ['attentive', 'attentive', 'engaged'];
        for (const [place, step] of (one as Scenario).journey.entries()) step.emotional_state = emotions[place]!;
      }),
    );
    expect(failedIn(report)).toEqual(['emotional-states']);
    const titles = report.violations.map(({ rule, message }) => [rule, message.split(':')[0]]);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles)
      expect(title).toEqual(['emotion-shares', expect.stringContaining('of first_time_user structured_system_seeker')]);
    expect(report.counts.broken_records).toBe(0);
  });
});

describe('Journey Completion alone', () => {
  it('fails where one journey more stops before its end', async () => {
    const isRecent = (one: Any): boolean =>
      isOf('first_time_user')(one) &&
      one.journey[2]?.completion_status === 'completed' &&
      daysBetween(one.journey[2].timestamp, asOf) < 20;
    const [index] = indicesOf(all, 1, isRecent) as [number];
    const changed = withChanges(all, [index], (one) => {
      (one as Scenario).journey[2]!.completion_status = 'in_progress';
    });
    const report = await check(changed);
    expect(failedIn(report)).toEqual(['journey-completion']);
    const persona = (changed[index] as Scenario).user.persona_type;
    expect(report.violations.map(({ rule, message }) => [rule, message.split(':')[0]])).toEqual([
      ['completion-shares', `completed_steps of ${persona} 2`],
      ['completion-shares', `completed_steps of ${persona} 3`],
    ]);
  });
});

describe('Risk Levels alone', () => {
  it('fails where levels of the whole are right, and those of personas are not', async () => {
    const upsideDown = cohortOf<Customer>({
      of: customer(),
      size: 500,
      seed: 3,
      targets: customerTargets,
      margins: customerMargins,
      prior: ({ persona, age_band, risk_level: level }) => {
        if (customerPrior({ persona: persona!, age_band: age_band! }) === 0) return 0;
        const low = persona === 'overlooked_risk_group' ? 0.97 : persona === 'health_aware_avoider' ? 0.5 : 0.75;
        return level === 'low' ? low : level === 'high' ? 0 : 1 - low;
      },
    });
    const report = await check([...upsideDown]);
    expect(failedIn(report)).toEqual(['risk-levels']);
    const titles = report.violations.map(({ rule, message }) => `${rule} ${message.split(': more')[0]}`);
    expect(titles).toContain('risk-level-by-persona risk_level by persona: overlooked_risk_group');
    expect(titles.every((title) => title.startsWith('risk-level-by-persona '))).toBe(true);
  });

  it('fails where a level does not follow from its score', async () => {
    const [index] = indicesOf(people(), 1, ({ health }) => health.risk.level === 'low') as [number];
    const report = await check(
      withChanges(people(), [index], ({ health }) => {
        health.risk.level = 'moderate';
      }),
    );
    expect(failedIn(report)).toEqual(['risk-levels']);
    expect(foundIn(report)[0]).toBe(`risk-level-from-score ${index} /${index}/health/risk/level`);
    // One broken record is no evidence against the shares.
    expect(report.counts.by_rule).toEqual({ 'risk-level-from-score': 1 });
  });
});

describe('Scenario Consistency alone', () => {
  it('fails where a scenario shows another user than its customer', async () => {
    const wrong = indicesOf(all, 2, isOf('prevention_conversion'));
    const [one, other] = wrong.map((index) => (all[index] as Scenario).user.name) as [string, string];
    const report = await check(
      withChanges(all, wrong, (scenario) => {
        const { user } = scenario as Scenario;
        user.name = user.name === one ? other : one;
      }),
    );
    expect(failedIn(report)).toEqual(['scenario-consistency']);
    expect(foundIn(report)).toEqual(
      wrong.map((index) => `scenario-user-matches-customer ${index} /${index}/user/name`),
    );
    expect(report.violations[0]).toMatchObject({ actual: other, expected: one });
  });
});
