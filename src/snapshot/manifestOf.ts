import { sameJson } from '../arbitrary/index.js';
import type { Manifest, ManifestFile } from './Manifest.js';
import type { SnapshotPlan } from './SnapshotPlan.js';

/**
 * The manifest of a snapshot whose picked files have been made.
 *
 * Files that were not picked are none of the run's business: where an earlier manifest lists them and was made with the
 * same settings throughout, they are still what it says of them, and their entries stay. With one setting changed,
 * all that is known of them is that they no longer belong together with the new ones.
 *
 * Both come in the order of the domain, so that files written one by one end up with the manifest of all at once.
 */
export function manifestOf(plan: SnapshotPlan, made: readonly ManifestFile[], earlier: Manifest | undefined): Manifest {
  const files = [...keptOf(plan, earlier), ...made];
  const listed = plan.names.filter((name) => files.some(({ collection }) => collection === name));
  return {
    ...plan.settings,
    collections: listed.flatMap((name) => plan.described(name) ?? []),
    files: listed.flatMap((name) => files.filter(({ collection }) => collection === name)),
  };
}

function keptOf(plan: SnapshotPlan, earlier: Manifest | undefined): ManifestFile[] {
  if (earlier === undefined || !isOfSameSettings(plan, earlier)) return [];
  const isPicked = (name: string): boolean => plan.files.some(({ collection }) => collection.name === name);
  return earlier.files
    .filter(({ collection, format, path }) => !isPicked(collection) && path === plan.pathOf(collection, format))
    .filter(({ collection }) => earlier.collections.some(({ name }) => name === collection))
    .map(({ path, collection, format, records, bytes, sha256 }) => ({
      path,
      collection,
      format,
      records,
      bytes,
      sha256,
    }));
}

function isOfSameSettings({ settings, described }: SnapshotPlan, earlier: Manifest): boolean {
  const names = Object.keys(settings) as (keyof typeof settings)[];
  return (
    names.every((name) => sameJson(settings[name], earlier[name])) &&
    earlier.collections.every((one) => sameJson(described(one.name), one))
  );
}
