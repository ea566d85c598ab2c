import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { ts } from 'ts-morph';
import { ROOT } from './Example.js';
import type { Example } from './Example.js';
import { instrument } from './instrument.js';
import type { Claim } from './instrument.js';
import { matches, written } from './Pattern.js';

/** An example that has been run; tests that it declares may run later. */
export interface Session {
  /** What is wrong, a line each: the example threw, or a claim does not hold or was never reached. */
  readonly faults: () => readonly string[];
}

type Names = Readonly<Record<string, unknown>>;

/** The published entries, as sources: examples run without a build. */
const ENTRIES: Readonly<Record<string, () => Promise<Names>>> = {
  'cohort-check': () => load('src'),
  'cohort-check/health': () => load('arbitraries'),
  'cohort-check/laws': () => load('src/laws'),
  'cohort-check/vitest': () => load('src/vitest'),
  'cohort-check/vitest/matchers': () => import('../../src/vitest/matchers.js'),
};

async function load(folder: string): Promise<Names> {
  return (await import(/* @vite-ignore */ join(ROOT, folder, 'index.ts'))) as Names;
}

/** Runs an example. Its imports are those of a user; a docstring's example sees everything exported without importing it. */
export async function runExample(example: Example): Promise<Session> {
  const faults: string[] = [];
  const place = (line: number): string => `${example.file}:${example.line + line}`;
  let claims: readonly Claim[] = [];
  const reached = new Set<number>();
  try {
    const instrumented = instrument(example.code);
    ({ claims } = instrumented);
    const scope = example.file.endsWith('.ts') ? await namesFor(example) : {};
    const seen = (id: number, actual: unknown): unknown => {
      reached.add(id);
      const claim = claims[id];
      if (claim !== undefined && 'value' in claim.wants && !matches(claim.wants.value, actual)) {
        faults.push(`${place(claim.line)}: claims ${claim.text}, is ${written(actual)}`);
      }
      return actual;
    };
    const throws = async (id: number, act: () => unknown): Promise<void> => {
      reached.add(id);
      const claim = claims[id];
      const words = claim !== undefined && 'throws' in claim.wants ? claim.wants.throws : '';
      const message = await messageOf(act);
      if (message === undefined)
        faults.push(`${place(claim?.line ?? 0)}: claims to throw ${words}, and does not throw`);
      else if (!message.includes(words))
        faults.push(`${place(claim?.line ?? 0)}: claims to throw ${words}, throws ${message}`);
    };
    await evaluate(instrumented.code, example, { ...scope, console: SILENT, __seen: seen, __throws: throws });
  } catch (error) {
    faults.push(`${place(0)}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    return { faults: () => faults };
  }
  return {
    faults: () => [
      ...faults,
      ...claims.flatMap(({ line, text }, id) => (reached.has(id) ? [] : [`${place(line)}: ${text} was never reached`])),
    ],
  };
}

/** What an example prints is looked at, not shown. */
const SILENT = { ...console, log: () => {} };

async function messageOf(act: () => unknown): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function evaluate(code: string, { file, line }: Example, scope: Names): Promise<void> {
  const { outputText, diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023, esModuleInterop: true },
  });
  const [first] = diagnostics;
  if (first !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(first.messageText, '\n'));
  const modules = new Map<string, Names>();
  for (const specifier of importsOf(code)) modules.set(specifier, { ...(await moduleOf(specifier)), __esModule: true });
  const parameters = ['require', 'exports', ...Object.keys(scope)];
  // The inner braces let an example declare a name that is also exported somewhere.
  const body = runInThisContext(`(async function (${parameters.join(', ')}) {{ ${outputText}\n }})`, {
    filename: `${file}:${line}`,
  }) as (...values: readonly unknown[]) => Promise<void>;
  await body((specifier: string) => modules.get(specifier), {}, ...Object.values(scope));
}

function importsOf(code: string): string[] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

async function moduleOf(specifier: string): Promise<Names> {
  const entry = ENTRIES[specifier];
  if (entry !== undefined) return entry();
  if (specifier.startsWith('.') || specifier.startsWith('cohort-check')) {
    throw new Error(`'${specifier}' is no published entry: ${Object.keys(ENTRIES).join(', ')}`);
  }
  return (await import(/* @vite-ignore */ specifier)) as Names;
}

/**
 * The exported names that a docstring's example uses: of its own room, the public door, the health domain, the laws, and
 * fast-check's and vitest's usual ones. Doors are opened until all names are found, and no further.
 */
async function namesFor({ file, code }: Example): Promise<Names> {
  const wanted = identifiersOf(code);
  const [top = '', room = ''] = file.split('/');
  const own = top === 'src' && existsSync(join(ROOT, top, room, 'index.ts')) ? [() => load(`src/${room}`)] : [];
  const doors: readonly (() => Promise<Names>)[] = [
    ...own,
    ...(top === 'arbitraries' ? [() => load('arbitraries')] : []),
    () => load('src'),
    async () => ({ fc: (await import('fast-check')).default }),
    () => load('src/vitest'),
    () => load('arbitraries'),
    () => load('src/laws'),
    () => import('vitest'),
  ];
  const found: Record<string, unknown> = {};
  for (const door of doors) {
    if (wanted.every((name) => name in found || name in globalThis)) break;
    const names = await door();
    for (const name of wanted) if (!(name in found) && name in names) found[name] = names[name];
  }
  return found;
}

/** Names that an example reads and does not declare itself. */
function identifiersOf(code: string): string[] {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true);
  const read = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isName = 'name' in parent && parent.name === node;
      if (isName && !ts.isPropertyAccessExpression(parent) && !ts.isPropertyAssignment(parent)) declared.add(node.text);
      if (!isName || ts.isShorthandPropertyAssignment(parent)) read.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...read].filter((name) => !declared.has(name));
}
