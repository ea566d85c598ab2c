import { describe, expect, it } from 'vitest';
import { escapeMessage, escapeProperty, githubReport } from '../../src/cli/validation/githubReport.js';
import { again, findings, fine, manyRules, NASTY, ODD_PATH } from './validateNasty.js';

interface Annotation {
  readonly kind: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const decoded = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

/** As GitHub's runner reads a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function read(line: string): Annotation {
  const [, kind = '', list = '', message = ''] = /^::([a-z]+) ([^]*?)::([^]*)$/.exec(line) ?? [];
  const properties = list.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), decoded(pair.slice(at + 1))];
  });
  return { kind, properties: Object.fromEntries(properties), message: decoded(message) };
}

describe('the annotations for GitHub', () => {
  const text = githubReport(findings);
  const all = text.trimEnd().split('\n').map(read);

  it('name file, rule, record, pointer and what is wrong', () => {
    expect(all[0]).toEqual({
      kind: 'error',
      properties: { file: 'people.json', title: 'adult (126 places)' },
      message: 'record 0, /0/age: adult is broken (found 7, expected 18 to 80)',
    });
  });

  it('have the first place of every rule before the second of any, errors first, and three of a rule', () => {
    expect(all.map(({ kind, properties }) => `${kind} ${properties['title']?.split(' ')[0]}`)).toEqual([
      ...['adult', 'nasty-text', 'missing', 'record-count', 'unique-id'].map((rule) => `error ${rule}`),
      'warning trimmed-name',
      'error adult',
      'error nasty-text',
      'error adult',
      'notice cohort-check',
    ]);
  });

  it('end with the verdict, and say what is not annotated', () => {
    expect(all.at(-1)).toEqual({
      kind: 'notice',
      properties: { title: 'cohort-check validate' },
      message:
        '131 errors in 129 of 1,734 records, 1 of them outside of records, 1 warning; ' +
        `9 of 132 violations are annotated, all are printed by: ${again}`,
    });
    expect(githubReport(manyRules(3)).trimEnd().split('\n')).toHaveLength(7);
    expect(githubReport(manyRules(3))).not.toContain('are annotated');
  });

  it('keep odd paths and texts whole, each in a line of its own', () => {
    const nasty = all.find(({ properties }) => properties['title'] === 'nasty-text (2 places)');
    expect(nasty?.properties['file']).toBe(ODD_PATH);
    const readable = NASTY.slice(0, NASTY.indexOf('one'));
    expect(nasty?.message).toContain(`record 0, /0/${readable}one\\r\\ntwo\\tthree`);
    expect(text).not.toMatch(/[^\n\P{Cc}]/u);
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) /);
  });

  it('have no file where a fault lies in none', () => {
    expect(all.find(({ properties }) => properties['title'] === 'record-count (1 place)')).toMatchObject({
      properties: { title: 'record-count (1 place)' },
      message: '505 people, where 500 were promised (found 7, expected 18 to 80)',
    });
  });

  it('are a single notice where all is well', () => {
    expect(githubReport(fine)).toBe('::notice title=cohort-check validate::no errors in 1,234 records\n');
  });

  it('escape what a command is made of, and can be read back', () => {
    const text = '100%, a:b\r\nc %0A %3A';
    expect(escapeMessage(text)).toBe('100%25, a:b%0D%0Ac %250A %253A');
    expect(escapeProperty(text)).toBe('100%25%2C a%3Ab%0D%0Ac %250A %253A');
    expect(decoded(escapeProperty(text))).toBe(text);
  });
});
