import type { Collection, Study } from '../../domain/index.js';
import type { AnalysisTitles } from '../Analysis.js';
import { COLLECTION } from '../tally/index.js';

/** The words of the studies; where several say something of an id, those of the first. */
export function titlesOf(studies: readonly Study[], collections: readonly Collection<object>[]): AnalysisTitles {
  const of = new Map<string, string>();
  const units = new Map<string, string>();
  const add = (to: Map<string, string>, id: string, word: string): void => {
    if (!to.has(id)) to.set(id, word);
  };
  for (const { groupings, facts, measures, needs } of studies) {
    for (const { id, title } of [...groupings, ...facts, ...measures, ...needs]) add(of, id, title);
    for (const { id, unit } of measures) add(units, id, unit);
  }
  const kinds = new Set(collections.map(({ group }) => group));
  const [kind] = kinds;
  add(of, COLLECTION, kinds.size === 1 && kind !== undefined ? `${kind} type` : 'kind of journey');
  return { of: Object.fromEntries(of), units: Object.fromEntries(units) };
}
