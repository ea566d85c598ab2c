import { basename, extname } from 'node:path';
import { CohortCheckError, shown } from '../../errors/index.js';
import { outFault } from '../outFault.js';
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
  const fault = await outFault(path, [file], 'shrunk');
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
