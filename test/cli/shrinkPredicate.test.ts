import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ModulePredicate } from '../../src/cli/shrink/ModulePredicate.js';
import type { Answer } from '../../src/cli/shrink/Predicate.js';
import { withDirectory } from '../snapshot/people.js';

interface Asked {
  readonly name?: string;
  readonly exportName?: string;
  readonly timeoutMs?: number;
  readonly values?: readonly unknown[];
  readonly signal?: AbortSignal;
}

const never = new AbortController().signal;

/** What a module with this text answers; the message of the error where it cannot be run. */
async function answers(text: string, given: Asked = {}): Promise<readonly Answer[] | string> {
  const { name = 'predicate.ts', exportName = 'default', timeoutMs, values = [{ age: 17 }], signal = never } = given;
  return withDirectory(async (directory) => {
    const path = join(directory, name);
    await writeFile(path, text);
    const predicate = new ModulePredicate({ path, exportName, timeoutMs });
    const found: Answer[] = [];
    try {
      await predicate.open(signal);
      for (const value of values) found.push(await predicate.ask(JSON.stringify(value), signal));
      return found;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await predicate.close();
    }
  });
}

const shown = (reason: string): Answer => ({ shows: true, reason });

describe('a predicate module', () => {
  it.each([
    ['predicate.ts', 'export default (one: { age: number }): boolean => one.age === 17;'],
    ['predicate.mts', 'enum Age { bad = 17 }\nexport default (one: { age: number }) => one.age === Age.bad;'],
    ['predicate.cts', 'export = (one: { age: number }) => one.age === 17;'],
    ['predicate.mjs', 'export default ({ age }) => age === 17;'],
    ['predicate.cjs', 'module.exports = ({ age }) => age === 17;'],
    ['predicate.js', 'module.exports = ({ age }) => age === 17;'],
    ['compiled.cjs', 'exports.__esModule = true; exports.default = ({ age }) => age === 17;'],
    [
      'awaits.mts',
      'const bad = await Promise.resolve(17); export default async (one: { age: number }) => one.age === bad;',
    ],
    [`o'dd "#?%20 é.ts`, 'export default (one: { age: number }): boolean => one.age === 17;'],
  ])('may be written as %s', async (name, text) => {
    expect(await answers(text, { name, values: [{ age: 17 }, { age: 18 }] })).toEqual([
      shown('it returned true'),
      { shows: false, reason: 'it returned true' },
    ]);
  });

  it('may be any export, and import what stands beside it, by the paths of a tsconfig too', async () => {
    await withDirectory(async (directory) => {
      await mkdir(join(directory, 'lib'));
      await writeFile(join(directory, 'lib/limit.ts'), 'export const limit: number = 17;');
      await writeFile(
        join(directory, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '#own/*': ['./lib/*'] } } }),
      );
      const text = `import { limit } from '#own/limit';\nimport { limit as same } from './lib/limit.js';\nexport const young = (one: { age: number }) => one.age <= limit && limit === same;`;
      await writeFile(join(directory, 'predicate.ts'), text);
      const predicate = new ModulePredicate({
        path: join(directory, 'predicate.ts'),
        exportName: 'young',
        timeoutMs: undefined,
      });
      await predicate.open(never);
      expect(await predicate.ask('{"age":17}', never)).toEqual(shown('it returned true'));
      expect((await predicate.ask('{"age":18}', never)).shows).toBe(false);
      await predicate.close();
    });
  });

  it.each([
    ['throws', 'export default () => { throw new RangeError("too old"); };', 'it threw RangeError: too old'],
    [
      'throws no error',
      'export default () => { throw { toString() { throw 1; } }; };',
      'it threw something that has no text',
    ],
    ['rejects', 'export default async () => { throw new Error("too old"); };', 'it threw too old'],
    [
      'leaves a promise alone that is rejected',
      'export default () => { void Promise.reject(new Error("late")); };',
      'it threw Error: late, outside of its call',
    ],
    ['ends its process', 'export default () => process.exit(3);', 'it ended its process with exit code 3'],
  ])('shows the failure when it %s, and is asked again afterwards', async (_, text, reason) => {
    expect(await answers(text, { values: [1, 2] })).toEqual([shown(reason), shown(reason)]);
  });

  it.each([
    ['returns what is not true', 'export default () => 1;'],
    ['returns nothing', 'export default async () => {};'],
    ['ends its process with exit code 0', 'export default () => process.exit(0);'],
  ])('shows no failure when it %s', async (_, text) => {
    expect(await answers(text)).toEqual([expect.objectContaining({ shows: false })]);
  });

  it.each([
    ['an endless loop', 'export default (stop: boolean) => { while (stop); };'],
    ['a promise that nobody keeps', 'export default (stop: boolean) => (stop ? new Promise(() => {}) : undefined);'],
  ])('is ended when it takes too long, by %s, and then asked again', async (_, text) => {
    expect(await answers(text, { timeoutMs: 500, values: [true, false, true] })).toEqual([
      { shows: true, reason: 'no answer within 500 ms', isTimeout: true },
      expect.objectContaining({ shows: false }),
      { shows: true, reason: 'no answer within 500 ms', isTimeout: true },
    ]);
  });

  it('is ended by an interruption in the middle of an endless loop', async () => {
    const controller = new AbortController();
    await withDirectory(async (directory) => {
      const path = join(directory, 'predicate.js');
      await writeFile(path, 'export default () => { for (;;); };');
      const predicate = new ModulePredicate({ path, exportName: 'default', timeoutMs: undefined });
      await predicate.open(controller.signal);
      const asked = predicate.ask('1', controller.signal);
      controller.abort();
      expect((await asked).shows).toBe(false);
      await predicate.close();
    });
  });

  it('gets what it can change without harm, and the key __proto__ as a key', async () => {
    const text = `let last; export default (one) => { const own = Object.hasOwn(one, '__proto__') && one.a === 1; one.a = 2; return own; };`;
    const value: unknown = JSON.parse('{"a":1,"__proto__":{"b":1}}');
    expect(await answers(text, { values: [value, value] })).toEqual([
      shown('it returned true'),
      shown('it returned true'),
    ]);
  });
});

