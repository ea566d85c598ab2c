import type { GroupFigures } from '../Analysis.js';

/**
 * Whether a grouping is made of what a need is made of, so that their agreement is a definition and no finding.
 *
 * Raised risk by level of risk is one: all or nobody at each level. So is `at raised risk and never screened`, which nobody
 * can be at the levels that are no raised risk: it lies within a need that the grouping decides.
 *
 * @param groups - all labels of the grouping.
 */
export function isDefinition(need: string, groups: readonly GroupFigures[]): boolean {
  return Object.keys(groups[0]?.needs ?? {}).some(
    (other) => isDecided(other, groups) && liesWithin(need, other, groups),
  );
}

/** Nobody or all at each label, and both of it. */
function isDecided(need: string, groups: readonly GroupFigures[]): boolean {
  const counts = countsOf(need, groups);
  return (
    counts.every(({ hits, trials }) => hits === 0 || hits === trials) &&
    counts.some(({ hits }) => hits === 0) &&
    counts.some(({ hits }) => hits > 0)
  );
}

/** A need lies within itself, too. */
function liesWithin(need: string, wider: string, groups: readonly GroupFigures[]): boolean {
  return groups.every(({ needs }) => needs[wider]?.hits !== 0 || (needs[need]?.hits ?? 0) === 0);
}

function countsOf(need: string, groups: readonly GroupFigures[]): readonly { hits: number; trials: number }[] {
  return groups.flatMap(({ needs }) => {
    const share = needs[need];
    return share === undefined || share.trials === 0 ? [] : [share];
  });
}
