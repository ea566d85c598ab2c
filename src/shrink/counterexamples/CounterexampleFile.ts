import { isRecord } from '../../arbitrary/index.js';
import { CohortCheckError, shown } from '../../errors/index.js';
import { JsonFlaw, parseLocated } from './locatedJson.js';

/** What a property was called with: a list, or by name where its arbitraries have names. */
export type Arguments = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Where a property is tested. */
export interface StoredTest {
  /** From vitest's root on, with `/` between folders. */
  readonly file: string;
  /** With the names of what it stands in before it. */
  readonly name: string;
}

/** Other members, such as a note, may be added by hand and stay. */
export interface StoredCounterexample {
  readonly arguments: Arguments;
}

/** What the file of a property holds; other members may be added by hand and stay. */
export interface CounterexampleFile {
  readonly property: string;
  readonly test: StoredTest;
  readonly counterexamples: readonly StoredCounterexample[];
}

/**
 * Reads the text of a file.
 *
 * @param path - for errors.
 * @throws CohortCheckError `bad-counterexamples` with file and line on anything that is not the file of a property.
 */
export function parseCounterexamples(text: string, path: string): CounterexampleFile {
  const fault = (line: number, why: string): CohortCheckError =>
    new CohortCheckError({
      code: 'bad-counterexamples',
      what: `${path}:${line} cannot be read`,
      why,
      try: `put it right by hand, or take it back with git checkout -- ${path}; it is left as it is`,
    });
  try {
    const { value, lineOf } = parseLocated(text.replace(/^\uFEFF/, ''));
    const flaw = flawOf(value);
    if (flaw !== undefined) throw fault(lineOf(flaw.pointer), flaw.why);
    return value as CounterexampleFile;
  } catch (error) {
    throw error instanceof JsonFlaw ? fault(error.line, error.message) : error;
  }
}

/** The text of a file, as it is written. */
export function printCounterexamples(file: CounterexampleFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

interface Flaw {
  readonly pointer: string;
  readonly why: string;
}

function flawOf(value: unknown): Flaw | undefined {
  if (!isRecord(value)) return { pointer: '', why: `it should hold an object, not ${shown(value)}` };
  const { property, test, counterexamples } = value;
  if (typeof property !== 'string' || property === '') {
    return { pointer: '/property', why: `property should be the name of one, not ${shown(property)}` };
  }
  if (!isRecord(test) || typeof test['file'] !== 'string' || typeof test['name'] !== 'string') {
    return { pointer: '/test', why: `test should hold a file and a name, not ${shown(test)}` };
  }
  if (!Array.isArray(counterexamples)) {
    return { pointer: '/counterexamples', why: `counterexamples should be a list, not ${shown(counterexamples)}` };
  }
  for (const [index, one] of (counterexamples as unknown[]).entries()) {
    const given = isRecord(one) ? one['arguments'] : undefined;
    if (Array.isArray(given) || isRecord(given)) continue;
    return {
      pointer: `/counterexamples/${index}/arguments`,
      why: `a counterexample should have arguments, a list or an object, not ${shown(one)}`,
    };
  }
  return undefined;
}
