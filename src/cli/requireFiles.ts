import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CohortCheckError } from '../errors/index.js';

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its path leads through a file',
  EACCES: 'the system does not let this user read there',
};

/** What is done with files. */
export interface FilesUse {
  /** As after "cannot be", such as `checked`. */
  readonly done: string;
  /** What reads them: their heads first, which no pipe can be read twice for; such as `validate`. */
  readonly by: string;
}

/**
 * Refuses what was named by mistake, before anything is read.
 *
 * @throws CohortCheckError `bad-path`.
 */
export async function requireFiles(paths: readonly string[], { done, by }: FilesUse): Promise<void> {
  const badPath = (path: string, why: string, next: string): CohortCheckError =>
    new CohortCheckError({ code: 'bad-path', what: `${path}: cannot be ${done}`, why, try: next });
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
    if (!found.isFile()) {
      throw badPath(path, `it can be read only once, and ${by} reads it twice`, 'save it to a file first');
    }
  }
  const resolved = paths.map((path) => resolve(path));
  const twice = paths.find((_, index) => resolved.indexOf(resolved[index] ?? '') !== index);
  if (twice !== undefined) throw badPath(twice, 'it is named twice, so every id would stand twice', 'name it once');
}
