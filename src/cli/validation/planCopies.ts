import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CohortCheckError } from '../../errors/index.js';
import { newFileFault } from './NewFiles.js';

/** Where the mended copies go. */
export interface CopyPlan {
  /** Directories to make, those above first; one may be there. */
  readonly folders: readonly string[];
  /** Paths of the copies, in the order of the inputs. */
  readonly copies: readonly string[];
}

interface Input {
  readonly path: string;
  readonly isCsv: boolean;
}

/**
 * Where the copies of files go: that of one file to `out` itself; those of several, or into a directory that is there, below
 * `out` as the files lie to each other. A CSV file becomes JSON, and is called so.
 *
 * @throws CohortCheckError `bad-path` where something stands in the way.
 */
export async function planCopies(inputs: readonly Input[], out: string): Promise<CopyPlan> {
  const found = await stat(out).catch(() => undefined);
  const isDirectory = found?.isDirectory() === true;
  if (found !== undefined && !isDirectory) throw inTheWay(out, inputs.length);
  if (inputs.length === 1 && !isDirectory) {
    if (inputs[0]?.isCsv === true && /\.[ct]sv$/i.test(out)) throw noCsv(out);
    await requireFolder(dirname(out), out);
    return { folders: [], copies: [out] };
  }
  const names = namesBelow(inputs);
  const copies = names.map((name) => join(out, name));
  const twice = copies.find((copy, index) => copies.indexOf(copy) !== index);
  if (twice !== undefined) throw clash(twice);
  for (const copy of copies) if ((await stat(copy).catch(() => undefined)) !== undefined) throw inTheWay(copy, 1);
  await requireFolder(isDirectory ? out : dirname(resolve(out)), out);
  return { folders: [...new Set([out, ...names.flatMap((name) => foldersOf(out, name))])], copies };
}

/** The paths of the copies from the deepest directory that holds all inputs. */
function namesBelow(inputs: readonly Input[]): string[] {
  const folders = inputs.map(({ path }) => dirname(resolve(path)));
  let root = folders[0] ?? '';
  while (folders.some((folder) => relative(root, folder).split(/[/\\]/)[0] === '..')) root = dirname(root);
  return inputs.map(({ path, isCsv }) => {
    const name = relative(root, resolve(path));
    return isCsv ? name.replace(/(?:\.[ct]sv)?$/i, '.json') : name;
  });
}

function foldersOf(out: string, name: string): string[] {
  const folder = dirname(name);
  return folder === '.' ? [] : [...foldersOf(out, folder), join(out, folder)];
}

async function requireFolder(folder: string, out: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
  } catch (error) {
    throw newFileFault(error, out);
  }
}

function inTheWay(path: string, inputs: number): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-path',
    what: `--fix: ${path} is there already`,
    why:
      inputs > 1
        ? `the copies of ${inputs} files go into a directory, and this is none`
        : 'nothing is overwritten, neither an input nor anything else',
    try: `--fix ${basename(path).replace(/(\.[^.]*)?$/, '-mended$1')}, or move the file away`,
  });
}

function noCsv(out: string): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-option',
    what: `--fix ${out}: no copy is written as CSV`,
    why: 'a mended record may come to hold what has no column; the copy of a CSV file is JSON',
    try: `--fix ${out.replace(/\.[ct]sv$/i, '.json')}`,
  });
}

function clash(copy: string): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-path',
    what: `--fix: two of the copies would be called ${copy}`,
    why: 'the copy of a CSV file is JSON, and one of the files is called so',
    try: 'mend the files one by one',
  });
}
