import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { CohortCheckError, shown } from '../../errors/index.js';
import { writeWhole } from '../writeWhole.js';
import type { ShrinkCommandOptions } from './ShrinkCommandOptions.js';

/**
 * Where the smallest case goes; undefined where nobody wants a file. A path that cannot be written is told before the search,
 * not after it.
 *
 * @throws CohortCheckError `bad-path`.
 */
export async function outFileOf(file: string, { out, json }: ShrinkCommandOptions): Promise<string | undefined> {
  if (out === undefined && json === true) return undefined;
  const path = out ?? `${basename(file, extname(file))}.smallest.json`;
  const fault = await faultOf(path, file);
  if (fault === undefined) return path;
  throw new CohortCheckError({
    code: 'bad-path',
    what: `${out === undefined ? '' : '--out '}${shown(path)}: cannot be written`,
    why: fault,
    try: 'name another file with --out, in a directory that is there',
  });
}

/** Writes the smallest case, laid out for people. */
export async function writeSmallest(path: string, value: unknown): Promise<void> {
  await writeWhole(
    path,
    (async function* pieces() {
      yield `${JSON.stringify(value, null, 2)}\n`;
    })(),
  );
}

async function faultOf(path: string, file: string): Promise<string | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) return 'a directory stands there';
  const same = await Promise.all([path, file].map(async (one) => realpath(one).catch(() => undefined)));
  if (same[0] !== undefined && same[0] === same[1]) return 'it is the file that is shrunk';
  const directory = dirname(path);
  const above = await stat(directory).catch(() => undefined);
  if (above === undefined) return 'there is no such directory';
  if (!above.isDirectory()) return 'a file stands where a directory is needed';
  return access(directory, constants.W_OK).then(
    () => undefined,
    () => 'the system does not let this user write in that directory',
  );
}
