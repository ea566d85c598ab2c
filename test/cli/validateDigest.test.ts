import { describe, expect, it } from 'vitest';
import { ViolationDigest } from '../../src/cli/validation/ViolationDigest.js';
import type { ReportedViolation } from '../../src/validation/index.js';

function places(file: string | null, count: number, over: Partial<ReportedViolation> = {}): ReportedViolation[] {
  return Array.from({ length: count }, (_, record) => ({
    rule: 'adult',
    severity: 'error',
    file,
    record: file === null ? null : record,
    pointer: '',
    message: '',
    actual: null,
    expected: null,
    ...over,
  }));
}

describe('a digest of violations', () => {
  it('counts a rule over all files, and keeps its first places in their order', () => {
    const digest = ViolationDigest.of([...places('a.json', 4), ...places('b.json', 30), ...places('a.json', 1)]);
    const [rule, ...others] = digest.rules();
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ rule: 'adult', severity: 'error', count: 35 });
    expect(rule?.first.map(({ file, record }) => `${file} ${record}`)).toEqual([
      ...[0, 1, 2, 3, 0].map((record) => `a.json ${record}`),
      ...[0, 1, 2, 3, 4].map((record) => `b.json ${record}`),
    ]);
    expect(digest.rulesIn('a.json').map(({ count }) => count)).toEqual([5]);
    expect(digest.rulesIn('b.json').map(({ count, first }) => [count, first.length])).toEqual([[30, 10]]);
    expect(digest.rulesIn(null)).toEqual([]);
  });

  it('puts errors before warnings, then what is broken more often, then the names in their order', () => {
    const digest = ViolationDigest.of([
      ...places('a.json', 9, { rule: 'mild', severity: 'warning' }),
      ...places('a.json', 1, { rule: 'b' }),
      ...places('a.json', 1, { rule: 'a' }),
      ...places(null, 2, { rule: 'c' }),
      ...places('a.json', 1, { rule: 'mild' }),
    ]);
    expect(digest.rules().map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error c',
      'error a',
      'error b',
      'error mild',
      'warning mild',
    ]);
  });

  it('knows the errors that lie in no record', () => {
    const given = [...places(null, 2), ...places(null, 1, { severity: 'warning' }), ...places('a.json', 3)];
    expect(ViolationDigest.of(given).errorsOutsideRecords).toBe(2);
  });
});
