import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { CohortCheckError } from '../../errors/index.js';
import type { CounterexampleFile } from '../../shrink/index.js';
import type { CliContext } from '../CliContext.js';
import { hasColours } from '../terminal.js';
import { write } from '../write.js';

/** How the tests of properties went. */
export interface Replayed {
  /** Every test of them ran and passed. */
  readonly isFine: boolean;
  /** Properties of which no test ran: it was renamed, moved, or taken away. */
  readonly missing: readonly CounterexampleFile[];
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** What @fast-check/vitest puts behind the name of every property. */
const SEED = / \(with seed=-?\d+\)$/;

/**
 * Runs the tests of properties, which try the stored counterexamples first.
 *
 * @param cwd - the folder of the project.
 * @throws CohortCheckError `no-vitest` where the project has none.
 */
export async function replay(
  properties: readonly CounterexampleFile[],
  context: Pick<CliContext, 'stdout' | 'stderr' | 'env' | 'signal'>,
  cwd: string,
): Promise<Replayed> {
  const vitest = vitestOf(cwd);
  const folder = await mkdtemp(join(tmpdir(), 'cohort-check-replay-'));
  try {
    const report = join(folder, 'report.json');
    const files = [...new Set(properties.map(({ test }) => test.file))];
    const names = properties.map(({ test }) => test.name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
    const args = [
      'run',
      ...files,
      '-t',
      names.join('|'),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const isFine = await ran([vitest, ...args], context, cwd, report);
    const results = JSON.parse(await readFile(report, 'utf8').catch(() => '{ "testResults": [] }')) as JsonReport;
    const missing = properties.filter((property) => !hasRun(property, results));
    return { isFine: isFine && missing.length === 0, missing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function vitestOf(cwd: string): string {
  try {
    return join(createRequire(join(cwd, 'package.json')).resolve('vitest/package.json'), '../vitest.mjs');
  } catch {
    throw new CohortCheckError({
      code: 'no-vitest',
      what: `${cwd}: vitest is not installed here`,
      why: 'counterexamples are replayed by the tests that found them',
      try: 'run the command in the folder of the project, or npm install --save-dev vitest @fast-check/vitest',
    });
  }
}

/** @param unsaid - a file that the user need not hear of. */
async function ran(
  args: readonly string[],
  { stdout, stderr, env, signal }: Pick<CliContext, 'stdout' | 'stderr' | 'env' | 'signal'>,
  cwd: string,
  unsaid: string,
): Promise<boolean> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...plain } = env;
  const colours = hasColours(stdout, env) ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...plain, ...colours },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  child.stderr.pipe(stderr, { end: false });
  const ended = new Promise<boolean>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
  const said = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes(unsaid)) await write(stdout, `${line}\n`);
    }
  })();
  return (await Promise.all([ended, said]))[0];
}

function hasRun({ test }: CounterexampleFile, { testResults }: JsonReport): boolean {
  return testResults.some(
    ({ name, assertionResults }) =>
      name.split('\\').join('/').endsWith(`/${test.file}`) &&
      assertionResults.some(
        ({ fullName, status }) =>
          fullName.replace(SEED, '') === test.name && (status === 'passed' || status === 'failed'),
      ),
  );
}
