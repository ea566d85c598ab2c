import type fc from 'fast-check';
import type { KnownModel } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import type { Arbitraries } from '../shrink/index.js';
import { Memory } from './Memory.js';
import type { MemoryOptions } from './Memory.js';

const DIRECTORY = 'fixtures/counterexamples';

/** The mark of parameters that `remember` made; it outlives a spread. */
const memory: unique symbol = Symbol('remember');

/** The parameters of fast-check that speak of the values. */
type Typed = 'examples' | 'reporter' | 'asyncReporter' | 'plugins';

/** What `remember` has beside the parameters of fast-check. */
interface OwnOptions {
  /**
   * The model of the records that the property takes: its rules tell which stored ones are stale, and its persona is held
   * in reports. Default: the one that the arbitrary was declared with; needed where `map` and the like stand around it.
   */
  readonly model?: KnownModel;
  /** Folder of the counterexamples, from vitest's root; default `fixtures/counterexamples`. */
  readonly directory?: string;
}

/** Options of `remember`: its own, and all of fast-check's. */
export type RememberOptions<Ts = unknown> = OwnOptions & fc.Parameters<Ts>;

interface Marked {
  readonly [memory]?: MemoryOptions & { readonly plugin: fc.Plugin<never> };
}

/**
 * Parameters of a property with which its failures are kept: the smallest counterexample is written to a file below
 * `fixtures/counterexamples`, for git, and from then on is tried before any random value.
 *
 * Values are kept, not seeds, under the property's name: they outlive edits of the test and of the arbitraries. Each is
 * checked before it is tried. It may be legal; legal after mending, which is said; or stale, which is said too, and it is not
 * tried. Where `CI` is set nothing is written: the report holds what to commit. Takes `test` and `it` of
 * `cohort-check/vitest`, which hand it the arbitraries.
 *
 * @param name - the property's name, which the file is called after.
 * @throws CohortCheckError `bad-option` on a name that is none; `which-argument` where `model` could be that of several
 *   arguments; when the test runs, `bad-counterexamples` on a file that cannot be read.
 * @example
 * import { customer } from 'cohort-check/health';
 * import { remember, test } from 'cohort-check/vitest';
 * test.prop([customer()], remember('age is told', { numRuns: 50 }))('tells an age', ({ core }) => core.age > 0);
 */
export function remember(name: string, options?: OwnOptions & Omit<fc.Parameters, Typed>): Omit<fc.Parameters, Typed>;
export function remember<Ts>(name: string, options: RememberOptions<Ts>): fc.Parameters<Ts>;
export function remember<Ts>(name: string, options: RememberOptions<Ts> = {}): fc.Parameters<Ts> {
  if (typeof name !== 'string' || name.trim() === '') {
    throw new CohortCheckError({
      code: 'bad-option',
      what: `remember(${shown(name)}): it is no name`,
      why: 'counterexamples are kept under the name of the property',
      try: "remember('badge agrees with level')",
    });
  }
  const { model, directory = DIRECTORY, ...parameters } = options;
  const plugin = (): never => {
    throw new CohortCheckError({
      code: 'wrong-test',
      what: `remember(${shown(name)}) does not know the arbitraries of the property`,
      why: 'only test and it of cohort-check/vitest hand them over; nothing would be tried or kept',
      try: "import { test } from 'cohort-check/vitest'",
    });
  };
  const marked: fc.Parameters<Ts> & Marked = {
    ...parameters,
    plugins: [...(parameters.plugins ?? []), plugin],
    [memory]: { property: name, directory, model, plugin },
  };
  return marked;
}

/** The parameters of a property whose arbitraries are known, ready for fast-check; those without a memory as they are. */
export function withMemory<Ts>(
  given: fc.Parameters<Ts> | undefined,
  arbitraries: Arbitraries,
  globals: fc.Parameters<Ts>,
): fc.Parameters<Ts> | undefined {
  const { [memory]: options, ...parameters } = (given ?? {}) as fc.Parameters<Ts> & Marked;
  if (options === undefined) return given;
  const remembered = new Memory(options, arbitraries);
  const others = (parameters.plugins ?? []).filter((one) => one !== (options.plugin as object));
  // A path leads to the value of a random run, from which on as many are tried as without stored ones.
  const { path = '', numRuns = DEFAULT_RUNS } = { ...globals, ...parameters };
  const isReplay = path !== '';
  const runs = isReplay ? 0 : remembered.runs;
  return {
    ...parameters,
    // As many random runs as without stored ones.
    ...(runs > 0 && { numRuns: runs + numRuns }),
    plugins: [...others, () => remembered.plugin({ isReplay, examples: parameters.examples?.length ?? 0 })],
  };
}

/** That of fast-check. */
const DEFAULT_RUNS = 100;
