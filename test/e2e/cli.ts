import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

if (!existsSync(MAIN)) throw new Error('dist/ is missing; run `npm run build` first');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the built command line in a process of its own. */
export function start(
  argv: readonly string[],
  options: SpawnOptions & { readonly nodeArgs?: string[] } = {},
): ChildProcess {
  const { nodeArgs = [], ...rest } = options;
  return spawn(process.execPath, [...nodeArgs, MAIN, ...argv], { stdio: ['ignore', 'pipe', 'pipe'], ...rest });
}

/** Waits for the end of a process, and for all that it says. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => out.push(piece));
  child.stderr?.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** Runs the built command line to its end. */
export async function run(argv: readonly string[], options: Parameters<typeof start>[1] = {}): Promise<Ended> {
  return ended(start(argv, options));
}
