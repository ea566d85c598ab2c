import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/cli/shrink/Found.js';
import { oneLine } from '../../src/cli/shrink/oneLine.js';
import { resultText } from '../../src/cli/shrink/resultText.js';
import { testText } from '../../src/cli/shrink/testText.js';
import type { Shrunk } from '../../src/shrink/index.js';

const SHRUNK: Shrunk<unknown> = {
  value: { age: 91 },
  tries: 1200,
  milliseconds: 2345.6,
  from: { bytes: 5500, records: 1 },
  to: { bytes: 10, records: 1 },
  simplest: ['/a', '/b'],
  matters: ['/age'],
  breaks: [],
  needs: [],
  isComplete: true,
};

function found(given: Partial<Found> = {}, shrunk: Partial<Shrunk<unknown>> = {}): Found {
  return {
    file: 'people.json',
    shrunk: { ...SHRUNK, ...shrunk },
    answer: { shows: true, reason: 'it returned true' },
    record: { index: 3, value: {}, id: 'p-3' },
    asked: undefined,
    isInterrupted: false,
    ...given,
  };
}

const LARGE = { value: { note: 'x'.repeat(3000) }, to: { bytes: 3011, records: 1 } };

describe('the words about the smallest case', () => {
  it('say what was done, and nothing of what there is not', () => {
    expect(resultText(found(), undefined)).toBe(
      [
        'people.json: record 3 (p-3)',
        '  shrunk   5.5 kB → 10 B in 1,200 tries, 2.35 s',
        '  fails    it returned true',
        '  matters  /age: changed alone, the failure is gone',
        '  simplest 2 fields; --json names them',
        '',
      ].join('\n'),
    );
  });

  it('name what the given record broke and what the failure needs, and cut long lists', () => {
    const breaks = Array.from({ length: 8 }, (_, index) => ({
      rule: `r-${index}`,
      pointer: `/${index}`,
      message: 'bad',
    }));
    const needs = (['extra-key', 'missing-key', 'writing', 'value'] as const).map((kind) => ({
      pointer: `/${kind}`,
      kind,
    }));
    const matters = Array.from({ length: 10 }, (_, index) => `/m${index}`);
    const text = resultText(found({ asked: 4 }, { breaks, needs, matters }), 'out.json');
    expect(text).toContain('record 3 (p-3), the first of 4 asked for which the failure shows\n');
    expect(text).toContain('  broke    r-0 at /0: bad\n           r-1 at /1: bad\n');
    expect(text).toContain('           r-5 at /5: bad\n           and 2 more\n');
    expect(text).toContain(
      '  needs    /extra-key: a key that the model does not have\n           /missing-key: a key that is missing\n',
    );
    expect(text).toContain('/m7 and 2 more: changed alone');
    expect(text).toMatch(/ {2}written {2}out\.json\n$/);
  });

  it('say nothing of what matters where it was not asked for', () => {
    expect(resultText(found({}, { isComplete: false, matters: [] }), undefined)).not.toContain('matters');
    expect(resultText(found({}, { matters: [] }), undefined)).toContain('  matters  none\n');
  });

  it('count the records of a data set, and say why a search ended early', () => {
    const sizes = { from: { bytes: 5_500_000, records: 500 }, to: { bytes: 2000, records: 2 }, isComplete: false };
    const ended = resultText(found({ record: undefined }, sizes), undefined);
    expect(ended).toMatch(/^ended after 1,200 tries: this is the smallest so far\npeople\.json: 500 records\n/);
    expect(ended).toContain('shrunk   500 records, 5.5 MB → 2 records, 2.0 kB in');
    expect(resultText(found({ isInterrupted: true }, sizes), undefined)).toMatch(
      /^interrupted: this is the smallest so far\n/,
    );
  });

  it('hold nothing that moves the cursor', () => {
    const breaks = [{ rule: 'r', pointer: '/\u001B[2J', message: 'a\u001B[1mb\r\nc\u202E' }];
    const text = resultText(
      found(
        {
          file: 'a\nb\u009B.json',
          answer: { shows: true, reason: 'x\u2028y' },
          record: { index: 0, value: {}, id: '\u0007' },
        },
        { breaks, matters: ['/\u0000'] },
      ),
      'o\nut.json',
    );
    expect(text.split('\n')).toHaveLength(8);
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u202E]/);
    expect(oneLine('abcdef', 4)).toBe('abc…');
  });
});

