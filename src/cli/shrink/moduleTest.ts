import type { Found } from './Found.js';
import type { ShrinkCommandOptions } from './ShrinkCommandOptions.js';
import { fromHere, literal, PATIENCE, titleOf } from './TestParts.js';
import type { TestParts } from './TestParts.js';

/** What vite takes for a query or a directory, and a module of a form that it does not read. */
const UNIMPORTABLE = /[?#\\]|\.cts$/;

/** The test that asks a predicate module. */
export function moduleTest({ record, answer }: Found, options: ShrinkCommandOptions): TestParts {
  const { fails = '', export: name = 'default', timeout } = options;
  const title = titleOf(record === undefined);
  if (answer.isTimeout === true || UNIMPORTABLE.test(fromHere(fails))) return threadTest(title, fails, name, timeout);
  return {
    imports: { [fromHere(fails)]: [`${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)} as fails`] },
    needsValue: true,
    lines: [`it(${title}, async () => {`, '  expect(await fails(smallest)).not.toBe(true);', '});'],
  };
}

/** Code that never ends can be stopped from another thread alone, and would hang the run of the tests. */
function threadTest(title: string, path: string, name: string, timeoutMs: number | undefined): TestParts {
  const [begin, end] =
    timeoutMs === undefined
      ? [[], []]
      : [[`  const timer = setTimeout(() => worker.terminate(), ${timeoutMs});`], ['  clearTimeout(timer);']];
  return {
    imports: {
      'node:events': ['once'],
      'node:module': ['createRequire'],
      'node:path': ['join'],
      'node:worker_threads': ['Worker'],
    },
    needsValue: true,
    lines: [
      `// In a thread of its own${timeoutMs === undefined ? '' : ': code that never ends cannot be stopped in this one'}.`,
      'const program = `',
      `  const { parentPort, workerData } = require('node:worker_threads');`,
      '  const { jiti, path, name, value } = workerData;',
      '  require(jiti).createJiti(path).import(path).then(async (loaded) => {',
      `    parentPort.postMessage('loaded');`,
      '    process.exit((await loaded[name](value)) === true ? 1 : 0);',
      '  });',
      '`;',
      '',
      `it(${title}, { timeout: ${(timeoutMs ?? PATIENCE) + PATIENCE} }, async () => {`,
      `  const own = createRequire(import.meta.url).resolve('cohort-check/package.json');`,
      `  const jiti = createRequire(own).resolve('jiti');`,
      `  const path = join(import.meta.dirname, ${literal(fromHere(path))});`,
      `  const workerData = { jiti, path, name: ${literal(name)}, value: smallest };`,
      '  const worker = new Worker(program, { eval: true, workerData });',
      `  await once(worker, 'message');`,
      ...begin,
      `  const [code] = await once(worker, 'exit');`,
      ...end,
      '  expect(code).toBe(0);',
      '});',
    ],
  };
}
