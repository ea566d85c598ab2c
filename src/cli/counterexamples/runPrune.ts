import type { CliContext } from '../CliContext.js';
import { write } from '../write.js';
import { prune } from './prune.js';
import type { Pruned, PruneOptions } from './prune.js';
import { known, tellUnreadable, unreadableJson } from './stored.js';
import type { Stored } from './stored.js';

/** `counterexamples prune`: resolves to an exit code, 1 where a file could not be read, which is left as it is. */
export async function runPrune(
  stored: Stored,
  { json, ...options }: PruneOptions & { readonly json: boolean },
  context: CliContext,
): Promise<number> {
  const pruned = await prune(stored.store, await known(stored, context), options);
  if (json) {
    const told = { dryRun: options.dryRun, pruned, unreadable: unreadableJson(stored) };
    await write(context.stdout, `${JSON.stringify(told, null, 2)}\n`);
  } else {
    const lines = pruned.map((one) => prunedText(one, options));
    await write(context.stdout, lines.length === 0 ? 'nothing is stale\n' : lines.join(''));
  }
  return tellUnreadable(stored, context);
}

function prunedText({ property, number, reason }: Pruned, { dryRun }: PruneOptions): string {
  const why = reason === undefined ? '' : ` (stale: ${reason})`;
  return `${dryRun ? 'would take away' : 'took away'} ${number}. of ${JSON.stringify(property)}${why}\n`;
}
