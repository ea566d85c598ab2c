import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory with those above it, and says which one it had to make first; undefined where it stood already.
 *
 * In place of `mkdir` with `recursive`, which in Node 20 never returns where the file system says of an existing parent
 * that there is no such directory, as `/proc` does. Use that option
 * when all supported versions return.
 */
export async function makeDirectory(path: string): Promise<string | undefined> {
  const directory = resolve(path);
  try {
    await mkdir(directory);
    return directory;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST' && (await stat(directory)).isDirectory()) return undefined;
    const parent = dirname(directory);
    const isParentThere = await stat(parent).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (code !== 'ENOENT' || parent === directory || isParentThere) throw error;
    const first = await makeDirectory(parent);
    const own = await makeDirectory(directory);
    return first ?? own;
  }
}
