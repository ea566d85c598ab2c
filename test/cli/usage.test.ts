import { describe, expect, it } from 'vitest';
import { runHere } from './runHere.js';

describe('wrong usage', () => {
  it.each([
    ['export --count -1', 'bad-option  --count "-1"', '--count 500'],
    ['export --count abc', 'bad-option  --count "abc"', '--count 500'],
    ['export --count 1e3', 'bad-option  --count "1e3"', '--count 500'],
    ['export --count 1.5', 'bad-option  --count "1.5"', '--count 500'],
    ['export --count 99999999999999999999', 'bad-option  --count "99999999999999999999"', '--count 500'],
    ['export --count 4294967296', 'bad-option  --count "4294967296"', '--count 500'],
    ['export --count=', 'bad-option  --count ""', '--count 500'],
    ['export --seed 1.5', 'bad-option  --seed "1.5"', '--seed 42'],
    ['export --seed 9007199254740992', 'bad-option  --seed "9007199254740992"', '--seed 42'],
    ['export --as-of 2025-02-30', 'bad-option  --as-of "2025-02-30"', '--as-of 2025-03-31'],
    ['export --as-of yesterday', 'bad-option  --as-of "yesterday"', '--as-of 2025-03-31'],
    ['export --format csv', 'bad-option  --format "csv"', '--format json'],
    ['export --sed 3', "wrong-usage  unknown option '--sed'", 'cohort-check export --help'],
    ['export there', 'wrong-usage  too many arguments', 'cohort-check export --help'],
    ['export --out', "wrong-usage  option '--out <directory>' argument missing", 'cohort-check export --help'],
    ['export --stdout --check', "wrong-usage  option '--stdout' cannot be used with option '--check'", '--help'],
    ['exprt', "wrong-usage  unknown command 'exprt'", 'cohort-check --help'],
    ['--verbose', "wrong-usage  unknown option '--verbose'", 'cohort-check --help'],
    ['sample nobody', 'unknown-collection  "nobody": the people domain has no such collection', 'people'],
  ])('of `%s` is answered with what was wrong and what to do', async (line, what, next) => {
    const { code, out, err } = await runHere(line.split(' '));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(what)).toBe(true);
    expect(err).toMatch(/\n {2}try {5}.*\n$/);
    expect(err.split('\n  try ')[1]).toContain(next);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('suggests what was meant', async () => {
    expect((await runHere(['exprt'])).err).toContain('  why     Did you mean export?\n');
    expect((await runHere(['export', '--cuont', '3'])).err).toContain('  why     Did you mean --count?\n');
  });

  it('without any argument prints the help on stderr', async () => {
    const { code, out, err } = await runHere([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: cohort-check /);
  });
});

describe('right usage', () => {
  it.each([['--help'], ['help'], ['export --help'], ['help sample'], ['sample -h']])(
    'of `%s` prints help on stdout',
    async (line) => {
      const { code, out, err } = await runHere(line.split(' '), {
        domain: async () => Promise.reject(new Error('no help needs the domain')),
      });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Usage: cohort-check /);
    },
  );

  it('prints the version', async () => {
    expect((await runHere(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });
});

describe('a fault of our own', () => {
  it('says so and what to report', async () => {
    const { code, err } = await runHere(['sample'], {
      domain: async () => Promise.reject(new TypeError('x is undefined')),
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^this is a bug in cohort-check.*\n.*"sample"/);
    expect(err).toContain('TypeError: x is undefined');
  });
});
