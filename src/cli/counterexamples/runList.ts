import type { CliContext } from '../CliContext.js';
import { write } from '../write.js';
import { listText } from './listText.js';
import { known, tellUnreadable, unreadableJson } from './stored.js';
import type { Stored } from './stored.js';

/** `counterexamples list`: resolves to an exit code, 1 where a file could not be read. */
export async function runList(
  stored: Stored,
  { json }: { readonly json: boolean },
  context: CliContext,
): Promise<number> {
  const properties = await known(stored, context);
  const { readable, unreadable, store } = stored;
  if (json) {
    const told = {
      properties: properties.map(({ path, file, entries }) => ({
        property: file.property,
        path,
        test: file.test,
        counterexamples: entries.map(({ counterexample, ...entry }) => ({ ...entry, ...counterexample })),
      })),
      unreadable: unreadableJson(stored),
    };
    await write(context.stdout, `${JSON.stringify(told, null, 2)}\n`);
  } else if (readable.length + unreadable.length === 0) {
    await write(context.stderr, `no counterexamples are kept in ${store.directory}\n`);
  } else {
    await write(context.stdout, listText(properties));
  }
  return tellUnreadable(stored, context);
}
