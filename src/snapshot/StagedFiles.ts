/*
 * A set of files that replaces its predecessor as a whole or not at all.
 *
 * Every file is written under a temporary name beside its place, flushed to the device, and renamed when all are whole.
 * A rename replaces a file in one step, a set of them does not; so each old file keeps a second name until the last
 * rename is done, and gets its place back when one of them fails.
 */
import { copyFile, link, open, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { CohortCheckError } from '../errors/index.js';
import { fileFault, isSystemError } from './fileFault.js';
import { makeDirectory } from './makeDirectory.js';

interface Staged {
  /** The path as the user knows it. */
  readonly path: string;
  /** The file itself, where `path` is a link. */
  readonly target: string;
  readonly temporary: string;
  readonly handle: FileHandle;
  readonly replaces: boolean;
}

interface Replacement {
  readonly file: Staged;
  /** The second name of the old file; undefined where there was none. */
  readonly old: string | undefined;
  done: boolean;
}

/** Directories that had to be made, from the topmost one to the one that was needed. */
interface Made {
  readonly top: string;
  readonly leaf: string;
}

let counter = 0;

export class StagedFiles {
  private readonly directory: string;
  private readonly made: Made[] = [];
  private readonly files: Staged[] = [];

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** @throws CohortCheckError `bad-path` or `cannot-write` when there is no such directory and none can be made. */
  static async in(directory: string): Promise<StagedFiles> {
    const staged = new StagedFiles(directory);
    await staged.make(directory);
    return staged;
  }

  /**
   * A handle for the content of a file that will be called `name`; the folder of a name such as `folder/file.json` is made
   * where it is missing.
   */
  async stage(name: string): Promise<FileHandle> {
    const path = join(this.directory, name);
    await this.make(dirname(path));
    try {
      const target = await realpath(path).catch(() => path);
      const old = await stat(target).catch(() => undefined);
      if (old?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'open' });
      const { handle, temporary } = await openBeside(target, old?.mode);
      this.files.push({ path, target, temporary, handle, replaces: old !== undefined });
      return handle;
    } catch (error) {
      throw fileFault(error, path, 'write');
    }
  }

  /** Puts all files in their places, in the order in which they were staged. */
  async commit(): Promise<void> {
    for (const { handle, path } of this.files) {
      await handle.sync().catch((error: unknown) => {
        throw fileFault(error, path, 'write');
      });
      await handle.close();
    }
    const replacements: Replacement[] = [];
    for (const file of this.files) {
      try {
        const old = file.replaces ? await secondName(file.target) : undefined;
        const replacement = { file, old, done: false };
        replacements.push(replacement);
        await rename(file.temporary, file.target);
        replacement.done = true;
      } catch (error) {
        await restore(replacements);
        throw fileFault(error, file.path, 'write');
      }
    }
    for (const { old } of replacements) if (old !== undefined) await rm(old, { force: true });
    for (const directory of new Set([...this.files.map(({ target }) => dirname(target)), this.directory])) {
      await flushDirectory(directory);
    }
  }

  /** Takes away whatever `commit` has not put in its place. */
  async discard(): Promise<void> {
    for (const { handle, temporary } of this.files) {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
    }
    for (const made of this.made.toReversed()) await unmake(made);
  }

  private async make(directory: string): Promise<void> {
    try {
      const top = await makeDirectory(directory);
      if (top !== undefined) this.made.push({ top, leaf: resolve(directory) });
    } catch (error) {
      throw fileFault(error, directory, 'write');
    }
  }
}

async function unmake({ top, leaf }: Made): Promise<void> {
  try {
    for (let path = leaf; path.startsWith(top); path = dirname(path)) await rmdir(path);
  } catch {
    // Somebody else has put something there meanwhile: then it stays.
  }
}

async function openBeside(
  target: string,
  mode: number | undefined,
): Promise<{ readonly handle: FileHandle; readonly temporary: string }> {
  for (;;) {
    const temporary = nameBeside(target, 'tmp');
    try {
      return { temporary, handle: await open(temporary, 'wx', mode === undefined ? 0o666 : mode & 0o777) };
    } catch (error) {
      // A process of the same number was killed before it could tidy up: its file is not ours to touch.
      if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    }
  }
}

function nameBeside(target: string, ending: string): string {
  counter += 1;
  return join(dirname(target), `.${basename(target)}.${process.pid}-${counter}.${ending}`);
}

async function secondName(target: string): Promise<string> {
  const old = nameBeside(target, 'old');
  try {
    await link(target, old);
  } catch {
    // Some file systems know no second names; a copy does as well, at the price of its size.
    await copyFile(target, old);
  }
  return old;
}

async function restore(replacements: readonly Replacement[]): Promise<void> {
  for (const { file, old, done } of replacements.toReversed()) {
    try {
      if (done && old !== undefined) await rename(old, file.target);
      else if (done) await rm(file.target, { force: true });
      else if (old !== undefined) await rm(old, { force: true });
    } catch (error) {
      throw new CohortCheckError({
        code: 'cannot-write',
        what: `${file.path}: could neither be replaced as part of its snapshot nor put back`,
        why: error instanceof Error ? error.message : String(error),
        try: old === undefined ? `remove ${file.path}` : `mv '${old}' '${file.target}'`,
      });
    }
  }
}

/** So that the new names, too, outlive a power cut; not every system lets a directory be opened. */
async function flushDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
