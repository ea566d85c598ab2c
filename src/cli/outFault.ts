import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Why a file cannot be written, as far as that is known beforehand: a long run should not end with it. Undefined where nothing
 * speaks against it.
 *
 * @param inputs - files that are read, with what is done with them, such as `shrunk`; none of them may be replaced.
 */
export async function outFault(path: string, inputs: readonly string[], done: string): Promise<string | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) return 'a directory stands there';
  if (there?.isFile() === false) return 'what stands there is no file';
  const target = await realpath(path).catch(() => undefined);
  const sources = await Promise.all(inputs.map(async (one) => realpath(one).catch(() => undefined)));
  if (target !== undefined && sources.includes(target)) return `it is the file that is ${done}`;
  const directory = dirname(path);
  const above = await stat(directory).catch(() => undefined);
  if (above === undefined) return 'there is no such directory';
  if (!above.isDirectory()) return 'a file stands where a directory is needed';
  return access(directory, constants.W_OK).then(
    () => undefined,
    () => 'the system does not let this user write in that directory',
  );
}
