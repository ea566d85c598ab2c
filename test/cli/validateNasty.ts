import { ViolationDigest } from '../../src/cli/validation/ViolationDigest.js';
import type { Findings } from '../../src/cli/validation/Findings.js';
import type { ReportedViolation, ValidationReport } from '../../src/validation/index.js';

/** Text that every format has to take care of somewhere. */
export const NASTY =
  '<script>alert("x") && y</script> ]]> a|b \\| c\\ `tick` **bold** __proto__ [x](http://evil.example) @somebody #12 100% :smile: ' +
  'one\r\ntwo\tthree \u0000\u0007\u001B[31mred\u009B2J \u202Eleft 😀 \uD800 \uFFFF ::error::stop';
/** A path that a file can have. */
export const ODD_PATH = 'in, a:b/50%|`<&>"\'.json';
/** A value that no output for people could print. */
export const LONG = 'long '.repeat(20_000);

function violation(rule: string, over: Partial<ReportedViolation> = {}): ReportedViolation {
  const record = over.record === undefined ? 0 : over.record;
  return {
    rule,
    severity: 'error',
    file: 'people.json',
    record,
    pointer: record === null ? '' : `/${record}/age`,
    message: `${rule} is broken`,
    actual: 7,
    expected: '18 to 80',
    ...over,
  };
}

/** Violations as a check finds them: of two files, of the whole, nasty ones, and a rule that is broken everywhere. */
export const violations: readonly ReportedViolation[] = [
  ...Array.from({ length: 126 }, (_, record) => violation('adult', { record })),
  violation('nasty-text', { file: ODD_PATH, pointer: `/0/${NASTY}`, message: NASTY, actual: NASTY, expected: NASTY }),
  violation('nasty-text', { file: ODD_PATH, record: 1, actual: LONG, expected: LONG, message: LONG }),
  violation('missing', { record: 3, actual: undefined, expected: null }),
  violation('trimmed-name', { severity: 'warning', record: 5, pointer: '/5/name', actual: ' Ann ', expected: 'Ann' }),
  violation('unique-id', { file: ODD_PATH, record: 2, pointer: '/2/person_id', actual: 'a', expected: '' }),
  violation('record-count', { file: null, record: null, message: '505 people, where 500 were promised' }),
];

export const report: ValidationReport = {
  ok: false,
  as_of: '2025-03-31',
  files: [
    { path: 'people.json', format: 'json', collections: ['people'], records: 400, violations: 128 },
    { path: ODD_PATH, format: 'ndjson', collections: ['people', 'others'], records: 100, violations: 3 },
    { path: 'fine.csv', format: 'csv', collections: ['people'], records: 1234, violations: 0 },
    { path: 'empty.ndjson', format: 'ndjson', collections: [], records: 0, violations: 0 },
  ],
  notes: [
    { note: 'foreign-date', file: 'fine.csv', record: 0, pointer: '/0/last_visit', message: NASTY, count: 1212 },
    { note: 'extra-key', file: ODD_PATH, record: 4, pointer: '/4/a|b', message: 'the model has no key a|b', count: 1 },
  ],
  validations: [
    { id: 'distribution', title: 'Distribution', ok: true, violations: 0, figures: {} },
    {
      id: 'risk|levels',
      title: 'Risk | Levels',
      ok: false,
      violations: 2,
      figures: {
        'people records': 505,
        'people risk_level': {
          records: 505,
          labels: [
            { label: 'low', count: 353, share: 0.7, wanted: 0.71, least: 355, most: 356 },
            { label: NASTY, count: 1, share: 0.1, wanted: 0.1, least: 1, most: 1 },
          ],
        },
        completion: { ann: { first: { rate: 0.123456 }, second: { rate: null } }, bea: { first: { rate: 1 } } },
        alpha: 0.01,
        tolerance: 0,
        tests: [
          {
            rule: 'risk',
            title: 'risk',
            ok: false,
            p: 0.0001,
            adjusted_p: 0.000234567,
            would_have_seen_deviation: 0.05,
          },
          { rule: 'risk', title: 'more', ok: true, p: 0.2, adjusted_p: 0.4, would_have_seen_deviation: 0.21 },
        ],
      },
    },
  ],
  violations,
  counts: {
    records: 1734,
    broken_records: 129,
    errors: 131,
    warnings: 1,
    by_rule: { adult: 126, 'nasty-text': 2, missing: 1, 'record-count': 1, 'trimmed-name': 1, 'unique-id': 1 },
  },
};

export const again = "cohort-check validate people.json 'it'\\''s.json' --json";

/** The findings of the report, as a run that keeps no violations has them. */
export const findings: Findings = {
  report: { ...report, violations: [] },
  digest: ViolationDigest.of(violations),
  again,
};

/** Findings without any fault. */
export const fine: Findings = {
  report: {
    ...report,
    ok: true,
    files: report.files.slice(2),
    notes: [],
    validations: report.validations.slice(0, 1),
    violations: [],
    counts: { records: 1234, broken_records: 0, errors: 0, warnings: 0, by_rule: {} },
  },
  digest: ViolationDigest.of([]),
  again,
};

/** Findings with so many broken rules. */
export function manyRules(count: number): Findings {
  const all = Array.from({ length: count }, (_, index) =>
    Array.from({ length: index + 1 }, (__, record) => violation(`rule-${index}`, { record })),
  ).flat();
  const counts = { ...report.counts, errors: all.length, warnings: 0 };
  return { ...findings, report: { ...findings.report, counts }, digest: ViolationDigest.of(all) };
}
