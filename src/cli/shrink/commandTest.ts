import { PLACE } from './CommandPredicate.js';
import type { Found } from './Found.js';
import type { ShrinkCommandOptions } from './ShrinkCommandOptions.js';
import { fromHere, literal, PATIENCE, titleOf } from './TestParts.js';
import type { TestParts } from './TestParts.js';

/** For a command that was not ended, in milliseconds. */
const LONG = 60_000;

/**
 * The test that runs a command.
 *
 * @param written - the file with the smallest case, where the value is too large to stand in the test.
 */
export function commandTest(
  { record, answer }: Found,
  { command, timeout = 0 }: ShrinkCommandOptions & { readonly command: string },
  written: string | undefined,
): TestParts {
  const title = titleOf(record === undefined);
  const takesFile = command.includes(PLACE);
  const isMade = takesFile && written === undefined;
  const run = takesFile ? `${literal(command)}.replaceAll('${PLACE}', () => \`'\${path}'\`)` : literal(command);
  const path = !takesFile
    ? []
    : isMade
      ? [
          `  const path = join(mkdtempSync(join(tmpdir(), 'smallest-')), 'value.json');`,
          '  writeFileSync(path, JSON.stringify(smallest));',
        ]
      : [`  const path = join(import.meta.dirname, ${literal(fromHere(written ?? ''))});`];
  const imports = {
    ...(takesFile && { 'node:path': ['join'] }),
    ...(isMade && { 'node:fs': ['mkdtempSync', 'writeFileSync'], 'node:os': ['tmpdir'] }),
  };
  const shell = ['    cwd: import.meta.dirname,', '    shell: true,', `    stdio: ['pipe', 'ignore', 'inherit'],`];
  const needsValue = isMade || !takesFile;
  const input = takesFile ? '' : 'JSON.stringify(smallest)';
  if (answer.isTimeout !== true) {
    return {
      imports: { ...imports, 'node:child_process': ['spawnSync'] },
      needsValue,
      lines: [
        `it(${title}, { timeout: ${LONG} }, () => {`,
        ...path,
        `  const { status } = spawnSync(${run}, {`,
        ...shell,
        ...(input === '' ? [] : [`    input: ${input},`]),
        '  });',
        '  expect(status).toBe(0);',
        '});',
      ],
    };
  }
  return {
    imports: { ...imports, 'node:child_process': ['spawn'], 'node:events': ['once'] },
    needsValue,
    lines: [
      `it(${title}, { timeout: ${timeout + PATIENCE} }, async () => {`,
      ...path,
      `  const child = spawn(${run}, {`,
      '    detached: true,',
      ...shell,
      '  });',
      '  // All that the command started ends with it.',
      `  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), ${timeout});`,
      `  child.stdin.on('error', () => {}).end(${input});`,
      `  const [status] = await once(child, 'exit');`,
      '  clearTimeout(timer);',
      `  expect(status, 'it takes longer than ${timeout} ms').toBe(0);`,
      '});',
    ],
  };
}
