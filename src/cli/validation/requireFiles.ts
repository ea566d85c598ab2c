import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CohortCheckError } from '../../errors/index.js';

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its path leads through a file',
  EACCES: 'the system does not let this user read there',
};

/**
 * Refuses what was named by mistake, before anything is read.
 *
 * @param isRereading - whether they are read more than once, which no pipe can be.
 * @throws CohortCheckError `bad-path`.
 */
export async function requireFiles(paths: readonly string[], isRereading: boolean): Promise<void> {
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => {
      const { code = '', message } = error as NodeJS.ErrnoException;
      throw badPath(
        path,
        `${FAULTS[code] ?? message} (${code})`,
        'check the path; it counts from the directory that you are in',
      );
    });
    if (found.isDirectory())
      throw badPath(path, 'it is a directory', `name the files in it: ${path.replace(/\/$/, '')}/*`);
    if (isRereading && !found.isFile()) {
      throw badPath(path, 'it can be read only once, and --fix reads it twice', 'save it to a file first');
    }
  }
  const resolved = paths.map((path) => resolve(path));
  const twice = paths.find((_, index) => resolved.indexOf(resolved[index] ?? '') !== index);
  if (twice !== undefined) throw badPath(twice, 'it is named twice, so every id would stand twice', 'name it once');
}

function badPath(path: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-path', what: `${path}: cannot be checked`, why, try: next });
}
