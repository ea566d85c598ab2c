import { readFile, rename, writeFile } from 'node:fs/promises';

/** Replaces what stands between `<!-- name:begin -->` and `<!-- name:end -->` of a file, all of it or nothing. */
export async function writeBetween(path, name, text) {
  const before = await readFile(path, 'utf8');
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const start = before.indexOf(begin);
  const stop = before.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`${path}: ${begin} and ${end} are needed, in this order`);
  const after = `${before.slice(0, start + begin.length)}\n\n${text}\n\n${before.slice(stop)}`;
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, after);
  await rename(draft, path);
}
