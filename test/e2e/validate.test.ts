import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { ended, MAIN, ROOT, run, start } from './cli.js';

interface Report {
  readonly ok: boolean;
  readonly violations: readonly { readonly rule: string; readonly record: number; readonly pointer: string }[];
  readonly validations: readonly { readonly title: string; readonly ok: boolean }[];
  readonly counts: { readonly records: number };
}

interface Customer {
  readonly core: { readonly age: number };
}

const FIXTURES = [
  'customers',
  'scenarios/first_time_user',
  'scenarios/life_transition',
  'scenarios/prevention_conversion',
];
const FILES = FIXTURES.map((name) => `fixtures/${name}.json`);
const FIVE = ['Persona Distribution', 'Emotional States', 'Journey Completion', 'Risk Levels', 'Scenario Consistency'];

const onWindows = process.platform === 'win32';

/** The fixture's customers with one age changed. */
async function spoilt(directory: string, name = 'customers.json'): Promise<string> {
  const customers = JSON.parse(await readFile(join(ROOT, 'fixtures/customers.json'), 'utf8')) as Customer[];
  const wrong = customers.map((one, index) => (index === 17 ? { ...one, core: { ...one.core, age: 99 } } : one));
  await writeFile(join(directory, name), `${JSON.stringify(wrong, null, 2)}\n`);
  return join(directory, name);
}

describe('the check of the built command line', () => {
  it('passes the fixture with all five validations, and says what it compared', async () => {
    const { code, out, err } = await run(['validate', ...FILES], { cwd: ROOT });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const file of FILES) expect(out).toContain(`✓ ${file}  `);
    for (const title of FIVE) expect(out).toMatch(new RegExp(`^ ${title} +│ ok +│ \\S`, 'm'));
    expect(out).toMatch(/\nno errors in [\d,]+ records\n$/);
    const json = await run(['validate', ...FILES, '--json'], { cwd: ROOT });
    const report = JSON.parse(json.out) as Report;
    expect(report).toMatchObject({ ok: true, violations: [] });
    expect(report.validations.map(({ title, ok }) => [title, ok])).toEqual(FIVE.map((title) => [title, true]));
  });

  it('names what is wrong at its pointer, without colours in a pipe', async () => {
    await withDirectory(async (directory) => {
      const path = await spoilt(directory);
      const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: '200' };
      const { code, out, err } = await run(['validate', path], { env });
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toContain(`${path} 17 /17/core/age`);
      expect(out).not.toContain('\u001B');
      const json = await run(['validate', path, '--json']);
      expect(json.code).toBe(1);
      const found = (JSON.parse(json.out) as Report).violations.find(({ rule }) => rule === 'age-within-persona');
      expect(found).toMatchObject({ record: 17, pointer: '/17/core/age' });
    });
  });

  it('mends a copy', async () => {
    await withDirectory(async (directory) => {
      const path = await spoilt(directory);
      const copy = join(directory, 'mended.json');
      const { out } = await run(['validate', path, '--fix', copy, '--count', 'any']);
      expect(out).toMatch(/ 17 \/17\/core\/age: 99 → \d\d\n/);
      expect(out).toContain(`${copy}  500 records, 1 of them mended\n`);
      const [old, mended] = await Promise.all(
        [path, copy].map(async (one) => JSON.parse(await readFile(one, 'utf8')) as Customer[]),
      );
      expect(mended).toHaveLength(500);
      expect(mended?.filter((_, index) => index !== 17)).toEqual(old?.filter((_, index) => index !== 17));
      expect(mended?.[17]?.core.age).toBeLessThan(99);
    });
  });

  it('takes a missing file for wrong usage', async () => {
    const { code, out, err } = await run(['validate', 'no-such-file.json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^bad-path {2}no-such-file\.json: cannot be checked\n/);
  });

  it.skipIf(onWindows)('ends quietly when nobody reads any more', async () => {
    await withDirectory(async (directory) => {
      const path = await spoilt(directory);
      const line = `set -o pipefail; "$0" "$1" validate "$2" --json | head -n 2`;
      const { out, err, code } = await ended(spawn('bash', ['-c', line, process.execPath, MAIN, path]));
      expect({ code, out, err }).toEqual({ code: 1, out: '{\n  "ok": false,\n', err: '' });
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing behind after %s in the middle of mending',
    async (signal) => {
      await withDirectory(async (directory) => {
        const line = ['export', '--only', 'customers', '--format', 'ndjson', '--count', '4000', '--out', directory];
        expect((await run(line)).code).toBe(0);
        const before = await namesIn(directory);
        const child = start([
          'validate',
          join(directory, 'customers.ndjson'),
          '--fix',
          join(directory, 'mended.ndjson'),
        ]);
        // The copy has begun.
        const writes = watch(directory);
        let count = 0;
        writes.on('change', (_, name) => {
          if (String(name).endsWith('.mended.ndjson') && ++count === 3) child.kill(signal);
        });
        const end = await ended(child);
        writes.close();
        expect(count).toBeGreaterThanOrEqual(3);
        expect(end).toMatchObject({ code: null, signal, err: 'interrupted: no file was changed\n' });
        expect(await namesIn(directory)).toEqual(before);
      });
    },
    60_000,
  );

  it('needs no more memory for five times the records, however many are wrong', async () => {
    const tell = `data:text/javascript,process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    await withDirectory(async (directory) => {
      const line = ['export', '--only', 'customers', '--format', 'ndjson', '--count', '20000', '--out', directory];
      expect((await run(line)).code).toBe(0);
      const path = join(directory, 'customers.ndjson');
      const lines = (await readFile(path, 'utf8')).replaceAll(/"age":\d+/g, '"age":99').split(/(?<=\n)/);
      const peak = async (count: number): Promise<number> => {
        const part = join(directory, `${count}.ndjson`);
        await writeFile(part, lines.slice(0, count).join(''));
        // Without a limit the engine lets garbage pile up, and the peak says when it was collected, not what was kept.
        const nodeArgs = ['--max-old-space-size=64', '--import', tell];
        const { err, code } = await run(['validate', part, '--count', 'any'], { nodeArgs });
        expect(code).toBe(1);
        return Number(err);
      };
      const small = await peak(4000);
      expect(small).toBeGreaterThan(10_000);
      expect((await peak(20_000)) / small).toBeLessThan(1.4);
    });
  }, 120_000);
});
