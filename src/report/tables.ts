import { endings } from '../analysis/index.js';
import type { Grouping, Study } from '../domain/index.js';
import type { ReportColumn, ReportTable } from './ReportData.js';

/** The table of a collection's records: everything that its study says of them is a column. */
export function tableOf({ collection, title, groupings, facts, measures, needs, journey }: Study): ReportTable {
  const columns: ReportColumn[] = [
    ...groupings.map((one) => labelled('group', one)),
    ...(journey === undefined
      ? []
      : [
          { kind: 'ending', id: 'ending', title: 'ending', labels: endings } as const,
          { kind: 'lost_at', id: 'lost_at', title: 'lost at', labels: [...journey.graph.steps.keys()] } as const,
          { kind: 'days', id: 'days', title: 'duration', unit: 'days' } as const,
        ]),
    ...facts.map((one) => labelled('fact', one)),
    ...measures.map(({ id, title: name, unit }): ReportColumn => ({ kind: 'measure', id, title: name, unit })),
    ...(needs.length === 0
      ? []
      : [{ kind: 'needs', id: 'needs', title: 'needs', labels: needs.map(({ id }) => id) } as const]),
    { kind: 'violations', id: 'violations', title: 'violations' },
  ];
  return { collection, title, columns };
}

function labelled(kind: 'group' | 'fact', { id, title, labels }: Grouping<object>): ReportColumn {
  return { kind, id, title, ...(labels !== undefined && { labels }) };
}
