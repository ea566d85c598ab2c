import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/CliContext.js';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { lonelyAnns, studiedInn } from './analyzeInn.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';
import { changed, jsonFile } from './validatePeople.js';

async function report(argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> {
  return runHere(['report', ...argv], { domain: async () => studiedInn, ...given });
}

const guests = lonelyAnns(120);

/** A file of guests in a directory of its own, which the command runs in. */
async function withGuests<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const home = process.cwd();
  return withDirectory(async (directory) => {
    await jsonFile(directory, 'guests.json', guests);
    process.chdir(directory);
    try {
      return await use(directory);
    } finally {
      process.chdir(home);
    }
  });
}

interface Page {
  readonly title: string;
  readonly analysis: Analysis;
  readonly validation: { readonly ok: boolean; readonly errors: number; readonly validations: readonly object[] };
  readonly rowCount: number;
}

/** What a page was given to show. */
async function pageIn(path: string): Promise<Page> {
  const html = await readFile(path, 'utf8');
  expect(html).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  return JSON.parse(/id="report-data">([^<]*)</.exec(html)?.[1] ?? '') as Page;
}

describe('cohort-check report', () => {
  it('writes a page, and says what it is and what to do with it', async () => {
    await withGuests(async (directory) => {
      const { code, out, err } = await report(['guests.json', '--count', 'any']);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toMatch(/^report\.html {2}120 records, [\d.]+ [kM]B\nopen report\.html in a browser\n$/);
      expect(await namesIn(directory)).toEqual(['guests.json', 'report.html']);
      expect((await pageIn('report.html')).rowCount).toBe(120);
    });
  });

  it('shows in the page the figures that analyze prints', async () => {
    await withGuests(async () => {
      const settings = ['guests.json', '--alpha', '0.2', '--min-effect', '0.1', '--as-of', '2025-01-31'];
      await report([...settings, '--out', 'page.html']);
      const printed = await runHere(['analyze', ...settings, '--json'], { domain: async () => studiedInn });
      expect((await pageIn('page.html')).analysis).toEqual(JSON.parse(printed.out));
    });
  });

  it('checks the records as it is told, and shows what is wrong with exit code 0', async () => {
    await withGuests(async () => {
      await jsonFile('.', 'wrong.json', changed(guests, 3, { age: 7, years_left: 93 }));
      const { code, err } = await report(['wrong.json', '--count', '100']);
      expect(code).toBe(0);
      expect(err).toContain('\n2 errors in the data, which the page shows\n');
      expect((await pageIn('report.html')).validation).toMatchObject({ ok: false, errors: 2 });
      await report(['wrong.json', '--count', 'any']);
      expect((await pageIn('report.html')).validation).toMatchObject({ ok: false, errors: 1 });
      const figures = await report(['wrong.json', '--json']);
      expect(JSON.parse(figures.out)).toMatchObject({ ok: false, errors: 1, warnings: 0, records: 120, rows: 120 });
    });
  });

  it('takes a heading, whatever stands in it', async () => {
    await withGuests(async () => {
      const title = 'Guests <script>alert(1)</script> \u001B[31m';
      expect((await report(['guests.json', '--title', title])).code).toBe(0);
      expect((await pageIn('report.html')).title).toBe(title);
      expect(await readFile('report.html', 'utf8')).not.toContain('<script>alert(1)');
    });
  });

  it('reads NDJSON and CSV, and what is empty or like nothing', async () => {
    await withGuests(async () => {
      await writeFile('lines.ndjson', guests.map((one) => `${JSON.stringify(one)}\n`).join(''));
      await writeFile('cells.csv', `guest_id,kind,name,age,years_left,visits\n${'a,guest,Ann,20,80,[]\n'.repeat(1)}`);
      await report(['lines.ndjson', '--out', 'lines.html']);
      expect((await pageIn('lines.html')).rowCount).toBe(120);
      await report(['cells.csv', '--model', 'guests', '--out', 'cells.html']);
      expect((await pageIn('cells.html')).rowCount).toBe(1);
      for (const [name, content, exit] of [
        ['empty.json', '[]', 0],
        ['strange.json', '[{"a":1}]', 1],
      ] as const) {
        await writeFile(name, content);
        const { code, err } = await report([name]);
        expect(code).toBe(exit);
        expect(err).toContain('no record could be analysed: cohort-check validate says why\n');
        expect((await pageIn('report.html')).analysis.records).toBe(0);
      }
    });
  });

  it('prints as JSON what was written', async () => {
    await withGuests(async () => {
      const { code, out, err } = await report(['guests.json', '--json', '--count', 'any', '--out', 'page.html']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const { length } = await readFile('page.html');
      expect(JSON.parse(out)).toEqual({
        page: { path: 'page.html', bytes: length },
        charts: [],
        records: 120,
        rows: 120,
        ok: true,
        errors: 0,
        warnings: 0,
      });
    });
  });

  it('when quiet, prints nothing', async () => {
    await withGuests(async () => {
      expect(await report(['guests.json', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
      expect((await pageIn('report.html')).rowCount).toBe(120);
    });
  });

  it('writes charts alone where these alone are wanted, and both where both are', async () => {
    await withGuests(async (directory) => {
      const { code, err } = await report(['guests.json', '--charts', 'new/charts', '--formats', 'svg']);
      expect(code).toBe(0);
      expect(await namesIn(directory)).toEqual(['guests.json', 'new']);
      const names = await namesIn(join(directory, 'new/charts'));
      expect(names.length).toBeGreaterThan(0);
      expect(names.every((name) => name.endsWith('.svg'))).toBe(true);
      for (const name of names) expect(err).toMatch(new RegExp(`^${join('new/charts', name)} {2}[\\d.]+ k?B$`, 'm'));
      const both = await report(['guests.json', '--charts', 'charts', '--out', 'page.html', '--json']);
      const { page, charts } = JSON.parse(both.out) as {
        page: { path: string };
        charts: { path: string; bytes: number }[];
      };
      expect(page.path).toBe('page.html');
      expect(charts.map(({ path }) => path).sort()).toEqual(
        names.flatMap((name) => ['png', 'svg'].map((kind) => join('charts', name.replace(/svg$/, kind)))).sort(),
      );
      for (const { path, bytes } of charts) expect((await readFile(path)).length).toBe(bytes);
    });
  });

  it('replaces an older page, through a link too, with the permissions that it has', async () => {
    await withGuests(async (directory) => {
      await mkdir('kept');
      await writeFile('kept/real.html', 'old', { mode: 0o600 });
      await symlink('kept/real.html', 'report.html');
      expect((await report(['guests.json'])).code).toBe(0);
      expect((await pageIn('kept/real.html')).rowCount).toBe(120);
      expect(await namesIn(join(directory, 'kept'))).toEqual(['real.html']);
    });
  });

  it('keeps the old page and leaves nothing behind when it is interrupted', async () => {
    await withGuests(async (directory) => {
      await writeFile('report.html', 'old');
      const { code, out, err } = await report(['guests.json'], { signal: AbortSignal.abort() });
      expect({ code, out, err }).toEqual({ code: 130, out: '', err: 'interrupted: no file was changed\n' });
      expect(await readFile('report.html', 'utf8')).toBe('old');
      expect(await namesIn(directory)).toEqual(['guests.json', 'report.html']);
    });
  });

  it.skipIf(process.platform === 'win32')('never puts a file in the place of a pipe or a device', async () => {
    await withGuests(async (directory) => {
      execFileSync('mkfifo', ['pipe']);
      for (const argv of [
        ['report', 'guests.json', '--out', 'pipe'],
        ['break', 'guests', '--rule', 'adult', '--out', 'pipe'],
      ]) {
        const { code, err } = await runHere(argv, { domain: async () => studiedInn });
        expect(code).toBe(2);
        expect(err).toMatch(/^bad-path .*pipe.*: cannot be written\n {2}why {5}what stands there is no file/);
      }
      expect((await stat('pipe')).isFIFO()).toBe(true);
      expect(await namesIn(directory)).toEqual(['guests.json', 'pipe']);
    });
  });

  it('ends quietly when nobody reads any more', async () => {
    await withGuests(async () => {
      const stdout = new Writable({
        write: (_, __, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
      });
      expect(await report(['guests.json', '--json'], { stdout })).toMatchObject({ code: 0, err: '' });
      expect((await pageIn('report.html')).rowCount).toBe(120);
    });
  });

  it('tells names of files so that a terminal shows them', async () => {
    await withGuests(async () => {
      const stderr = new Kept();
      await report(['guests.json', '--out', 'a\u001B[31m\u202Eb.html'], { stderr });
      expect(stderr.text).toContain('a\\u{1b}[31m\\u{202e}b.html  120 records');
      for (const sign of ['\u001B', '\u202E']) expect(stderr.text).not.toContain(sign);
    });
  });
});

describe('wrong usage of report', () => {
  it.each([
    [['none.json'], 'bad-path  none.json: cannot be read'],
    [['.'], 'bad-path  .: cannot be read'],
    [['guests.json', './guests.json'], 'bad-path  ./guests.json: cannot be read'],
    [[], "wrong-usage  missing required argument 'file'"],
    [['guests.json', '--out', 'guests.json'], 'bad-path  --out "guests.json": cannot be written'],
    [['guests.json', '--out', '.'], 'bad-path  --out ".": cannot be written'],
    [['guests.json', '--out', 'none/page.html'], 'bad-path  --out "none/page.html": cannot be written'],
    [['guests.json', '--out', 'guests.json/page.html'], 'bad-path  --out "guests.json/page.html": cannot be written'],
    [['guests.json', '--charts', 'guests.json'], 'bad-path  --charts "guests.json": cannot be written'],
    [['guests.json', '--charts', 'guests.json/x/y'], 'bad-path  --charts "guests.json/x/y": cannot be written'],
    [['guests.json', '--formats', 'svg'], 'wrong-usage  --formats svg: no charts are written'],
    [['guests.json', '--charts', 'x', '--formats', 'gif'], 'bad-option  --formats "gif"'],
    [['guests.json', '--charts', 'x', '--formats', 'svg,'], 'bad-option  --formats "svg,"'],
    [['guests.json', '--charts', 'x', '--formats', ''], 'bad-option  --formats ""'],
    [['guests.json', '--title', ' '], 'bad-option  --title " "'],
    [['guests.json', '--model', 'nobody'], 'unknown-collection  --model "nobody"'],
    [['guests.json', '--as-of', '2025-02-30'], 'bad-option  --as-of "2025-02-30"'],
    [['guests.json', '--count', 'some'], 'bad-option  --count "some"'],
    [['guests.json', '--alpha', '2'], 'bad-option  --alpha "2"'],
    [['guests.json', '--tolerance', '2'], 'bad-option  --tolerance "2"'],
    [['guests.json', '--min-effect', 'x'], 'bad-option  --min-effect "x"'],
    [['guests.json', '--force'], "wrong-usage  unknown option '--force'"],
  ])('%j is answered with what was wrong and what to do, and nothing is written', async (argv, what) => {
    await withGuests(async (directory) => {
      const { code, out, err } = await report(argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.startsWith(what)).toBe(true);
      expect(err).toMatch(/\n {2}try {5}.*\n$/);
      expect(err).not.toMatch(/^ +at /m);
      expect(await namesIn(directory)).toEqual(['guests.json']);
    });
  });

  it.skipIf(process.getuid?.() === 0)('names a directory that may not be written, before it reads', async () => {
    await withGuests(async () => {
      await mkdir('locked');
      await chmod('locked', 0o500);
      const { code, err } = await report(['guests.json', '--out', 'locked/page.html']);
      expect(code).toBe(2);
      expect(err).toContain('the system does not let this user write in that directory');
    });
  });

  it('lets the help be read without the domain', async () => {
    const domain = async (): Promise<never> => Promise.reject(new Error('no help needs the domain'));
    const { code, out } = await report(['--help'], { domain });
    expect(code).toBe(0);
    for (const word of ['--out', '--charts', '--formats', '--title', '--model', '--as-of', '--count', '--alpha']) {
      expect(out).toContain(word);
    }
    for (const word of ['--tolerance', '--min-effect', '--json', '--quiet', 'Exit code']) expect(out).toContain(word);
  });
});
