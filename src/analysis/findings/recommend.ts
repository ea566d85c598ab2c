import type { Study } from '../../domain/index.js';
import type { Finding, Recommendation } from '../Analysis.js';

/**
 * What to do for each group that does worse somewhere, by what was found on it.
 *
 * The advice is asked for with the finding's kind and subject alone, so no group is advised for its name: whoever has the
 * finding gets the advice. Said once a group, with the weightiest finding that calls for it.
 *
 * @param findings - the most weighty first.
 */
export function recommend(findings: readonly Finding[], studies: readonly Study[]): readonly Recommendation[] {
  const groups = new Map<string, { grouping: string; label: string; advice: Map<string, string> }>();
  for (const { id, adverse, collection, kind, subject, grouping, label } of findings) {
    const text = studies.find((study) => study.collection === collection)?.advise?.({ kind, subject });
    if (!adverse || text === undefined) continue;
    const key = JSON.stringify([grouping, label]);
    const group = groups.get(key) ?? { grouping, label, advice: new Map() };
    if (!group.advice.has(text)) group.advice.set(text, id);
    groups.set(key, group);
  }
  const order = [...new Set(studies.flatMap(({ groupings }) => groupings.map(({ id }) => id)))];
  return [...groups.values()]
    .sort((a, b) => order.indexOf(a.grouping) - order.indexOf(b.grouping))
    .map(({ grouping, label, advice }) => ({
      grouping,
      label,
      advice: [...advice].map(([text, finding]) => ({ text, finding })),
    }));
}
