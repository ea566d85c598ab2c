import { resolve } from 'node:path';
import process from 'node:process';
import { CounterexampleStore } from '../../shrink/index.js';
import type { ListedFile } from '../../shrink/index.js';
import type { CliContext } from '../CliContext.js';
import { ExitCode } from '../ExitCode.js';
import { write } from '../write.js';
import { listed } from './listed.js';
import type { ListedProperty } from './listed.js';
import { pickProperties } from './pickProperties.js';

type Readable = Extract<ListedFile, { readonly file: unknown }>;
type Unreadable = Extract<ListedFile, { readonly fault: unknown }>;

/** What is stored of the properties that a command is about. */
export interface Stored {
  readonly store: CounterexampleStore;
  readonly readable: readonly Readable[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * What is stored in a folder of the named properties, or of all.
 *
 * @throws CohortCheckError `unknown-property` on a name of none, `cannot-read`.
 */
export function storedIn(dir: string, names: readonly string[]): Stored {
  const store = new CounterexampleStore(resolve(process.cwd(), dir));
  const files = pickProperties(store.list(), names);
  return {
    store,
    readable: files.filter((one): one is Readable => 'file' in one),
    unreadable: files.filter((one): one is Unreadable => 'fault' in one),
  };
}

/** What the domain knows of the files; it is loaded only where there is anything to ask it about. */
export async function known({ readable }: Stored, { domain }: CliContext): Promise<readonly ListedProperty[]> {
  return readable.length === 0 ? [] : listed(readable, await domain());
}

/** Files that could not be read, as JSON tells of them. */
export function unreadableJson({ unreadable }: Stored): readonly object[] {
  return unreadable.map(({ path, fault }) => ({ path, ...fault.parts }));
}

/** Says what could not be read, and so was left as it is; the exit code that this makes. */
export async function tellUnreadable({ unreadable }: Stored, { stderr }: CliContext): Promise<number> {
  for (const { fault } of unreadable) await write(stderr, `${fault.message}\n`);
  return unreadable.length === 0 ? ExitCode.fine : ExitCode.failed;
}
