import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../src/cli/validation/markdownReport.js';
import { again, findings, fine, manyRules, NASTY } from './validateNasty.js';

/** The cells of a row as GitHub splits it: at every bar that no backslash stands before. */
const cellsOf = (row: string): string[] => row.split(/(?<!\\)\|/).slice(1, -1);

const tablesOf = (text: string): string[][] =>
  text
    .split('\n\n')
    .map((part) =>
      part
        .trimEnd()
        .split('\n')
        .filter((line) => line.startsWith('|')),
    )
    .filter(({ length }) => length > 0);

/** What a page shows of a text. */
const shownOf = (html: string): string =>
  html
    .replaceAll('<br>', '\n')
    .replaceAll(/<\/?code>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

describe('the Markdown report', () => {
  const text = markdownReport(findings);

  it('opens with the verdict and ends with the command that prints everything', () => {
    expect(text.split('\n')[0]).toBe(
      '### ❌ cohort-check validate: 131 errors in 129 of 1,734 records, 1 of them outside of records, 1 warning',
    );
    expect(shownOf(text).endsWith(`\nEverything as JSON: ${again}\n`)).toBe(true);
    expect(markdownReport(fine)).toMatch(/^### ✅ cohort-check validate: no errors in 1,234 records\n/);
    expect(markdownReport(fine)).not.toContain('Everything as JSON');
  });

  it('has tables of files, validations, rules and notes, whatever stands in their cells', () => {
    const tables = tablesOf(text);
    expect(tables.map((rows) => cellsOf(rows[0] ?? '').length)).toEqual([5, 4, 4, 3]);
    expect(tables.map(({ length }) => length)).toEqual([6, 4, 8, 4]);
    for (const rows of tables) {
      expect(new Set(rows.map((row) => cellsOf(row).length)).size).toBe(1);
      expect(rows[1]).toMatch(/^\| (?:-{2,3}:? \| ?)+$/);
    }
  });

  it('shows the texts as they are', () => {
    const readable = NASTY.slice(0, NASTY.indexOf('one'));
    expect(shownOf(text)).toContain(`\n${readable}one\\r\\ntwo\\tthree \\u{0}`);
    expect(shownOf(text)).toContain('people.json 0 /0/age\nadult is broken\nfound 7, expected 18 to 80\n');
    expect(shownOf(text)).toContain('… and 123 more');
  });

  it('lets no text of the data become markup, a mention or a link', () => {
    const bare = text.replaceAll(/<\/?code>|<br>|&#\d+;|^### |^\|.*?-\| *$/gm, '');
    expect(bare).not.toMatch(/[<>@`*[\]~!$\\]|#\d|:\/\/|:[a-z]+:|__/);
    expect(text).not.toMatch(/[^\n\P{Cc}]/u);
    expect(text).not.toContain('<script');
  });

  it('fits a comment however much is wrong', () => {
    const many = markdownReport(manyRules(60));
    expect(many.length).toBeLessThan(65_536);
    expect(tablesOf(many)[2]).toHaveLength(22);
    expect(many).toContain('\n… and 40 more rows\n');
    expect(text.length).toBeLessThan(20_000);
  });
});
