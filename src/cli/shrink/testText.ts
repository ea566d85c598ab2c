/*
 * A vitest test that fails on the smallest case, ready to be saved in the directory that the command ran in.
 *
 * It asks the user's own predicate or command, so that it passes once the fault is mended.
 */
import { size } from '../figures.js';
import { commandTest } from './commandTest.js';
import { subjectText } from './Found.js';
import type { Found } from './Found.js';
import { moduleTest } from './moduleTest.js';
import { oneLine } from './oneLine.js';
import type { ShrinkCommandOptions } from './ShrinkCommandOptions.js';
import { fromHere, literal } from './TestParts.js';
import type { TestParts } from './TestParts.js';
import { triesText } from './triesText.js';

/** In bytes; a larger value is read from the file that was written. */
const LARGEST_INLINE = 2000;

/** @param written - the file that the smallest case was written to. */
export function testText(found: Found, written: string, options: ShrinkCommandOptions): string {
  const { file, shrunk } = found;
  const { value, from, to, tries } = shrunk;
  // The key `__proto__` would set a prototype.
  const isInline = to.bytes < LARGEST_INLINE && !JSON.stringify(value).includes('"__proto__"');
  const { command } = options;
  const { imports, needsValue, lines } =
    command === undefined
      ? moduleTest(found, options)
      : commandTest(found, { ...options, command }, isInline ? undefined : written);
  const isRead = needsValue && !isInline;
  const smallest = isRead
    ? `JSON.parse(readFileSync(join(import.meta.dirname, ${literal(fromHere(written))}), 'utf8'))`
    : JSON.stringify(value, null, 2);
  return [
    `// ${oneLine(file)}, ${oneLine(subjectText(found))}: ${size(from.bytes)} → ${size(to.bytes)} in ${triesText(tries)}.`,
    ...importLines([
      imports,
      { vitest: ['expect', 'it'] },
      isRead ? { 'node:fs': ['readFileSync'], 'node:path': ['join'] } : {},
    ]),
    '',
    ...(needsValue ? [`const smallest = ${smallest};`, ''] : []),
    ...lines,
    '',
  ].join('\n');
}

/** One import for each module: those of Node, the packages, then files. */
function importLines(all: readonly TestParts['imports'][]): string[] {
  const names = new Map<string, Set<string>>();
  for (const [module, some] of all.flatMap((one) => Object.entries(one))) {
    names.set(module, new Set([...(names.get(module) ?? []), ...some]));
  }
  const place = (module: string): number => ['node:', '', '.'].findLastIndex((start) => module.startsWith(start));
  return [...names]
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([module, some]) =>
      `import { ${[...some].sort().join(', ')} } from ${literal(module)};`.replace(/\{ default as (\w+) \}/, '$1'),
    );
}