describe('the printed test', () => {
  it('asks the predicate about the value', () => {
    expect(testText(found(), 'out.json', { fails: 'checks/old.ts' })).toBe(
      [
        '// people.json, record 3 (p-3): 5.5 kB → 10 B in 1,200 tries.',
        `import { expect, it } from 'vitest';`,
        `import fails from './checks/old.ts';`,
        '',
        'const smallest = {',
        '  "age": 91',
        '};',
        '',
        `it('holds for the smallest record that failed', async () => {`,
        '  expect(await fails(smallest)).not.toBe(true);',
        '});',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['another export', { fails: '../a.ts', export: 'isOld' }, `import { isOld as fails } from '../a.ts';`],
    ['an export with an odd name', { fails: 'a.ts', export: 'is old' }, `import { "is old" as fails } from './a.ts';`],
    ['a path with quotes', { fails: `it's.ts` }, `import fails from "./it's.ts";`],
  ])('imports %s', (_, options, line) => {
    expect(testText(found(), 'out.json', options)).toContain(`${line}\n`);
  });

  it('reads a large value, and one with the key __proto__, from the file', () => {
    const read = `const smallest = JSON.parse(readFileSync(join(import.meta.dirname, './o ut.json'), 'utf8'));\n`;
    expect(testText(found({}, LARGE), 'o ut.json', { fails: 'a.ts' })).toContain(read);
    const value: unknown = JSON.parse('{"__proto__":{"a":1}}');
    expect(testText(found({}, { value }), 'o ut.json', { fails: 'a.ts' })).toContain(read);
  });

  it('keeps names of files and ids out of the code', () => {
    const text = testText(
      found({ file: 'a\nprocess.exit()', record: { index: 0, value: {}, id: '\u2028process.exit()' } }),
      'o',
      {
        fails: 'a.ts',
      },
    );
    expect(text.split(/[\n\u2028]/).filter((line) => line.includes('process.exit'))).toEqual([text.split('\n')[0]]);
  });

  it('gives a command a file where it takes one, and standard input where it does not', () => {
    const file = testText(found(), 'out.json', { command: `sh -c 'x' {}` });
    expect(file).toContain('writeFileSync(path, JSON.stringify(smallest));\n');
    expect(file).toContain(`spawnSync("sh -c 'x' {}".replaceAll('{}', () => \`'\${path}'\`), {`);
    const input = testText(found(), 'out.json', { command: 'node check.js' });
    expect(input).toContain(`spawnSync('node check.js', {`);
    expect(input).toContain('input: JSON.stringify(smallest),\n');
    const large = testText(found({}, LARGE), 'out.json', { command: 'node check.js {}' });
    expect(large).toContain(`  const path = join(import.meta.dirname, './out.json');\n`);
    expect(large).not.toContain('smallest)');
  });

  it.each([
    ['takes too long', found({ answer: { shows: true, reason: '', isTimeout: true } }), 'a.ts'],
    ['is called what vite cannot import', found(), 'a?b.ts'],
  ])('asks in a thread of its own when the predicate %s', (_, given, fails) => {
    const text = testText(given, 'out.json', { fails, timeout: 500 });
    expect(text).toContain(`name: 'default', value: smallest };\n`);
    expect(text).toContain('setTimeout(() => worker.terminate(), 500);\n');
    expect(text).toContain(`join(import.meta.dirname, './${fails}')`);
  });

  it('ends a command that takes too long with all that it started', () => {
    const timed = found({ answer: { shows: true, reason: '', isTimeout: true } });
    expect(testText(timed, 'out.json', { command: 'x', timeout: 500 })).toContain(`'SIGKILL'), 500);\n`);
  });
});
