import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A piece of code that the documentation shows. */
export interface Example {
  /** Path from the root of the repository. */
  readonly file: string;
  /** The line on which the code begins, from 1. */
  readonly line: number;
  /** `ts`, `sh`, …; docstrings hold `ts`. */
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a Markdown text that name a language. */
export function examplesOfMarkdown(file: string, text: string): Example[] {
  const examples: Example[] = [];
  let open:
    { readonly fence: string; readonly indent: number; readonly language: string; readonly line: number } | undefined;
  let code: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent = '', fence = '', info = ''] = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (fence === '') continue;
      const language = /^[\w-]*/.exec(info.trim())?.[0] ?? '';
      open = { fence, indent: indent.length, language: LONG_NAMES[language] ?? language, line: index + 2 };
      code = [];
    } else if (fence.startsWith(open.fence) && info.trim() === '') {
      if (open.language !== '')
        examples.push({ file, line: open.line, language: open.language, code: code.join('\n') });
      open = undefined;
    } else code.push(line.slice(Math.min(open.indent, line.length - line.trimStart().length)));
  }
  if (open !== undefined) throw new Error(`${file}:${open.line - 1}: this fence is never closed`);
  return examples;
}

const LONG_NAMES: Readonly<Record<string, string>> = { typescript: 'ts', bash: 'sh', shell: 'sh', console: 'sh' };

/** What stands under `@example` in the docstrings of a TypeScript file. */
export function examplesOfDocstrings(file: string, text: string): Example[] {
  const examples: Example[] = [];
  for (const block of text.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gm)) {
    const firstLine = text.slice(0, block.index).split('\n').length;
    let current: { readonly line: number; readonly code: string[] } | undefined;
    const close = (): void => {
      const code =
        current?.code
          .map((line) => (/^\s*```/.test(line) ? '' : line))
          .join('\n')
          .trimEnd() ?? '';
      if (current !== undefined) examples.push({ file, line: current.line, language: 'ts', code });
      current = undefined;
    };
    for (const [offset, raw] of block[0].split('\n').entries()) {
      const line = raw.replace(/^[ \t]*\/?\*{1,2}(?!\/) ?/, '').replace(/[ \t]*\*\/$/, '');
      const tag = /^@(\w+)[ \t]*(.*)$/.exec(line);
      if (tag === null) current?.code.push(line);
      else {
        close();
        const [, name, rest = ''] = tag;
        if (name === 'example')
          current = { line: firstLine + offset + (rest === '' ? 1 : 0), code: rest === '' ? [] : [rest] };
      }
    }
    close();
  }
  return examples;
}

/** Every example of the README, of `docs/` and of the docstrings in `src/` and `arbitraries/`. */
export function allExamples(): Example[] {
  const markdown = [...filesBelow('docs', '.md'), ...filesIn('.', 'README.md')];
  const sources = [...filesBelow('src', '.ts'), ...filesBelow('arbitraries', '.ts')];
  const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
  return [
    ...markdown.sort().flatMap((file) => examplesOfMarkdown(file, read(file))),
    ...sources.sort().flatMap((file) => examplesOfDocstrings(file, read(file))),
  ];
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function filesIn(folder: string, name: string): string[] {
  return readdirSync(join(ROOT, folder)).filter((file) => file === name);
}
