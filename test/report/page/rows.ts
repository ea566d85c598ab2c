import { Words } from '../../../src/report/page/model/index.js';
import type { Row } from '../../../src/report/page/model/index.js';
import type { ReportTable } from '../../../src/report/index.js';

/** A record of the explorer; what a test is not about is empty. */
export function row(index: number, some: Partial<Row>): Row {
  return {
    index,
    file: 'people.json',
    record: index,
    pointer: `/${index}`,
    collection: 'people',
    person: `p${index}`,
    name: `Person ${index}`,
    groups: {},
    facts: {},
    measures: {},
    needs: [],
    violations: 0,
    ...some,
  };
}

export const table: ReportTable = {
  collection: 'people',
  title: 'People',
  columns: [
    { kind: 'group', id: 'kind_of_person', title: 'kind', labels: ['small', 'medium_sized', 'large'] },
    { kind: 'measure', id: 'age', title: 'age', unit: 'years' },
    { kind: 'needs', id: 'needs', title: 'needs', labels: ['rest'] },
  ],
};

export const words = new Words({
  tables: [table],
  analysis: {
    titles: { of: { kind_of_person: 'kind', age: 'age', rest: 'in need of rest' }, units: { age: 'years' } },
    collections: [],
  } as never,
});
