import { sameJson } from '../../arbitrary/index.js';
import type { CounterexampleStore } from '../../shrink/index.js';
import type { ListedEntry, ListedProperty } from './listed.js';

/** A counterexample that was taken away. */
export interface Pruned {
  readonly property: string;
  readonly path: string;
  /** Its place in the file before, from 1. */
  readonly number: number;
  /** Why it is stale; undefined where all were to go. */
  readonly reason: string | undefined;
  readonly arguments: ListedEntry['counterexample']['arguments'];
}

export interface PruneOptions {
  /** All of them, not only the stale ones. */
  readonly all: boolean;
  /** Says what would be taken away, and leaves it. */
  readonly dryRun: boolean;
}

/** Takes away what is stale, and the files that nothing is left of. */
export async function prune(
  store: CounterexampleStore,
  properties: readonly ListedProperty[],
  { all, dryRun }: PruneOptions,
): Promise<readonly Pruned[]> {
  const pruned: Pruned[] = [];
  for (const { path, file, entries } of properties) {
    const unwanted = [...entries.entries()].filter(([, { status }]) => all || status === 'stale');
    if (unwanted.length === 0) continue;
    const gone = unwanted.map(([, { counterexample }]) => counterexample.arguments);
    // By value: the file may have been added to since it was read.
    if (!dryRun) await store.remove(file.property, (one) => gone.some((value) => sameJson(value, one.arguments)));
    for (const [index, { counterexample, reason }] of unwanted) {
      const { arguments: given } = counterexample;
      pruned.push({ property: file.property, path, number: index + 1, reason, arguments: given });
    }
  }
  return pruned;
}
