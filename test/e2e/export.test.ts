import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, watch } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { withDirectory } from '../snapshot/people.js';
import { treeOf } from '../snapshot/town.js';
import { ended, MAIN, ROOT, run, start } from './cli.js';

interface Manifest {
  readonly files: readonly { readonly path: string; readonly records: number }[];
}

const SCENARIOS = ['first_time_user', 'life_transition', 'prevention_conversion'];
const pathOf = (name: string): string => `scenarios/${name}.json`;

const isRoot = process.getuid?.() === 0;
const onWindows = process.platform === 'win32';

/** What an export without any options writes, by path. */
let files: Awaited<ReturnType<typeof treeOf>>;

beforeAll(async () => {
  files = await withDirectory(async (cwd) => {
    const env = { ...process.env, TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };
    expect((await run(['export', '--out', "it's"], { cwd, env })).code).toBe(0);
    return treeOf(join(cwd, "it's"));
  });
});

describe('the export of the built command line', () => {
  it('gives the same bytes under any time zone and locale, into any directory, and to a pipe', async () => {
    await withDirectory(async (cwd) => {
      const far = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      expect((await run(['export', '--out', 'ein Ordner/дом'], { cwd, env: far })).code).toBe(0);
      expect(Object.keys(files).sort()).toEqual(['customers.json', 'manifest.json', ...SCENARIOS.map(pathOf)].sort());
      expect(await treeOf(join(cwd, 'ein Ordner/дом'))).toEqual(files);
      const { out } = await run(['export', '--stdout'], { cwd });
      expect(out).toBe(files['customers.json']);
      for (const name of SCENARIOS) {
        expect((await run(['export', '--stdout', '--only', name], { cwd })).out).toBe(files[pathOf(name)]);
      }
      expect(JSON.parse(out)).toHaveLength(500);
      expect((await run(['export', '--out', 'ein Ordner/дом', '--check'], { cwd })).code).toBe(0);
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves the old files and no others after %s in the middle of a long run',
    async (signal) => {
      await withDirectory(async (out) => {
        await run(['export', '--count', '3', '--out', out]);
        const old = await treeOf(out);
        const child = start(['export', '--count', '5_000_000', '--out', out]);
        // The second piece of the first file is written: the run is under way.
        const writes = watch(out);
        let count = 0;
        writes.on('change', (_, name) => {
          if (/^\.customers\..*\.tmp$/.test(String(name)) && ++count === 3) child.kill(signal);
        });
        const end = await ended(child);
        writes.close();
        expect(count).toBeGreaterThanOrEqual(3);
        expect(end).toMatchObject({ code: null, signal, out: '', err: 'interrupted: no file was changed\n' });
        expect(await treeOf(out)).toEqual(old);
      });
    },
    60_000,
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'takes the folder away that it made, after %s in a long run over scenarios alone',
    async (signal) => {
      await withDirectory(async (out) => {
        const child = start(['export', '--only', 'scenario', '--count', '5_000_000', '--out', out]);
        const writes = watch(out, { recursive: true });
        let count = 0;
        writes.on('change', (_, name) => {
          if (String(name).includes('.first_time_user.json.') && ++count === 3) child.kill(signal);
        });
        const end = await ended(child);
        writes.close();
        expect(count).toBeGreaterThanOrEqual(3);
        expect(end).toMatchObject({ code: null, signal, out: '', err: 'interrupted: no file was changed\n' });
        expect(await treeOf(out)).toEqual({});
      });
    },
    60_000,
  );

  it('writes a record for each customer whom a scenario fits, in the order of the customers', () => {
    const read = (path: string): { customer_id: string }[] =>
      JSON.parse(files[path] ?? '') as { customer_id: string }[];
    const ids = read('customers.json').map(({ customer_id }) => customer_id);
    const manifest = JSON.parse(files['manifest.json'] ?? '') as Manifest;
    expect(manifest.files.map(({ path }) => path)).toEqual(['customers.json', ...SCENARIOS.map(pathOf)]);
    for (const { path, records } of manifest.files) {
      const own = read(path).map(({ customer_id }) => customer_id);
      expect(own).toHaveLength(records);
      expect(own.length).toBeGreaterThan(0);
      expect(own).toEqual(ids.filter((id) => new Set(own).has(id)));
      if (path === 'scenarios/first_time_user.json') expect(own).toEqual(ids);
    }
  });

  it('has the same records in NDJSON as in JSON, also scenario by scenario', async () => {
    await withDirectory(async (directory) => {
      const [json, lines] = [join(directory, 'json'), join(directory, 'lines')];
      await run(['export', '--count', '60', '--out', json]);
      for (const name of [...SCENARIOS, 'customers']) {
        const line = ['export', '--count', '60', '--only', name, '--format', 'ndjson', '--out', lines];
        expect((await run(line)).code).toBe(0);
        const path = name === 'customers' ? 'customers' : `scenarios/${name}`;
        const text = await readFile(join(lines, `${path}.ndjson`), 'utf8');
        const records = text
          .split('\n')
          .slice(0, -1)
          .map((one) => JSON.parse(one) as unknown);
        expect(records).toEqual(JSON.parse(await readFile(join(json, `${path}.json`), 'utf8')));
      }
      expect((await run(['export', '--count', '60', '--format', 'ndjson', '--check', '--out', lines])).code).toBe(0);
    });
  });

  it.skipIf(onWindows)('ends quietly when nobody reads any more', async () => {
    const line = `set -o pipefail; "$0" "$1" export --count 1000000 --format ndjson --stdout | head -n 3`;
    const { code, out, err } = await ended(spawn('bash', ['-c', line, process.execPath, MAIN]));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((one) => JSON.parse(one) as unknown),
    ).toHaveLength(3);
  });

  it.skipIf(!existsSync('/dev/full'))('says that standard output has no space left', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, err } = await run(['export', '--stdout'], { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(code).toBe(1);
    expect(err).toMatch(/^cannot-write {2}standard output: cannot be written\n {2}why .*ENOSPC/);
  });

  it('leaves the old files on a full disk', async (context) => {
    if (!isRoot || process.platform !== 'linux') return context.skip('only root can mount a small file system');
    await withDirectory(async (out) => {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', out], { stdio: 'ignore' });
      } catch {
        return context.skip('this machine lets nobody mount');
      }
      try {
        await run(['export', '--count', '3', '--out', out]);
        const old = await treeOf(out);
        const { code, err } = await run(['export', '--out', out]);
        expect(code).toBe(1);
        expect(err).toMatch(/^cannot-write {2}.*customers\.json: cannot be written\n {2}why .*\(ENOSPC\)\n {2}try/);
        expect(await treeOf(out)).toEqual(old);
      } finally {
        execFileSync('umount', [out]);
      }
    });
  });

  it.skipIf(onWindows)('says that it may not write to a directory', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'closed');
      await mkdir(out);
      chmodSync(directory, 0o755);
      chmodSync(out, 0o555);
      // Root may write anywhere, so root runs this as nobody.
      const { code, err } = await run(['export', '--out', out], isRoot ? { uid: 65534, gid: 65534 } : {});
      expect(err).toMatch(/^cannot-write {2}.*closed.*: cannot be written\n {2}why .*\(EACCES\)\n {2}try/);
      expect(code).toBe(1);
    });
  });

  it.each(['customers', 'prevention_conversion'])(
    'needs no more memory for five times the records: %s',
    async (name) => {
      const report = `data:text/javascript,process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
      const peak = async (count: number): Promise<number> => {
        const line = ['export', '--stdout', '--only', name, '--format', 'ndjson', '--count', String(count)];
        const { code, err } = await run(line, {
          nodeArgs: ['--import', report],
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        expect(code).toBe(0);
        return Number(err);
      };
      const small = await peak(20_000);
      expect(small).toBeGreaterThan(10_000);
      expect((await peak(100_000)) / small).toBeLessThan(1.4);
    },
    120_000,
  );

  it('loads neither zod, ts-morph nor a progress bar', async () => {
    const tell = `import { writeSync } from 'node:fs';
    export async function resolve(name, context, next) {
      const found = await next(name, context);
      writeSync(2, found.url + '\\n');
      return found;
    }`;
    const register = `import { register } from 'node:module'; register(${JSON.stringify(asUrl(tell))});`;
    const { code, err } = await run(['export', '--stdout'], { nodeArgs: ['--import', asUrl(register)] });
    expect(code).toBe(0);
    expect(err).toContain('/dist/arbitraries/health.js');
    expect(err).toContain('/fast-check/');
    expect(err).not.toMatch(/node_modules\/(zod|ts-morph|cli-progress)\//);
  });

  it('writes a module that compiles against the types of the package', async () => {
    await withDirectory(async (directory) => {
      await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
      await mkdir(join(directory, 'node_modules'));
      await symlink(ROOT, join(directory, 'node_modules/cohort-check'), 'dir');
      await symlink(join(ROOT, 'node_modules/@types'), join(directory, 'node_modules/@types'), 'dir');
      expect((await run(['export', '--format', 'ts', '--out', directory])).code).toBe(0);
      const flags = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--skipLibCheck', '--types', 'node'];
      const tsc = [
        join(ROOT, 'node_modules/typescript/bin/tsc'),
        ...flags,
        '--module',
        'nodenext',
        '--target',
        'es2023',
      ];
      const modules = ['customers.ts', ...SCENARIOS.map((name) => `scenarios/${name}.ts`)];
      const compiled = await ended(spawn(process.execPath, [...tsc, ...modules], { cwd: directory }));
      expect(compiled).toMatchObject({ out: '', code: 0 });
      const wrong = await readFile(join(directory, 'customers.ts'), 'utf8');
      await writeFile(join(directory, 'customers.ts'), wrong.replace('"gender": "female"', '"gender": "femail"'));
      const refused = await ended(spawn(process.execPath, [...tsc, 'customers.ts'], { cwd: directory }));
      expect(refused.out).toContain('femail');
    });
  }, 120_000);
});

function asUrl(program: string): string {
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
