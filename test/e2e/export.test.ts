import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, watch } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { ended, MAIN, ROOT, run, start } from './cli.js';

const isRoot = process.getuid?.() === 0;
const onWindows = process.platform === 'win32';

describe('the export of the built command line', () => {
  it('gives the same bytes under any time zone and locale, into any directory, and to a pipe', async () => {
    await withDirectory(async (cwd) => {
      const far = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      const near = { ...process.env, TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };
      expect((await run(['export', '--out', 'ein Ordner/дом'], { cwd, env: far })).code).toBe(0);
      expect((await run(['export', '--out', "it's"], { cwd, env: near })).code).toBe(0);
      for (const name of ['customers.json', 'manifest.json']) {
        const bytes = await readFile(join(cwd, 'ein Ordner/дом', name));
        expect(bytes.equals(await readFile(join(cwd, "it's", name)))).toBe(true);
      }
      const { out } = await run(['export', '--stdout'], { cwd });
      expect(out).toBe(await readFile(join(cwd, "it's", 'customers.json'), 'utf8'));
      expect(JSON.parse(out)).toHaveLength(500);
      expect((await run(['export', '--out', "it's", '--check'], { cwd })).code).toBe(0);
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves the old files and no others after %s in the middle of a long run',
    async (signal) => {
      await withDirectory(async (out) => {
        await run(['export', '--count', '3', '--out', out]);
        const old = await readFile(join(out, 'customers.json'), 'utf8');
        const manifest = await readFile(join(out, 'manifest.json'), 'utf8');
        const child = start(['export', '--count', '5_000_000', '--out', out]);
        // The second piece is written: the run is under way.
        const writes = watch(out);
        let count = 0;
        writes.on('change', (_, name) => {
          if (String(name).endsWith('.tmp') && ++count === 3) child.kill(signal);
        });
        const end = await ended(child);
        writes.close();
        expect(count).toBeGreaterThanOrEqual(3);
        expect(end).toMatchObject({ code: null, signal, out: '', err: 'interrupted: no file was changed\n' });
        expect(await readFile(join(out, 'customers.json'), 'utf8')).toBe(old);
        expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe(manifest);
        expect(await namesIn(out)).toEqual(['customers.json', 'manifest.json']);
      });
    },
    60_000,
  );

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
        const old = await readFile(join(out, 'customers.json'), 'utf8');
        const { code, err } = await run(['export', '--out', out]);
        expect(code).toBe(1);
        expect(err).toMatch(/^cannot-write {2}.*customers\.json: cannot be written\n {2}why .*\(ENOSPC\)\n {2}try/);
        expect(await readFile(join(out, 'customers.json'), 'utf8')).toBe(old);
        expect(await namesIn(out)).toEqual(['customers.json', 'manifest.json']);
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

  it('needs no more memory for five times the records', async () => {
    const report = `data:text/javascript,process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    const peak = async (count: number): Promise<number> => {
      const { code, err } = await run(['export', '--stdout', '--format', 'ndjson', '--count', String(count)], {
        nodeArgs: ['--import', report],
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      expect(code).toBe(0);
      return Number(err);
    };
    const small = await peak(20_000);
    expect(small).toBeGreaterThan(10_000);
    expect((await peak(100_000)) / small).toBeLessThan(1.4);
  }, 120_000);

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
      const compiled = await ended(spawn(process.execPath, [...tsc, 'customers.ts'], { cwd: directory }));
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
