/*
 * Files that are written as a set, and never over anything that is there.
 *
 * Each is written under a temporary name beside its place. When all are whole, each gets its name by a link, which fails where
 * something has come to stand there meanwhile; a rename would replace it. When one fails, those before are taken back.
 */
import { constants, copyFile, link, mkdir, open, rm, rmdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { CohortCheckError } from '../../errors/index.js';

/** A file that has no name yet. */
export interface NewFile {
  /** Where it will stand. */
  readonly path: string;
  /** Where its content stands until then; with the same ending. */
  readonly temporary: string;
  readonly handle: FileHandle;
}

/** What the codes of the operating system mean for somebody who wanted a file there. */
const FAULTS: Readonly<Record<string, string>> = {
  EEXIST: 'something stands there already, and nothing is overwritten',
  EISDIR: 'a directory stands there',
  ENOENT: 'there is no such directory',
  ENOTDIR: 'a file stands where a directory is needed',
  ENAMETOOLONG: 'the system allows no path that long',
};

let counter = 0;

export class NewFiles {
  private readonly files: NewFile[] = [];
  private readonly folders: string[] = [];

  /** Where the contents stand until all is committed. */
  get temporaries(): readonly string[] {
    return this.files.map(({ temporary }) => temporary);
  }

  /** Makes a directory in one that is there; one that stands already is fine. */
  async folder(path: string): Promise<void> {
    try {
      await mkdir(path);
      this.folders.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw newFileFault(error, path);
    }
  }

  async open(path: string): Promise<NewFile> {
    counter += 1;
    const temporary = join(dirname(path), `.${process.pid}-${counter}.${basename(path)}`);
    const file = { path, temporary, handle: await guarded(path, async () => open(temporary, 'wx')) };
    this.files.push(file);
    return file;
  }

  async write({ path, handle }: NewFile, bytes: Uint8Array): Promise<void> {
    await guarded(path, async () => handle.writeFile(bytes));
  }

  /** Gives all files their names. */
  async commit(): Promise<void> {
    const named: string[] = [];
    for (const { path, handle } of this.files) {
      await guarded(path, async () => {
        await handle.sync();
        await handle.close();
      });
    }
    try {
      for (const { path, temporary } of this.files) {
        await guarded(path, async () => nameNew(temporary, path));
        named.push(path);
      }
    } catch (error) {
      for (const path of named) await rm(path, { force: true });
      throw error;
    }
    for (const { temporary } of this.files) await rm(temporary, { force: true });
    this.files.length = 0;
    this.folders.length = 0;
  }

  /** Takes away what was not committed. */
  async discard(): Promise<void> {
    for (const { handle, temporary } of this.files) {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
    }
    // A folder into which somebody has put something meanwhile stays.
    for (const folder of this.folders.toReversed()) await rmdir(folder).catch(() => undefined);
  }
}

/** Some file systems know no second names; a copy does as well, at the price of its size. */
async function nameNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
  }
}

async function guarded<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw newFileFault(error, path);
  }
}

/** A fault of the file system as its user reads it. */
export function newFileFault(error: unknown, path: string): CohortCheckError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const why = FAULTS[code];
  return new CohortCheckError({
    code: why === undefined ? 'cannot-write' : 'bad-path',
    what: `--fix: ${path} cannot be written`,
    why: why === undefined ? message : `${why} (${code})`,
    try: 'name a file or a directory that is not there yet, in a directory that is, such as --fix mended',
  });
}
