import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../src/cli/validation/jsonReport.js';
import { fine, report } from './validateNasty.js';

const textOf = (...given: Parameters<typeof jsonReport>): string => [...jsonReport(...given)].join('');

describe('the JSON report', () => {
  it('is what JSON.stringify gives, with null where nothing stood', () => {
    const nulls = (_: string, value: unknown): unknown => value ?? null;
    expect(textOf(report)).toBe(`${JSON.stringify(report, nulls, 2)}\n`);
    expect(textOf(fine.report)).toBe(`${JSON.stringify(fine.report, null, 2)}\n`);
  });

  it('has every violation, each with all its keys and its values whole', () => {
    const { violations } = JSON.parse(textOf(report)) as typeof report;
    expect(violations).toHaveLength(132);
    const keys = ['rule', 'severity', 'file', 'record', 'pointer', 'message', 'actual', 'expected'];
    for (const one of violations) expect(Object.keys(one)).toEqual(keys);
    expect(violations.map((one) => one.actual ?? undefined)).toEqual(report.violations.map((one) => one.actual));
  });

  it('has what was mended behind the report, where nothing stood without a value', () => {
    const fixed = {
      fixes: [{ file: 'a.json', record: 1, pointer: '/1/age', new: 18 }],
      copies: [{ path: 'b.json', of: 'a.json', records: 2, mended: 1 }],
      left: { ok: true, counts: fine.report.counts },
    };
    expect(textOf(fine.report, fixed)).toBe(`${JSON.stringify({ ...fine.report, ...fixed }, null, 2)}\n`);
  });

  it('is made piece by piece: no piece holds more than one violation', () => {
    const pieces = [...jsonReport({ ...report, violations: report.violations.slice(0, 100) })];
    expect(Math.max(...pieces.map((piece) => piece.split('"pointer"').length - 1))).toBe(1);
    let made = 0;
    const counting = {
      ...report,
      violations: report.violations.map((one) => ({ ...one, toJSON: () => (made++, one) })),
    };
    for (const piece of jsonReport(counting)) if (piece.includes('"adult"')) break;
    expect(made).toBe(1);
  });
});
