import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { ended, ROOT, run, start } from './cli.js';
import type { Ended } from './cli.js';

const BUNDLE = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const onWindows = process.platform === 'win32';

type Fields = Record<string, unknown>;

interface Customer extends Fields {
  readonly customer_id: string;
  readonly persona_type: string;
  readonly core: Fields & { readonly age: number };
  readonly engagement: Fields & { readonly visits: readonly { readonly at: string }[] };
}

async function fixture(): Promise<Customer[]> {
  return JSON.parse(await readFile(join(ROOT, 'fixtures/customers.json'), 'utf8')) as Customer[];
}

const PREDICATE = `import { readFileSync } from 'node:fs';
interface Customer { core: { age: number } }
/** What was wrong: everybody over 90. */
export default (one: Customer): boolean => one.core?.age > 90;
export const inData = (all: Customer[]) => all.filter((one) => one.core.age > 40).length >= 2;
export const asserts = async (one: Customer) => { if (one.core?.age > 90) throw new RangeError('too old'); };
/** Of one value alone, so that few tries take their time. */
export const loops = (one: Customer): void => { while (JSON.stringify(one) === given()); };
let text: string | undefined;
const given = () => (text ??= JSON.stringify(JSON.parse(readFileSync(new URL('bad.json', import.meta.url), 'utf8'))));
`;
/** The same, with the fault mended. */
const MENDED = `export default () => false;
export const inData = () => false;
export const asserts = async () => {};
export const loops = () => {};
`;
/** A command that fails as the predicate does; it reads what `{}` stands for, or standard input. */
const GREP = `! grep -q '"age":9[1-9]'`;

/** Runs in a directory with one customer of 500 who is too old, and with all that the printed test needs. */
async function withProject<T>(use: (directory: string) => Promise<T>): Promise<T> {
  return withDirectory(async (directory) => {
    const customers = (await fixture()).map((one, index) =>
      index === 17 ? { ...one, core: { ...one.core, age: 99 } } : one,
    );
    await writeFile(join(directory, 'customers.json'), JSON.stringify(customers));
    await writeFile(join(directory, 'predicate.ts'), PREDICATE);
    await mkdir(join(directory, 'node_modules'));
    await symlink(join(ROOT, 'node_modules/vitest'), join(directory, 'node_modules/vitest'), 'junction');
    await symlink(ROOT, join(directory, 'node_modules/cohort-check'), 'junction');
    return use(directory);
  });
}

/** What the command says in such a project, once for all who ask. */
let told: Ended;
/** A record that is small already, for what takes its time over each try. */
let bad: Customer;

beforeAll(async () => {
  told = await withProject((cwd) => run(['shrink', 'customers.json', '--fails', 'predicate.ts', '--json'], { cwd }));
  const { value } = JSON.parse(told.out) as { value: Customer };
  bad = { ...value, core: { ...value.core, age: 95 } };
});

async function runTests(directory: string): Promise<Ended> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return ended(spawn(process.execPath, [vitest, 'run', '--root', directory], { cwd: directory, env }));
}

/** Waits for a change in a directory after which something is so. */
async function until(directory: string, isSo: () => Promise<boolean>): Promise<void> {
  const changes = watch(directory);
  try {
    for (;;) {
      // Asked for first: a change during the look must count.
      const changed = once(changes, 'change');
      if (await isSo()) return;
      await changed;
    }
  } finally {
    changes.close();
  }
}

