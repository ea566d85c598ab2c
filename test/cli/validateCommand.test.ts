import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CliContext } from '../../src/cli/CliContext.js';
import type { ValidationReport } from '../../src/validation/index.js';
import { withDirectory } from '../snapshot/people.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';
import { changed, guestsOf, inn, jsonFile } from './validatePeople.js';

async function validate(argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> {
  return runHere(['validate', ...argv], { domain: async () => inn, ...given });
}

const legal = guestsOf(10);
const wrong = changed(changed(legal, 3, { age: 7, years_left: 93 }), 8, { years_left: 1 });

describe('cohort-check validate', () => {
  it('is content with legal records, and says what it looked at', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', legal);
      const { code, out, err } = await validate([path]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`✓ ${path}  10 records, JSON, guests\n`);
      expect(out).toMatch(/^ Guest Count +│ ok +│ guests records: 10$/m);
      expect(out).toMatch(/\nno errors in 10 records\n$/);
    });
  });

  it('names file, record and pointer of what is wrong, and the command that prints everything', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      const stdout = new Kept({ columns: 300 });
      const { code, err } = await validate([path, '--count', 'any', '--alpha', '.05'], { stdout });
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(stdout.text).toContain(`│ ${path} 3 /3/age\n`);
      expect(stdout.text).toContain('│ found 7, expected 18 or more\n');
      expect(stdout.text).toContain(`│ ${path} 8 /8/years_left\n`);
      expect(stdout.text).toMatch(/\n2 errors in 2 of 10 records\n/);
      // It is the command of this run, and it repeats it.
      const again = /everything as JSON: cohort-check (validate '.*' --count any --alpha 0.05 --json)\n$/.exec(
        stdout.text,
      );
      const argv = [...(again?.[1] ?? '').matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
      expect(JSON.parse((await runHere(argv, { domain: async () => inn })).out)).toMatchObject({
        counts: { errors: 2 },
      });
    });
  });

  it('reads NDJSON and CSV too, and several files together', async () => {
    await withDirectory(async (directory) => {
      const lines = join(directory, 'lines.ndjson');
      await writeFile(lines, legal.map((one) => `${JSON.stringify(one)}\n`).join(''));
      const cells = join(directory, 'cells.csv');
      const rows = guestsOf(2, 7).map((one) => `${one.guest_id},guest,${one.name},${one.age},${one.years_left},[]\n`);
      await writeFile(cells, `guest_id,kind,name,age,years_left,visits\n${rows.join('')}`);
      const { code, out } = await validate([lines, cells]);
      expect(out).toContain(`✓ ${lines}  10 records, NDJSON, guests\n✓ ${cells}  2 records, CSV, guests\n`);
      expect(out).toMatch(/\n text-cell +│ +\d+ │/);
      expect({ code, out }).toMatchObject({ code: 0 });
      const twice = await jsonFile(directory, 'twice.json', legal.slice(0, 2));
      expect((await validate([lines, twice])).out).toContain(' unique-id');
    });
  });

  it('checks what cannot be read as far as it can', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'lines.ndjson');
      await writeFile(path, `${JSON.stringify(legal[0])}\n{"age": 1,}\n${JSON.stringify(wrong[3])}\n`);
      const { code, out } = await validate([path, '--json']);
      expect(code).toBe(1);
      const { violations, counts } = JSON.parse(out) as ValidationReport;
      expect(violations.map(({ rule, record }) => [rule, record])).toEqual([
        ['file-syntax', 1],
        ['adult', 2],
      ]);
      expect(counts.records).toBe(2);
    });
  });

  it('takes the promised number of records', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', legal.slice(0, 9));
      const codes = await Promise.all(
        [[], ['--count', '9'], ['--count', 'any'], ['--count', '10']].map(
          async (words) => (await validate([path, ...words])).code,
        ),
      );
      expect(codes).toEqual([1, 0, 0, 1]);
    });
  });

  it('takes the kind of record by its name, and the reference date', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'strangers.json', [{ a: 1 }, { b: 2 }]);
      const rules = async (...words: string[]): Promise<string[]> =>
        Object.keys((JSON.parse((await validate([path, '--json', ...words])).out) as ValidationReport).counts.by_rule);
      expect(await rules()).toEqual(['shape-unknown-record']);
      expect(await rules('--model', 'guests')).toEqual(['shape-missing-key']);
      expect(await rules('--model', 'guest')).toEqual(['shape-missing-key']);
      expect(JSON.parse((await validate([path, '--json', '--as-of', '2024-02-29'])).out)).toMatchObject({
        as_of: '2024-02-29',
      });
    });
  });

  it('prints every violation as JSON, however many, without ever holding more than a piece of it', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(
        directory,
        'guests.json',
        guestsOf(3000).map((one) => ({ ...one, age: 7 })),
      );
      const pieces: string[] = [];
      let writing = 0;
      let most = 0;
      const stdout = new Writable({
        highWaterMark: 1,
        write: (chunk: Buffer, _, done) => {
          pieces.push(chunk.toString());
          most = Math.max(most, stdout.writableLength - chunk.length);
          writing += 1;
          setImmediate(done);
        },
      });
      expect((await validate([path, '--json'], { stdout })).code).toBe(1);
      const { violations } = JSON.parse(pieces.join('')) as ValidationReport;
      expect(violations).toHaveLength(6000);
      expect(writing).toBeGreaterThan(10);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
      // Nothing waits behind what is being written.
      expect(most).toBe(0);
    });
  });

  it.each([
    ['--junit', /^<\?xml [^]*<testcase name="adult" classname="[^"]*guests\.json"><failure /],
    ['--markdown', /^### ❌ cohort-check validate: 2 errors in 2 of 10 records\n/],
    ['--github', /^::error file=[^,]*guests\.json,title=adult \(1 place\)::record 3, \/3\/age: /],
    ['--json', /^\{\n {2}"ok": false,\n {2}"as_of": "2025-03-31",\n/],
  ])('prints the findings with %s, and exits by them', async (format, opening) => {
    await withDirectory(async (directory) => {
      const broken = await jsonFile(directory, 'guests.json', wrong);
      const { code, out, err } = await validate([broken, format]);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toMatch(opening);
      expect((await validate([await jsonFile(directory, 'legal.json', legal), format])).code).toBe(0);
    });
  });

  it('takes a warning for no error', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', changed(legal, 4, { name: ' Ann ' }));
      const { code, out } = await validate([path]);
      expect(code).toBe(0);
      expect(out).toContain(`! ${path}  10 records, JSON, guests: 1 violation\n`);
      expect(out).toContain('\nno errors in 10 records, 1 warning\n');
      expect(await validate([path, '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    });
  });

  it('when quiet, prints nothing but errors', async () => {
    await withDirectory(async (directory) => {
      expect(await validate([await jsonFile(directory, 'legal.json', legal), '--quiet'])).toEqual({
        code: 0,
        out: '',
        err: '',
      });
      const { code, out } = await validate([await jsonFile(directory, 'guests.json', wrong), '--quiet']);
      expect(code).toBe(1);
      expect(out).toMatch(/^ rule /);
      expect(out).not.toContain('Guest Count');
    });
  });

  it('has colours on a terminal that can, and none elsewhere', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      const told = async (isTTY: boolean, env: Record<string, string>): Promise<string> => {
        const stdout = new Kept({ isTTY });
        await validate([path], { stdout, env });
        return stdout.text;
      };
      expect(await told(true, {})).toContain('\u001B[31m✗\u001B[39m');
      expect(await told(true, { NO_COLOR: '1' })).not.toContain('\u001B');
      expect(await told(false, {})).not.toContain('\u001B');
    });
  });

  it('says that it was interrupted', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', legal);
      expect(await validate([path], { signal: AbortSignal.abort() })).toEqual({
        code: 130,
        out: '',
        err: 'interrupted: no file was changed\n',
      });
    });
  });

  it('ends quietly when nobody reads any more', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      for (const format of ['--json', '--quiet']) {
        const stdout = new Writable({
          write: (_, __, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
        });
        expect(await validate([path, format], { stdout })).toMatchObject({ code: 1, err: '' });
      }
    });
  });
});

