import type { Writable } from 'node:stream';
import type { Domain } from '../domain/index.js';

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** An option of `sample` that holds one field: a short name for `--where <path>=<value>`. */
export interface Shortcut {
  /** As in the help, such as `--age <years>`. */
  readonly flags: string;
  /** Path of the field, such as `core.age`, by the name or the group of the collections that have it. */
  readonly paths: Readonly<Record<string, string>>;
  readonly description: string;
}

/** All that the commands see of the world. */
export interface CliContext {
  /** Loads the domain, which the help and a mistyped option have no need of. */
  readonly domain: () => Promise<Domain>;
  readonly shortcuts: readonly Shortcut[];
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A clock that counts seconds from any moment; what it says reaches the terminal and no file. */
  readonly seconds: () => number;
  /** Aborted when the user interrupts the run. */
  readonly signal: AbortSignal;
}