describe('cohort-check shrink', () => {
  it('makes the one bad customer of 500 the simplest one, in under 200 calls, whatever else the file holds', async () => {
    await withDirectory(async (directory) => {
      const extra = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`crm_field_${index}`, `x${index}`]));
      const foreign = (await fixture()).map((one, index) => ({
        ...one,
        ...extra,
        core: { ...one.core, age: index === 311 ? 99 : one.core.age },
        engagement: {
          ...one.engagement,
          visits: one.engagement.visits.map((visit) => ({ ...visit, at: visit.at.replace('Z', '+14:00') })),
        },
      }));
      await writeFile(join(directory, 'customers.json'), JSON.stringify(foreign));
      await writeFile(
        join(directory, 'predicate.mjs'),
        'export default (all) => all.some(({ core }) => core.age > 90);\n',
      );
      const argv = ['shrink', 'customers.json', '--data', '--fails', 'predicate.mjs', '--json'];
      const { code, out, err } = await run(argv, { cwd: directory });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const result = JSON.parse(out) as { value: Customer[]; tries: number; matters: string[]; breaks: object[] };
      expect(result.tries).toBeLessThan(200);
      expect(result.matters).toEqual(['/0/core/age']);
      expect(result.breaks).toContainEqual(expect.objectContaining({ rule: 'age-within-persona' }));
      const [least] = result.value;
      expect(result.value).toHaveLength(1);
      expect(least?.core.age).toBe(91);
      expect(Object.keys(least ?? {}).filter((key) => key.startsWith('crm_'))).toEqual([]);
      expect(await namesIn(directory)).toEqual(['customers.json', 'predicate.mjs']);
    });
  });

  it.each([
    ['a record', 'customers', ['--fails', 'predicate.ts']],
    ['a data set, read from its file', 'customers', ['--fails', './predicate.ts', '--export', 'inData', '--data']],
    ['what throws', 'customers', ['--fails', 'predicate.ts', '--export', 'asserts', '--record', '17']],
    ['an endless loop', 'bad', ['--fails', 'predicate.ts', '--export', 'loops', '--timeout', '300']],
  ])(
    'prints a test that fails on %s, and passes once the fault is mended',
    async (_, file, options) => {
      await withProject(async (directory) => {
        await writeFile(join(directory, 'bad.json'), JSON.stringify(bad));
        const { code, out, err } = await run(['shrink', `${file}.json`, ...options], { cwd: directory });
        expect(code).toBe(0);
        expect(err).toContain(`\n  written  ${file}.smallest.json\n`);
        await writeFile(join(directory, 'smallest.test.ts'), out);
        const failed = await runTests(directory);
        expect(failed.code).toBe(1);
        expect(failed.out).toMatch(/ Tests {2}1 failed \(1\)/);
        await writeFile(join(directory, 'predicate.ts'), MENDED);
        const passed = await runTests(directory);
        expect(passed.out).toMatch(/ Tests {2}1 passed \(1\)/);
      });
    },
    60_000,
  );

  it.skipIf(onWindows).each([
    ['a path', `${GREP} {}`, []],
    ['standard input', GREP, []],
    ['standard input, and never ends', 'if cmp -s - bad.json; then while :; do :; done; fi', ['--timeout', '500']],
  ])(
    'prints a test that runs a command with %s',
    async (_, line, options) => {
      await withProject(async (directory) => {
        await writeFile(join(directory, 'bad.json'), JSON.stringify(bad));
        const command = `test -e mended || { ${line}; }`;
        const argv = ['shrink', 'bad.json', '--command', command, ...options];
        const { code, out } = await run(argv, { cwd: directory });
        expect(code).toBe(0);
        await writeFile(join(directory, 'smallest.test.ts'), out);
        const failed = await runTests(directory);
        expect(failed.out).toMatch(/ Tests {2}1 failed \(1\)/);
        await writeFile(join(directory, 'mended'), '');
        expect((await runTests(directory)).out).toMatch(/ Tests {2}1 passed \(1\)/);
      });
    },
    60_000,
  );

  it('prints a test for paths with any characters', async () => {
    await withProject(async (directory) => {
      const folder = `o'dd #1? é`;
      await mkdir(join(directory, folder));
      await writeFile(join(directory, folder, `che"ck.ts`), PREDICATE);
      const argv = ['shrink', 'customers.json', '--record', '17', '--fails', `${folder}/che"ck.ts`];
      const { code, out, err } = await run([...argv, '--out', `${folder}/le'ast.json`], { cwd: directory });
      expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(`written  ${folder}/le'ast.json\n`) });
      await writeFile(join(directory, 'smallest.test.ts'), out);
      expect((await runTests(directory)).out).toMatch(/ Tests {2}1 failed \(1\)/);
    });
  }, 60_000);

  it('does the same from the bundle, in another time zone and another language', async () => {
    await withProject(async (directory) => {
      const argv = ['shrink', 'customers.json', '--fails', 'predicate.ts', '--json'];
      const result = ({ out }: Ended): object => ({ ...(JSON.parse(out) as object), milliseconds: 0 });
      const here = result(told);
      const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      expect(result(await ended(spawn(process.execPath, [BUNDLE, ...argv], { cwd: directory, env })))).toEqual(here);
      expect(here).toMatchObject({ value: { core: { age: 91 } }, complete: true, record: { index: 17 } });
    });
  });

  it.skipIf(onWindows)('prints the smallest so far after SIGINT, and ends all that runs', async () => {
    await withProject(async (directory) => {
      const temporary = join(directory, 'temporary');
      await mkdir(temporary);
      // The tenth call never ends.
      const command = `echo $$ >> calls; test $(wc -l < calls) -ge 10 && while :; do :; done; ${GREP} {}`;
      const argv = ['shrink', 'customers.json', '--record', '17', '--command', command];
      const child = start(argv, { cwd: directory, env: { ...process.env, TMPDIR: temporary } });
      const calls = async (): Promise<string[]> =>
        (await readFile(join(directory, 'calls'), 'utf8').catch(() => '')).split('\n').slice(0, -1);
      await until(directory, async () => (await calls()).length >= 10);
      child.kill('SIGINT');
      const { signal, out, err } = await ended(child);
      expect(signal).toBe('SIGINT');
      expect(err).toMatch(/^interrupted: this is the smallest so far\ncustomers\.json: record 17 .*\n.* in 10 tries/);
      expect(out).toContain(`it('holds for the smallest record that failed'`);
      const written = JSON.parse(await readFile(join(directory, 'customers.smallest.json'), 'utf8')) as Customer;
      expect(written.core.age).toBeGreaterThan(90);
      expect(await namesIn(temporary)).toEqual([]);
      const last = Number((await calls()).at(-1));
      expect(() => process.kill(last, 0)).toThrow('ESRCH');
    });
  });

  it.skipIf(onWindows)('ends at once after SIGINT in an endless loop of a predicate', async () => {
    await withProject(async (directory) => {
      await writeFile(
        join(directory, 'predicate.ts'),
        `import { writeFileSync } from 'node:fs';\nexport default () => { writeFileSync('begun', ''); for (;;); };\n`,
      );
      const child = start(['shrink', 'customers.json', '--record', '17', '--fails', 'predicate.ts'], {
        cwd: directory,
      });
      await until(directory, async () => (await namesIn(directory)).includes('begun'));
      child.kill('SIGINT');
      const { signal, out, err } = await ended(child);
      expect({ signal, out, err }).toEqual({ signal: 'SIGINT', out: '', err: 'interrupted: no file was changed\n' });
      expect(await namesIn(directory)).not.toContain('customers.smallest.json');
    });
  });
});
