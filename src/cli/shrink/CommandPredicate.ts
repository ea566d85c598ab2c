import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { CohortCheckError, shown } from '../../errors/index.js';
import { NOT_SHOWN, timedOut } from './Predicate.js';
import type { Answer, Predicate } from './Predicate.js';
import { shellWord } from './shellWord.js';

export interface CommandPredicateOptions {
  /** A line for the shell. */
  readonly command: string;
  readonly timeoutMs: number | undefined;
}

/** The place in a command that the path of the JSON file is put in. */
export const PLACE = '{}';

/** What shells say of a command that they cannot start. */
const NOT_STARTED: ReadonlyMap<number | null, string> = new Map([
  [126, 'it was found, and cannot be run (exit code 126)'],
  [127, 'the shell does not find it, or something that it calls (exit code 127)'],
]);

type Ending =
  | { readonly kind: 'exit'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly kind: 'unstarted'; readonly error: Error }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'interrupt' };

/** A program in any language, started anew for each question in a group of processes that can be ended as a whole. */
export class CommandPredicate implements Predicate {
  private readonly options: CommandPredicateOptions;
  private readonly takesFile: boolean;
  private directory: string | undefined;

  constructor(options: CommandPredicateOptions) {
    this.options = options;
    this.takesFile = options.command.includes(PLACE);
  }

  async open(): Promise<void> {
    if (this.takesFile) this.directory = await mkdtemp(join(tmpdir(), 'cohort-check-shrink-'));
  }

  async ask(json: string, signal: AbortSignal): Promise<Answer> {
    const { command, timeoutMs } = this.options;
    let line = command;
    if (this.directory !== undefined) {
      const path = join(this.directory, 'value.json');
      await writeFile(path, json);
      line = command.replaceAll(PLACE, () => shellWord(path));
    }
    if (signal.aborted) return NOT_SHOWN;
    const child = spawn(line, {
      shell: true,
      detached: process.platform !== 'win32',
      stdio: [this.takesFile ? 'ignore' : 'pipe', 'ignore', 'ignore'],
      windowsHide: true,
    });
    // A command that does not read to the end closes its standard input early.
    child.stdin?.on('error', () => undefined).end(json);
    const ending = await endingOf(child, signal, timeoutMs);
    switch (ending.kind) {
      case 'timeout':
        return timedOut(timeoutMs ?? 0);
      case 'interrupt':
        return NOT_SHOWN;
      case 'unstarted':
        throw this.cannotRun(ending.error.message);
      case 'exit': {
        const { code, signal: killer } = ending;
        const fault = NOT_STARTED.get(code);
        if (fault !== undefined) throw this.cannotRun(fault);
        return { shows: code !== 0, reason: code === null ? `it was ended by ${killer ?? '?'}` : `exit code ${code}` };
      }
    }
  }

  async close(): Promise<void> {
    if (this.directory !== undefined) await rm(this.directory, { recursive: true, force: true });
    this.directory = undefined;
  }

  private cannotRun(why: string): CohortCheckError {
    return new CohortCheckError({
      code: 'predicate-not-run',
      what: `--command ${shown(this.options.command)}: cannot be run`,
      why,
      try: 'run the line in this directory by hand; paths in it count from here',
    });
  }
}

/** Waits until a process ends; when it has to be ended, all that it started is ended with it. */
async function endingOf(child: ChildProcess, signal: AbortSignal, timeoutMs: number | undefined): Promise<Ending> {
  return new Promise((resolve) => {
    let cause: 'timeout' | 'interrupt' | undefined;
    const stop = (why: 'timeout' | 'interrupt'): void => {
      cause ??= why;
      endGroup(child);
    };
    const onAbort = (): void => stop('interrupt');
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => stop('timeout'), timeoutMs);
    const end = (ending: Ending): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(cause === undefined ? ending : { kind: cause });
    };
    child.on('error', (error) => end({ kind: 'unstarted', error }));
    child.on('exit', (code, killer) => end({ kind: 'exit', code, signal: killer }));
    signal.addEventListener('abort', onAbort);
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
