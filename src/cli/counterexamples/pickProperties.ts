import { basename } from 'node:path';
import { CohortCheckError, shown } from '../../errors/index.js';
import type { ListedFile } from '../../shrink/index.js';

const MOST_TOLD = 5;

/**
 * The files of the properties that are named, by the property or by the file; all of them where none is named.
 *
 * @throws CohortCheckError `unknown-property` on a name of none.
 */
export function pickProperties(files: readonly ListedFile[], names: readonly string[]): readonly ListedFile[] {
  for (const name of names) if (!files.some((file) => isCalled(file, name))) throw unknown(name, files);
  return names.length === 0 ? files : files.filter((file) => names.some((name) => isCalled(file, name)));
}

function isCalled(file: ListedFile, name: string): boolean {
  const own = basename(file.path);
  return name === own || `${name}.json` === own || ('file' in file && file.file.property === name);
}

function unknown(name: string, files: readonly ListedFile[]): CohortCheckError {
  const known = files.map((one) => ('file' in one ? one.file.property : basename(one.path)));
  const told = [...known.slice(0, MOST_TOLD).map((one) => shown(one)), ...(known.length > MOST_TOLD ? ['…'] : [])];
  return new CohortCheckError({
    code: 'unknown-property',
    what: `${shown(name)}: no counterexample of such a property is stored`,
    why: known.length === 0 ? 'there are none at all' : `there are ${told.join(', ')}`,
    try: 'cohort-check counterexamples list',
  });
}
