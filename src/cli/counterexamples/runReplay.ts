import process from 'node:process';
import type { CliContext } from '../CliContext.js';
import { ExitCode } from '../ExitCode.js';
import { write } from '../write.js';
import { replay } from './replay.js';
import { tellUnreadable } from './stored.js';
import type { Stored } from './stored.js';

/** `counterexamples replay`: resolves to an exit code, 1 where a property does not hold or none of its tests ran. */
export async function runReplay(stored: Stored, context: CliContext, cwd: string = process.cwd()): Promise<number> {
  const { readable, unreadable, store } = stored;
  if (readable.length + unreadable.length === 0) {
    await write(context.stderr, `no counterexamples are kept in ${store.directory}: there is nothing to replay\n`);
  }
  if (readable.length === 0) return tellUnreadable(stored, context);
  const { isFine, missing } = await replay(
    readable.map(({ file }) => file),
    context,
    cwd,
  );
  for (const { property, test } of missing) {
    await write(
      context.stderr,
      `${JSON.stringify(property)}: no test called ${JSON.stringify(test.name)} ran in ${JSON.stringify(test.file)}\n` +
        '  why     it was renamed, moved or taken away; the test itself still tries what is stored, wherever it is\n' +
        '  try     set "test" in the file to where it is now\n',
    );
  }
  const code = await tellUnreadable(stored, context);
  return isFine ? code : ExitCode.failed;
}
