import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { CohortCheckError } from '../errors/index.js';

/** What the user has to put right, by the code of the operating system; any other fault is the system's. */
const PATH_FAULTS: Readonly<Record<string, string>> = {
  EISDIR: 'a directory stands there',
  EEXIST: 'what stands there is no file',
  ENOENT: 'there is no such directory',
  ENOTDIR: 'a file stands where a directory is needed',
};

/**
 * Writes a file as a whole or not at all, and resolves to its size in bytes: the pieces go to a temporary file beside it,
 * which takes its place once it is complete.
 *
 * @throws CohortCheckError `bad-path` or `cannot-write`; and whatever making the pieces throws.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<number> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const handle = await guarded(path, () => openBeside(target, temporary));
  try {
    let bytes = 0;
    for await (const piece of pieces) {
      const buffer = Buffer.from(piece);
      await guarded(path, async () => handle.writeFile(buffer));
      bytes += buffer.length;
    }
    await guarded(path, async () => {
      await handle.sync();
      await handle.close();
      await rename(temporary, target);
    });
    return bytes;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** With the permissions of the file that will be replaced. */
async function openBeside(target: string, temporary: string): Promise<FileHandle> {
  const old = await stat(target).catch(() => undefined);
  if (old?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
  // Renaming would put a file in the place of a pipe or a device, such as /dev/null.
  if (old?.isFile() === false) throw Object.assign(new Error(), { code: 'EEXIST' });
  return open(temporary, 'w', old === undefined ? 0o666 : old.mode & 0o777);
}

async function guarded<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = PATH_FAULTS[code];
    throw new CohortCheckError({
      code: why === undefined ? 'cannot-write' : 'bad-path',
      what: `${path}: cannot be written`,
      why: `${why ?? message} (${code})`,
      try: 'name another file with --out, in a directory that is there',
    });
  }
}
