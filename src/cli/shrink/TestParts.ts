import { relative, resolve } from 'node:path';

/** The parts of a test file that hang on what is asked. */
export interface TestParts {
  /** Module, as an import names it → what is imported: names, or `default as` and a name. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Whether the test takes the smallest case as the value `smallest`; else it reads the file by itself. */
  readonly needsValue: boolean;
  readonly lines: readonly string[];
}

/** For starting a process, in milliseconds; on a busy machine too. */
export const PATIENCE = 10_000;

export function titleOf(isData: boolean): string {
  return `'holds for the smallest ${isData ? 'data set' : 'record'} that failed'`;
}

/** A path from the directory that the command runs in, as an import names it. */
export function fromHere(path: string): string {
  const found = relative(resolve(), resolve(path)).replaceAll('\\', '/');
  return found.startsWith('../') ? found : `./${found}`;
}

/** A text as a literal of TypeScript. */
export function literal(text: string): string {
  return /^[^'\\\p{Cc}\u2028\u2029]*$/u.test(text) ? `'${text}'` : JSON.stringify(text);
}
