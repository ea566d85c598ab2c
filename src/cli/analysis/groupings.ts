import type { GroupFigures } from '../../analysis/index.js';

/** The whole of a collection. */
export function wholeOf(groups: readonly GroupFigures[]): GroupFigures | undefined {
  return groups.find(({ grouping }) => grouping === 'all');
}

/** Grouping → its groups, in the order in which they are shown; the whole is none of them. */
export function groupingsOf(
  groups: readonly GroupFigures[],
  by?: string,
): ReadonlyMap<string, readonly GroupFigures[]> {
  const found = new Map<string, GroupFigures[]>();
  for (const group of groups) {
    if (group.grouping === 'all' || (by !== undefined && group.grouping !== by)) continue;
    found.set(group.grouping, [...(found.get(group.grouping) ?? []), group]);
  }
  return found;
}
