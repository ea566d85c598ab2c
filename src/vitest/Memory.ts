import { resolve } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { sameJson } from '../arbitrary/index.js';
import type { KnownModel } from '../domain/index.js';
import { checkStored, CounterexampleStore, parametersOf } from '../shrink/index.js';
import type { Arbitraries, Arguments, Checked, Parameter } from '../shrink/index.js';
import { failureReport } from './failureReport.js';
import { runningTest, vitestRoot } from './runningTest.js';
import { storedReport } from './storedReport.js';

/** What `remember` was called with, beside the parameters of fast-check. */
export interface MemoryOptions {
  readonly property: string;
  readonly directory: string;
  readonly model: KnownModel | undefined;
}

type Runnable = Exclude<Checked<Arguments>, { readonly status: 'stale' }>;

/** The stored counterexamples of one property, whose arbitraries are known: a plugin that tries them first and adds to them. */
export class Memory {
  private readonly property: string;
  private readonly store: CounterexampleStore;
  private readonly parameters: readonly Parameter[];
  private readonly isList: boolean;

  constructor({ property, directory, model }: MemoryOptions, arbitraries: Arbitraries) {
    this.property = property;
    this.store = new CounterexampleStore(resolve(vitestRoot() ?? process.cwd(), directory));
    this.parameters = parametersOf(arbitraries, model);
    this.isList = Array.isArray(arbitraries);
  }

  /** So many runs are for stored counterexamples. A file that cannot be read counts for none: the test itself says so. */
  get runs(): number {
    try {
      return this.tried(this.checked()).length;
    } catch {
      return 0;
    }
  }

  /**
   * The plugin, for one run of the property.
   *
   * @param run - `isReplay`: of a given path, whose place is counted without stored values; `examples`: so many go before.
   */
  plugin<Ts>({ isReplay, examples }: { readonly isReplay: boolean; readonly examples: number }): fc.PluginInstance<Ts> {
    const test = runningTest();
    const checked = this.checked();
    const tried = isReplay ? [] : this.tried(checked);
    const notes = storedReport(this.property, this.store.pathOf(this.property), checked);
    if (notes !== undefined) process.stderr.write(`${notes}\n`);
    return {
      decorateGenerate: (nested) => (mrng, run) => {
        const one = run === undefined ? undefined : tried[run];
        // A copy, because what is tested may change what it is given.
        return one === undefined ? nested(mrng, run) : new fc.Value(structuredClone(one.value) as Ts, undefined);
      },
      onAllRunsComplete: async (details) => {
        if (notes !== undefined) await test?.annotate(notes);
        if (!details.failed || details.counterexample === null) return;
        const { property, store, parameters: own, isList } = this;
        const [run = '', ...steps] = details.counterexamplePath?.split(':') ?? [];
        const stored = tried[Number(run) - examples]?.value;
        const given = (isList ? details.counterexample : { ...details.counterexample }) as Arguments;
        // Where it did not shrink, as it was before what is tested had it in hands.
        const smallest = stored !== undefined && steps.length === 0 ? stored : given;
        const error = await failureReport(details, {
          property,
          store,
          test,
          parameters: own,
          smallest,
          isKnown: tried.some(({ value }) => sameJson(value, smallest)),
          wasStored: stored !== undefined,
        });
        // A reporter of the user's decides what becomes of a failure.
        const { reporter, asyncReporter } = details.runConfiguration;
        if (reporter === undefined && asyncReporter === undefined) throw error;
        process.stderr.write(`${error.message}\n`);
      },
    };
  }

  private checked(): Checked<Arguments>[] {
    const stored = this.store.read(this.property)?.counterexamples ?? [];
    return stored.map((one) => checkStored(one.arguments, this.parameters, this.isList));
  }

  /** All that can be tried, each once: mended values may come to be the same. */
  private tried(checked: readonly Checked<Arguments>[]): Pick<Runnable, 'value'>[] {
    const tried: Pick<Runnable, 'value'>[] = [];
    for (const one of checked) {
      if (one.status !== 'stale' && !tried.some(({ value }) => sameJson(value, one.value))) tried.push(one);
    }
    return tried;
  }
}
