/* Data sets in which every record is right, and the whole is not. */
import { describe, expect, it } from 'vitest';
import { ageBandOf, cohort, customerTargets } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import type { ValidationReport } from '../../src/index.js';
import { check, failedIn, indicesOf, people } from './dataSets.js';

/** Rule, what is there, and what is wanted, of every violation. */
function amounts({ violations }: ValidationReport): unknown[][] {
  return violations.map(({ rule, actual, expected }) => [rule, actual, expected]);
}

function expectNoRecordIsWrong(report: ValidationReport): void {
  expect(report.violations.map(({ record, pointer }) => [record, pointer])).toEqual(
    report.violations.map(() => [null, '']),
  );
  expect(report.counts.broken_records).toBe(0);
}

/** The first customers of another cohort that are of a persona. */
function others(persona: Customer['persona_type'], count: number): Customer[] {
  const found = people(500, 7).filter(({ persona_type }) => persona_type === persona);
  return found.slice(0, count);
}

function isThirtyAtLowRisk({ core, health }: Customer): boolean {
  return ageBandOf(core.age) === '30s' && health.risk.level === 'low';
}

describe('a data set of 505 customers where 500 were promised', () => {
  it('fails on the count and on shares alone', async () => {
    const five = others('overlooked_risk_group', 50).filter(isThirtyAtLowRisk).slice(0, 5);
    const report = await check([...people(), ...five], { count: 500 });
    expect(amounts(report)).toEqual([
      ['record-count', 505, 500],
      ['persona-shares', 150, [151, 152]],
      ['persona-shares', 125, [126, 127]],
      ['persona-shares', 100, 101],
      ['persona-shares', 55, [50, 51]],
      ['age-band-shares', 255, [252, 253]],
      ['age-band-shares', 165, [166, 167]],
      ['risk-level-shares', 360, [358, 359]],
      ['risk-level-shares', 145, [146, 147]],
    ]);
    expect(failedIn(report)).toEqual(['persona-distribution', 'risk-levels']);
    expect(report.files).toMatchObject([{ records: 505, violations: report.violations.length }]);
    expectNoRecordIsWrong(report);
  });

  it('fails on the count where nobody promised one, because the targets are whole in hundreds', async () => {
    const report = await check([...cohort({ size: 505, seed: 42 })]);
    // Its shares are rounded as they should be.
    expect(amounts(report)).toEqual([['record-count', 505, [500, 600]]]);
    expect(report.violations[0]!.message).toContain('--count 505 says that it is meant');
    expectNoRecordIsWrong(report);
    expect(await check([...cohort({ size: 505, seed: 42 })], { count: 505 })).toMatchObject({ ok: true });
  });

  it('fails on shares that are off by two to seven points', async () => {
    const age_band = { '20s': 0.19, '30s': 0.43, '40s': 0.33, '50s': 0.05 };
    const off = [...cohort({ size: 500, seed: 9, targets: { ...customerTargets, age_band } })];
    const five = others('structured_system_seeker', 50).filter(isThirtyAtLowRisk).slice(0, 5);
    const report = await check([...off, ...five], { count: 500 });
    expect(amounts(report).filter(([rule]) => rule === 'record-count' || rule === 'age-band-shares')).toEqual([
      ['record-count', 505, 500],
      ['age-band-shares', 95, [70, 71]],
      ['age-band-shares', 220, [252, 253]],
      ['age-band-shares', 165, [166, 167]],
      ['age-band-shares', 25, [15, 16]],
    ]);
    expectNoRecordIsWrong(report);
  });
});

describe('shares that add up to all, and are wrong', () => {
  it('are named, label by label', async () => {
    const all = [...people()];
    const isExchanged = (one: Customer): boolean =>
      isThirtyAtLowRisk(one) && one.persona_type === 'health_aware_avoider';
    const seekers = others('structured_system_seeker', 50).filter(isThirtyAtLowRisk);
    for (const [place, index] of indicesOf(all, 3, isExchanged).entries()) all[index] = seekers[place]!;
    const report = await check(all);
    expect(amounts(report)).toEqual([
      ['persona-shares', 147, 150],
      ['persona-shares', 128, 125],
    ]);
    expect(failedIn(report)).toEqual(['persona-distribution']);
    const figures = report.validations[0]!.figures['customers persona'] as { labels: { share: number }[] };
    expect(figures.labels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expectNoRecordIsWrong(report);
  });
});