describe('wrong usage of validate', () => {
  it.each([
    [['none.json'], 'bad-path  none.json: cannot be checked'],
    [['.'], 'bad-path  .: cannot be checked'],
    [['guests.json', './guests.json'], 'bad-path  ./guests.json: cannot be checked'],
    [[], "wrong-usage  missing required argument 'file'"],
    [
      ['guests.json', '--model', 'nobody'],
      'unknown-collection  --model "nobody": the inn domain has no such collection',
    ],
    [['guests.json', '--as-of', 'today'], 'bad-option  --as-of "today"'],
    [['guests.json', '--count', 'some'], 'bad-option  --count "some"'],
    [['guests.json', '--count=-1'], 'bad-option  --count "-1"'],
    [['guests.json', '--alpha', '0'], 'bad-option  --alpha "0"'],
    [['guests.json', '--alpha', '1'], 'bad-option  --alpha "1"'],
    [['guests.json', '--alpha', '5%'], 'bad-option  --alpha "5%"'],
    [['guests.json', '--alpha', ''], 'bad-option  --alpha ""'],
    [['guests.json', '--tolerance', '-0.1'], 'bad-option  --tolerance "-0.1"'],
    [['guests.json', '--tolerance', '1.01'], 'bad-option  --tolerance "1.01"'],
    [['guests.json', '--tolerance', 'Infinity'], 'bad-option  --tolerance "Infinity"'],
    [['guests.json', '--json', '--junit'], "wrong-usage  option '--json' cannot be used with option '--junit'"],
    [['guests.json', '--github', '--markdown'], 'wrong-usage  option '],
    [['guests.json', '--quiet', '--json'], "wrong-usage  option '--quiet' cannot be used with option '--json'"],
    [
      ['guests.json', '--fix', 'out', '--junit'],
      "wrong-usage  option '--fix <out>' cannot be used with option '--junit'",
    ],
    [['guests.json', '--strict'], "wrong-usage  unknown option '--strict'"],
  ])('%j is answered with what was wrong and what to do', async (argv, what) => {
    const home = process.cwd();
    await withDirectory(async (directory) => {
      await jsonFile(directory, 'guests.json', legal);
      process.chdir(directory);
      try {
        const { code, out, err } = await validate(argv);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err.startsWith(what)).toBe(true);
        expect(err).toMatch(/\n {2}try {5}.*\n$/);
        expect(err).not.toMatch(/^ +at /m);
      } finally {
        process.chdir(home);
      }
    });
  });

  it('of the four formats, each excludes the others', async () => {
    const formats = ['--json', '--junit', '--markdown', '--github'];
    for (const one of formats) {
      for (const other of formats.filter((format) => format !== one)) {
        expect((await validate(['x', one, other])).code).toBe(2);
      }
    }
  });

  it('lets the help be read without the domain or the checker', async () => {
    const domain = async (): Promise<never> => Promise.reject(new Error('no help needs the domain'));
    const { code, out } = await validate(['--help'], { domain });
    expect(code).toBe(0);
    for (const word of [
      '--model',
      '--as-of',
      '--count',
      '--alpha',
      '--tolerance',
      '--json',
      '--junit',
      '--markdown',
      '--github',
      '--fix',
      '--quiet',
      'Exit code',
    ]) {
      expect(out).toContain(word);
    }
  });
});
