import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CohortCheckError, OwnBugError, shown } from '../../errors/index.js';
import { oneLine } from './oneLine.js';
import { NOT_SHOWN, timedOut } from './Predicate.js';
import type { Answer, Predicate } from './Predicate.js';
import { PREDICATE_WORKER } from './predicateWorker.js';
import { nextEvent } from './workerEvent.js';
import type { WorkerEvent } from './workerEvent.js';

export interface ModulePredicateOptions {
  /** As the user wrote it. */
  readonly path: string;
  readonly exportName: string;
  readonly timeoutMs: number | undefined;
}

/**
 * A function of a TypeScript or JavaScript module, called in a thread of its own.
 *
 * The thread is ended when a call takes too long, and when the user interrupts: an endless loop hears of neither. The next
 * call gets a new one.
 */
export class ModulePredicate implements Predicate {
  private readonly options: ModulePredicateOptions;
  private worker: Worker | undefined;

  constructor(options: ModulePredicateOptions) {
    this.options = options;
  }

  async open(signal: AbortSignal): Promise<void> {
    await this.requireFile();
    await this.running(signal);
  }

  async ask(json: string, signal: AbortSignal): Promise<Answer> {
    const worker = await this.running(signal);
    if (worker === undefined) return NOT_SHOWN;
    const { timeoutMs } = this.options;
    const answered = nextEvent(worker, signal, timeoutMs);
    worker.postMessage(json, []);
    const event = await answered;
    if (event.kind === 'answer') return { shows: event.shows, reason: event.reason };
    await this.close();
    switch (event.kind) {
      case 'timeout':
        return timedOut(timeoutMs ?? 0);
      case 'crash':
        return { shows: true, reason: `it threw ${textOf(event.error)}, outside of its call` };
      case 'exit':
        // As of a command: code that ends its process speaks by its exit code.
        return { shows: event.code !== 0, reason: `it ended its process with exit code ${event.code}` };
      case 'interrupt':
        return NOT_SHOWN;
      case 'ready':
      case 'unloadable':
      case 'no-function':
        throw new OwnBugError('the thread of a predicate spoke out of turn', event);
    }
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** The thread with the module loaded; undefined after an interruption. */
  private async running(signal: AbortSignal): Promise<Worker | undefined> {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(PREDICATE_WORKER, {
      eval: true,
      execArgv: [],
      // Nothing that it prints may come between our own lines.
      stdout: true,
      stderr: true,
      workerData: {
        jiti: createRequire(import.meta.url).resolve('jiti'),
        path: resolve(this.options.path),
        name: this.options.exportName,
      },
    });
    worker.stdout.resume();
    worker.stderr.resume();
    // What happens between two questions ends the thread, and must not end this process.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    const event = await nextEvent(worker, signal, undefined);
    if (event.kind === 'ready') {
      this.worker = worker;
      return worker;
    }
    await worker.terminate();
    if (event.kind === 'interrupt') return undefined;
    throw this.cannotLoad(event);
  }

  private async requireFile(): Promise<void> {
    const { path } = this.options;
    const found = await stat(path).catch((error: unknown) => (error as NodeJS.ErrnoException).code ?? '');
    if (typeof found !== 'string' && !found.isDirectory()) return;
    throw new CohortCheckError({
      code: 'bad-path',
      what: `--fails ${shown(path)}: cannot be loaded`,
      why: typeof found === 'string' ? `there is no such file (${found})` : 'it is a directory',
      try: 'name a TypeScript or JavaScript file; the path counts from the directory that you are in',
    });
  }

  private cannotLoad(event: WorkerEvent): CohortCheckError {
    const { path, exportName } = this.options;
    const said = `--fails ${shown(path)}`;
    if (event.kind === 'no-function') {
      const others = event.exports.filter((name) => name !== exportName);
      const isThere = event.exports.includes(exportName);
      const called = exportName === 'default' ? 'default export' : `export ${shown(exportName)}`;
      return new CohortCheckError({
        code: 'predicate-no-function',
        what: isThere ? `${said}: its ${called} is no function` : `${said}: it has no ${called}`,
        where: resolve(path),
        why: isThere
          ? `it is of type ${event.found}`
          : `it exports ${others.map((name) => shown(name)).join(', ') || 'nothing'}`,
        try: others[0] === undefined ? 'export default (record) => …' : `--export ${others[0]}`,
      });
    }
    return new CohortCheckError({
      code: 'predicate-not-loaded',
      what: `${said}: the module does not load`,
      where: resolve(path),
      why: oneLine(whyNot(event)),
      try: 'correct the module: what it imports has to be there, and loading it must not fail',
    });
  }
}

function whyNot(event: WorkerEvent): string {
  if (event.kind === 'unloadable') return event.message;
  if (event.kind === 'exit') return `it ends its process, with exit code ${event.code}`;
  return event.kind === 'crash' ? textOf(event.error) : event.kind;
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : shown(error);
}