describe('a module that is no predicate', () => {
  it.each([
    [
      'does not parse',
      'export default (one => ',
      undefined,
      /does not load\n.*\n  why     ParseError: .*predicate\.ts:1:/,
    ],
    ['throws', 'throw new TypeError("at load");', undefined, /does not load\n.*\n  why     TypeError: at load\n/],
    [
      'ends its process',
      'process.exit(0);',
      undefined,
      /does not load\n.*\n  why     it ends its process, with exit code 0\n/,
    ],
    [
      'imports what is not there',
      'import "nowhere-at-all"; export default 1;',
      undefined,
      /why     Cannot find module 'nowhere-at-all'/,
    ],
    [
      'has no default export',
      'export const a = () => true;',
      undefined,
      /has no default export\n.*\n.*exports "a"\n  try     --export a$/,
    ],
    ['has no such export', 'export const a = () => true;', 'b', /has no export "b"\n.*\n.*exports "a"/],
    [
      'exports no function',
      'export default { a: 1 };',
      undefined,
      /its default export is no function\n.*\n  why     it is of type object/,
    ],
    ['exports nothing', 'const a = 1;', 'a', /has no export "a"\n.*\n  why     it exports nothing/],
  ])('is an error and no failure that shows, when it %s', async (_, text, exportName, message) => {
    expect(await answers(text, exportName === undefined ? {} : { exportName })).toMatch(message);
  });

  it.each([
    ['nothing', 'there is no such file (ENOENT)'],
    ['a directory', 'it is a directory'],
  ])('is told where %s stands at its path', async (what, why) => {
    await withDirectory(async (directory) => {
      const path = what === 'nothing' ? join(directory, 'none.ts') : directory;
      const predicate = new ModulePredicate({ path, exportName: 'default', timeoutMs: undefined });
      await expect(predicate.open(never)).rejects.toThrow(`cannot be loaded\n  why     ${why}`);
    });
  });
});
