import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const onWindows = process.platform === 'win32';

let project: string;
let packed: readonly string[];

/** npm, away from the settings that an outer `npm test` hands down. */
async function npm(args: readonly string[], cwd: string): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/u.test(name)));
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { stdout } = await run('npm', [...args, ...quiet], { cwd, env, shell: onWindows });
  return stdout;
}

const node = async (...args: string[]) => (await run(process.execPath, args, { cwd: project })).stdout;

/** The version that this project tests with, so that the packages come from npm's cache. */
async function asHere(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${name}@${version}`;
}

beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist/src/index.js'))) throw new Error('dist/ is missing; run `npm run build` first');
  project = await realpath(await mkdtemp(join(tmpdir(), 'cohort-check-package-')));
  const report = JSON.parse(await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], ROOT)) as {
    filename: string;
    files: { path: string }[];
  }[];
  packed = report.flatMap(({ files }) => files.map(({ path }) => path));
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }));
  // With its scripts: an installation from the tarball must need none of this project's tools.
  await npm(['install', `./${report[0]?.filename ?? ''}`], project);
}, 180_000);

afterAll(async () => {
  await rm(project, { recursive: true, force: true });
});

describe('the packed tarball', () => {
  it('holds the entry points, their types, the licence and the words about them', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'dist/src/index.js',
        'dist/src/index.d.ts',
        'dist/arbitraries/index.js',
        'dist/arbitraries/index.d.ts',
        'dist/src/laws/index.js',
        'dist/src/laws/index.d.ts',
        'dist/src/vitest/index.js',
        'dist/src/vitest/index.d.ts',
        'dist/src/cli/main.js',
        'dist/cli/main.js',
        'dist/report/page.js',
        'dist/report/page.css',
      ]),
    );
  });

  it('holds nothing else but the fixtures and what was built', () => {
    const strays = packed.filter(
      (path) => !/^(dist\/(src|arbitraries|cli|report)\/|fixtures\/|[A-Za-z]+(\.md|\.json)?$)/u.test(path),
    );
    expect(strays).toEqual([]);
    expect(packed.filter((path) => /\.test(-d)?\.|\.tsbuildinfo$/u.test(path))).toEqual([]);
  });

  it('brings no development tool and no optional peer', () => {
    for (const name of ['typescript', 'rolldown', 'oxlint', 'prettier', 'vitest', '@fast-check/vitest']) {
      expect(existsSync(join(project, 'node_modules', name)), name).toBe(false);
    }
  });

  it.each(['cohort-check', 'cohort-check/health', 'cohort-check/laws'])(
    'loads %s in an empty project',
    async (entry) => {
      const program = `console.log(Object.keys(await import('${entry}')).length)`;
      expect(Number(await node('--input-type=module', '--eval', program))).toBeGreaterThan(0);
    },
  );

  it('gives its package.json', async () => {
    const program = `console.log(require('cohort-check/package.json').name)`;
    expect((await node('--eval', program)).trim()).toBe('cohort-check');
  });

  it('starts its command', async () => {
    const command = join(project, 'node_modules/.bin/cohort-check');
    const { stdout } = await run(command, ['--help'], { cwd: project, shell: onWindows });
    expect(stdout).toContain('cohort-check');
  });

  it('gives the same records from its command as from the modules that the command is bundled of', async () => {
    const main = (folder: string) => join(project, 'node_modules/cohort-check', folder, 'main.js');
    const asked = ['export', '--count', '3', '--seed', '7', '--stdout'];
    const records = await node(main('dist/cli'), ...asked);
    expect(JSON.parse(records)).toHaveLength(3);
    expect(records).toBe(await node(main('dist/src/cli'), ...asked));
  });

  it('makes a report, with its page and with pictures', async () => {
    const main = join(project, 'node_modules/cohort-check/dist/cli/main.js');
    const fixture = join(project, 'node_modules/cohort-check/fixtures/scenarios/prevention_conversion.json');
    await node(main, 'report', fixture, '--out', 'page.html', '--charts', 'charts', '--formats', 'png');
    expect(await readFile(join(project, 'page.html'), 'utf8')).toMatch(/<script>[^]+<\/script>\n<\/body>/u);
    const [first] = await readdir(join(project, 'charts'));
    expect((await readFile(join(project, 'charts', String(first)))).subarray(1, 4).toString()).toBe('PNG');
  }, 60_000);

  it('names the installed versions in what its command writes', async () => {
    await node(
      join(project, 'node_modules/cohort-check/dist/cli/main.js'),
      'export',
      '--count',
      '1',
      '--out',
      'written',
    );
    const versionOf = async (name: string) =>
      (JSON.parse(await readFile(join(project, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
        .version;
    expect(JSON.parse(await readFile(join(project, 'written/manifest.json'), 'utf8'))).toMatchObject({
      generator: { name: 'cohort-check', version: await versionOf('cohort-check') },
      versions: { '@faker-js/faker': await versionOf('@faker-js/faker') },
    });
  });
});

describe('the packed tarball beside vitest and TypeScript', () => {
  beforeAll(async () => {
    const names = ['vitest', '@fast-check/vitest', 'typescript', '@types/node'];
    await npm(['install', ...(await Promise.all(names.map(asHere)))], project);
  }, 180_000);

  it('loads cohort-check/vitest in a test', async () => {
    await writeFile(
      join(project, 'loads.test.ts'),
      [
        `import { expect, test } from 'vitest';`,
        `import * as entry from 'cohort-check/vitest';`,
        `test('loads', () => expect(Object.keys(entry).length).toBeGreaterThan(0));`,
      ].join('\n'),
    );
    expect(await node('node_modules/vitest/vitest.mjs', 'run', '--no-color')).toMatch(/1 passed/u);
  }, 60_000);

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'has types that hold in strict mode under module %s, resolution %s',
    async (module, moduleResolution) => {
      await writeFile(
        join(project, 'uses.ts'),
        [
          `import fc from 'fast-check';`,
          `import * as framework from 'cohort-check';`,
          `import { customer } from 'cohort-check/health';`,
          `import * as laws from 'cohort-check/laws';`,
          `import * as matchers from 'cohort-check/vitest';`,
          `export const entries = [framework, laws, matchers];`,
          `export const drawn: object | undefined = fc.sample(customer(), 1)[0];`,
          `// @ts-expect-error a customer is no number, and no any either`,
          `export const wrong: number = fc.sample(customer(), 1)[0]!;`,
        ].join('\n'),
      );
      await writeFile(
        join(project, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            target: 'es2023',
            lib: ['es2023', 'dom'],
            module,
            moduleResolution,
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: false,
            noEmit: true,
            types: ['node'],
          },
          files: ['uses.ts'],
        }),
      );
      const said = await node('node_modules/typescript/bin/tsc', '-p', '.').catch(
        (fault: { stdout: string }) => fault.stdout,
      );
      expect(said).toBe('');
    },
    60_000,
  );
});
