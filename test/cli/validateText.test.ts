import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../src/cli/validation/reportText.js';
import { fine, findings, manyRules } from './validateNasty.js';

const PLAIN = { width: 110, hasColours: false };

/** Columns of a line: an emoji takes two. */
function widthOf(line: string): number {
  return Array.from(line).reduce((sum, sign) => sum + (/\p{Emoji_Presentation}/u.test(sign) ? 2 : 1), 0);
}

const lineWith = (text: string, part: string): string => text.split('\n').find((line) => line.includes(part)) ?? '';

describe('the report for people', () => {
  const text = reportText(findings, PLAIN);

  it('gives a verdict for each file, with its records, format and kinds', () => {
    expect(text.split('\n').slice(0, 4)).toEqual([
      '✗ people.json  400 records, JSON, people: 128 violations',
      '✗ in, a:b/50%|`<&>"\'.json  100 records, NDJSON, people, others: 3 violations',
      '✓ fine.csv  1,234 records, CSV, people',
      '✓ empty.ndjson  0 records, NDJSON',
    ]);
  });

  it('shows every validation with its verdict and figures', () => {
    expect(lineWith(text, 'Distribution')).toMatch(/^ Distribution +│ ok +│$/);
    expect(lineWith(text, 'Risk | Levels')).toMatch(
      /│ failed +│ 2 tests, 1 stood out; smallest p 0\.000235 after correction$/,
    );
    expect(lineWith(text, 'would have shown')).toMatch(
      /│ 2 violations +│ deviations of 0\.05 to 0\.21 would have shown$/,
    );
    expect(text).toContain('│ people risk_level: low 353 (wanted 355 or 356), <script>');
    expect(text).toContain('│ completion, ann: first 0.123, second –\n');
  });

  it('lists broken rules worst first, each with its first places', () => {
    const rules = [...text.matchAll(/^ ([a-z-]+) +│ (error|warning) +│ +([\d,]+) │ (.*)$/gm)].map((match) =>
      match.slice(1),
    );
    expect(rules).toEqual([
      ['adult', 'error', '126', 'people.json 0 /0/age'],
      ['nasty-text', 'error', '2', expect.stringContaining('in, a:b/50%') as string],
      ['missing', 'error', '1', 'people.json 3 /3/age'],
      ['record-count', 'error', '1', 'the data set'],
      ['unique-id', 'error', '1', expect.stringContaining('in, a:b/50%') as string],
      ['trimmed-name', 'warning', '1', 'people.json 5 /5/name'],
    ]);
    for (const part of ['found 7, expected 18 to 80', 'adult is broken', '… and 123 more; --json prints all']) {
      expect(text).toContain(`│ ${part}\n`);
    }
    expect(text).toContain('│ found nothing, expected null\n');
    expect(text).toContain('│ found " Ann ", expected Ann\n');
  });

  it('tells the notes and ends with the verdict and the command that prints everything', () => {
    expect(text).toMatch(/\n foreign-date +│ +1,212 │ <script>/);
    expect(text).toMatch(
      /\n131 errors in 129 of 1,734 records, 1 of them outside of records, 1 warning\neverything as JSON: cohort-check .* --json\n$/,
    );
  });

  it('keeps to the number of rules that somebody reads', () => {
    const many = reportText(manyRules(30), PLAIN);
    expect(many).toContain('\n… and 10 more rules; --json prints all\n');
    expect(many.match(/^ rule-\d+ /gm)).toHaveLength(20);
    expect(many).toMatch(/^ rule-29 +│ error +│ +30 /m);
    expect(reportText(manyRules(20), PLAIN)).not.toContain('more rule');
  });

  it.each([40, 60, 80, 89, 90, 120, 200])('fits %i columns', (width) => {
    for (const one of [findings, fine, manyRules(3)]) {
      const lines = reportText(one, { width, hasColours: false }).split('\n');
      // Verdicts are sentences that a terminal wraps by itself, and commands must stay whole to be pasted.
      const tables = lines.filter((line) => /[│┼]/.test(line));
      expect(Math.max(...tables.map(widthOf))).toBeLessThanOrEqual(width);
    }
    expect(lineWith(reportText(findings, { width, hasColours: false }), 'adult')).toContain('people.json 0');
  });

  it('prints nothing that moves a cursor or turns a line around', () => {
    for (const width of [60, 120]) {
      expect(reportText(findings, { width, hasColours: false })).not.toMatch(
        /[^\n\P{Cc}]|[\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u,
      );
    }
    expect(text.replaceAll(/\s*\n[ │]*/g, '')).toContain('\\u{1b}[31mred');
  });

  it('is of a readable size however long the values are', () => {
    expect(text.length).toBeLessThan(20_000);
  });

  it('has colours where they are wanted alone, and the same words', () => {
    const coloured = reportText(findings, { ...PLAIN, hasColours: true });
    expect(coloured).toContain('\u001B[31mfailed\u001B[39m');
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });

  it('is short where all is well', () => {
    expect(reportText(fine, PLAIN)).toBe(
      [
        '✓ fine.csv  1,234 records, CSV, people',
        '✓ empty.ndjson  0 records, NDJSON',
        '',
        ' as of 2025-03-31 │ result │ figures',
        `${'─'.repeat(18)}┼${'─'.repeat(8)}┼${'─'.repeat(82)}`,
        ' Distribution     │ ok     │',
        '',
        'no errors in 1,234 records',
        '',
      ].join('\n'),
    );
  });

  it('when quiet, is silent where all is well, and tells errors alone where it is not', () => {
    expect(reportText(fine, PLAIN, { quiet: true })).toBe('');
    const quiet = reportText(findings, PLAIN, { quiet: true });
    expect(quiet).toMatch(/^ rule +│ severity/);
    for (const word of ['warning │', 'foreign-date', 'Distribution', '✗']) expect(quiet).not.toContain(word);
    expect(quiet).toContain('131 errors in 129');
  });

  it('says where nothing but the whole is wrong', () => {
    const counts = { ...fine.report.counts, errors: 2 };
    expect(reportText({ ...fine, report: { ...fine.report, ok: false, counts } }, PLAIN)).toContain(
      '\n2 errors in a data set of 1,234 records\n',
    );
  });
});
