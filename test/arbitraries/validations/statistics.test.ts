/* Whether the tests of modelled shares keep quiet where nothing is wrong, and speak up where something is. */
import { describe, expect, it } from 'vitest';
import { cohort, scenarioOf, scenarioTypes } from '../../../arbitraries/index.js';
import type { Customer, Scenario } from '../../../arbitraries/index.js';
import { healthValidations } from '../../../arbitraries/validations/index.js';
import { Source } from '../../../src/index.js';
import type { ReportedValidation, StatisticalTest, ValidationReport } from '../../../src/index.js';
import { holm } from '../../../src/statistics/index.js';
import { asOf, check, failedIn, foundIn, people, wholeSet } from '../../validation/dataSets.js';

const types = Object.values(scenarioTypes);
const [avoider, seeker] = ['health_aware_avoider', 'structured_system_seeker'] as const;

/** Scenarios of customers, each journey drawn by itself: what the declarations say of them, they have on average. */
function scenariosOf(customers: readonly Customer[], seed: number): Scenario[] {
  return types.flatMap((type) => {
    const source = Source.of(seed).child(type.name);
    return [...customers.entries()].flatMap(([index, one]) =>
      type.isFor(one) ? [scenarioOf(type, one, source.childAt(index))] : [],
    );
  });
}

/** All tests of all validations. */
async function testsOf(records: readonly (Customer | Scenario)[]): Promise<StatisticalTest[]> {
  const collections = new Set(['customers', ...types.map(({ name }) => name)]);
  const context = { asOf, promised: () => undefined, collections, alpha: 0.01 };
  const inspections = healthValidations.map((validation) => validation.inspect(context));
  const broken = new Set<string>();
  for (const [index, record] of records.entries()) {
    const collection = 'scenario_type' in record ? record.scenario_type : 'customers';
    for (const one of inspections) one.see({ collection, file: 'f', index, pointer: `/${index}`, record, broken });
  }
  return (await Promise.all(inspections.map(async (one) => one.finish()))).flatMap(({ tests }) => tests);
}

interface ReportedTest {
  readonly rule: string;
  readonly title: string;
  readonly ok: boolean;
  readonly p: number;
  readonly adjusted_p: number;
  readonly deviation: number;
}

function reportedTests({ validations }: ValidationReport): ReportedTest[] {
  return validations.flatMap(({ figures }: ReportedValidation) => (figures['tests'] ?? []) as ReportedTest[]);
}

describe('data sets in which nothing is wrong', { timeout: 300_000 }, () => {
  it('raise no more false alarms than alpha says, over 200 seeds', async () => {
    let alarms = 0;
    let compared = 0;
    for (let seed = 0; seed < 200; seed++) {
      const customers = [...cohort({ size: 100, seed })];
      const tests = await testsOf([...customers, ...scenariosOf(customers, seed)]);
      compared += tests.length;
      if (Math.min(...holm(tests.map(({ p }) => p))) < 0.05) alarms += 1;
    }
    expect(compared).toBeGreaterThan(200 * 60);
    // Ten are expected at most: 0.05 of 200.
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it.each([42, 1, 2, 3])('raise none at the default alpha, seed %i', async (seed) => {
    const report = await check(wholeSet(500, seed));
    expect(foundIn(report)).toEqual([]);
    expect(reportedTests(report).length).toBeGreaterThan(60);
  });
});

describe('journeys of another persona', { timeout: 300_000 }, () => {
  const customers = people(2000, 6);
  const transitions = customers.filter((one) => scenarioTypes.life_transition.isFor(one));
  const source = Source.of(6);
  const right = transitions.map((one, index) => scenarioOf(scenarioTypes.life_transition, one, source.childAt(index)));
  const ofSeekers = right.filter(({ user }) => user.persona_type === seeker);
  const swapped = right.map((one, index) => {
    if (one.user.persona_type !== avoider) return one;
    const { journey, trigger_event } = ofSeekers[index % ofSeekers.length]!;
    return { ...one, journey, trigger_event: trigger_event! };
  });

  it('are found among 2,000 customers, and named', async () => {
    expect((await check(right)).ok).toBe(true);
    const report = await check(swapped);
    const failed = reportedTests(report).filter(({ ok }) => !ok);
    expect(failed.length).toBeGreaterThanOrEqual(3);
    for (const { title } of failed) expect(title).toContain(avoider);
    expect(failed.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        `support_plan of life_transition completed by ${avoider}`,
        `follow_up of life_transition completed by ${avoider}`,
      ]),
    );
    const told = report.violations.filter(({ record }) => record === null);
    expect(told.map(({ rule, message }) => [rule, message.split(': more than chance')[0]])).toEqual(
      failed.map(({ rule, title }) => [rule, title]),
    );
    expect(failedIn(report)).toEqual(expect.arrayContaining(['journey-completion']));
  });

  it('are let pass up to the tolerance', async () => {
    const strict = reportedTests(await check(swapped)).filter(({ ok }) => !ok);
    const deviations = strict.map(({ deviation }) => deviation).sort((a, b) => a - b);
    const [least, greatest] = [deviations[0]!, deviations.at(-1)!];
    const failedAt = async (tolerance: number): Promise<number> =>
      reportedTests(await check(swapped, { tolerance })).filter(({ ok }) => !ok).length;
    expect(await failedAt(least / 2)).toBe(strict.length);
    expect(await failedAt(least)).toBe(strict.length - 1);
    expect(await failedAt(greatest)).toBe(0);
  });
});

describe('the number of tests', () => {
  it('is corrected for, by the method of Holm over all validations', async () => {
    const report = await check(wholeSet());
    const tests = reportedTests(report);
    const raw = tests.map(({ p }) => p);
    expect(tests.map(({ adjusted_p }) => adjusted_p)).toEqual(holm(raw));
    const least = Math.min(...raw);
    expect(tests.find(({ p }) => p === least)!.adjusted_p).toBeCloseTo(Math.min(1, least * tests.length), 12);
    expect(report.validations.filter(({ figures }) => 'tests' in figures)).toHaveLength(3);
  });

  it('turns a p below alpha into none', async () => {
    // Of some eighty tests, some are below 0.05 by chance.
    const report = await check(wholeSet(), { alpha: 0.05 });
    expect(reportedTests(report).filter(({ p }) => p < 0.05).length).toBeGreaterThan(0);
    expect(report.ok).toBe(true);
  });

  it('is what alpha is shared among: a greater alpha finds more', async () => {
    const customers = people(300, 8);
    const wrong = scenariosOf(customers, 8).map((one) =>
      one.user.persona_type === avoider && one.scenario_type === 'prevention_conversion' && one.journey.length > 1
        ? { ...one, journey: one.journey.slice(0, 1) }
        : one,
    );
    const counts: number[] = [];
    for (const alpha of [1e-12, 0.01, 0.9]) {
      const report = await check(wrong, { alpha, count: 'any' });
      counts.push(report.violations.filter(({ record, rule }) => record === null && rule === 'completion-rate').length);
    }
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]).toBeLessThan(counts[2]!);
  });
});
