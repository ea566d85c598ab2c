import { Writable } from 'node:stream';
import type { CliContext } from '../../src/cli/CliContext.js';
import { runCli } from '../../src/cli/runCli.js';
import { people } from '../snapshot/people.js';

/** A stream that keeps what it is given. */
export class Kept extends Writable {
  readonly isTTY: boolean;
  readonly columns: number;
  private readonly pieces: Buffer[] = [];

  constructor({ isTTY = false, columns = 80 } = {}) {
    super();
    this.isTTY = isTTY;
    this.columns = columns;
  }

  get text(): string {
    return Buffer.concat(this.pieces).toString();
  }

  override _write(chunk: Uint8Array, _: string, done: () => void): void {
    this.pieces.push(Buffer.from(chunk));
    done();
  }
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, over the small domain of people. */
export async function runHere(argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> {
  const stdout = new Kept();
  const stderr = new Kept();
  let moment = 0;
  const code = await runCli(argv, {
    domain: async () => people,
    shortcuts: [
      { flags: '--age <years>', paths: { people: 'age' }, description: 'age' },
      { flags: '--member <yes|no>', paths: { people: 'is_member' }, description: 'membership' },
    ],
    stdout,
    stderr,
    env: {},
    seconds: () => (moment += 0.125),
    signal: new AbortController().signal,
    ...given,
  });
  return { code, out: stdout.text, err: stderr.text };
}
