import process from 'node:process';
import { relative, sep } from 'node:path';
import { TestRunner } from 'vitest';
import type { RunnerTestCase } from 'vitest';
import type { StoredTest } from '../shrink/index.js';

/** The test that is running, as a store and a command line name it. */
export interface RunningTest extends StoredTest {
  /** Puts a note beside the test for reporters that show such. */
  annotate(text: string): Promise<unknown>;
  /** The command that runs this test alone. */
  readonly command: string;
}

/** What @fast-check/vitest puts behind the name of every property. */
const SEED = / \(with seed=-?\d+\)$/;

/** Undefined where no test is running. */
export function runningTest(): RunningTest | undefined {
  const test = TestRunner.getCurrentTest() as RunnerTestCase | undefined;
  if (test === undefined) return undefined;
  const names = [test.name.replace(SEED, '')];
  for (let { suite } = test; suite !== undefined; { suite } = suite) names.unshift(suite.name);
  const name = names.join(' ');
  const { filepath, projectName } = test.file;
  const isNamed = projectName !== undefined && projectName !== '';
  const root = relative(process.cwd(), vitestRoot() ?? process.cwd());
  const command = ['npx', 'vitest', 'run'];
  // A project with a name is found from where vitest was started; any other one has its configuration in its root.
  if (!isNamed && root !== '') command.push(test.file.name, '--root', root);
  else command.push(relative(process.cwd(), filepath).split(sep).join('/'));
  if (isNamed) command.push('--project', projectName);
  // vitest reads the name as a regular expression.
  command.push('-t', name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return {
    file: test.file.name,
    name,
    annotate: async (text) => test.context.annotate(text, 'warning'),
    command: command.map(quoted).join(' '),
  };
}

/** The folder from which vitest names test files; undefined where no file is being collected or run. */
export function vitestRoot(): string | undefined {
  const file = TestRunner.getCurrentTest()?.file ?? collectedFile();
  if (file === undefined) return undefined;
  const path = file.filepath.split(sep).join('/');
  return path.endsWith(`/${file.name}`) ? path.slice(0, -file.name.length - 1) : undefined;
}

function collectedFile(): { readonly filepath: string; readonly name: string } | undefined {
  try {
    return TestRunner.getCurrentSuite().file;
  } catch {
    return undefined;
  }
}

/** A word as shells take it: Windows knows double quotes alone. */
function quoted(word: string): string {
  if (/^[\w./:@%+=,-]+$/.test(word)) return word;
  return process.platform === 'win32'
    ? `"${word.replaceAll('"', '\\"')}"`
    : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
