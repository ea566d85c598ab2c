import { describe, expect, it } from 'vitest';
import { columnsOf, everything, pickRows, RowSearch, sharedColumns } from '../../../src/report/page/model/index.js';
import type { ExplorerState, Row } from '../../../src/report/page/model/index.js';
import { row, table, words } from './rows.js';

const rows: readonly Row[] = [
  row(0, { name: 'Zoë Łukasik', groups: { kind_of_person: 'large' }, measures: { age: 31 }, needs: ['rest'] }),
  row(1, { name: 'Adam Groß', groups: { kind_of_person: 'small' }, measures: { age: 9 } }),
  row(2, { name: 'émile Dü', groups: { kind_of_person: 'medium_sized' } }),
  row(3, { collection: 'other', name: 'Bea', groups: { kind_of_person: 'small' }, measures: { age: 100 } }),
  row(4, { person: '', name: '' }),
];
const columns = columnsOf(table, words);

function picked(state: Partial<ExplorerState>): number[] {
  return pickRows(rows, { ...everything, ...state }, columns, new RowSearch(words)).map(({ index }) => index);
}

describe('the rows of the explorer', () => {
  it('are all of them as long as nothing is asked', () => {
    expect(picked({})).toStrictEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ['zoe', [0]],
    ['LUKASIK', [0]],
    ['gross adam', [1]],
    ['Émile', [2]],
    ['medium sized', [2]],
    ['medium_sized', [2]],
    ['need of rest', [0]],
    ['p3', [3]],
    ['nobody', []],
  ])('are found by %j, whatever its case and accents', (query, expected) => {
    expect(picked({ query })).toStrictEqual(expected);
  });

  it('are those that a figure is about, and none that could not be analysed', () => {
    expect(picked({ collection: 'people', where: {} })).toStrictEqual([0, 1, 2]);
    expect(picked({ where: { groups: { kind_of_person: 'small' } } })).toStrictEqual([1, 3]);
  });

  it('keep to labels and to bounds, both included', () => {
    expect(picked({ filters: { 'group.kind_of_person': { labels: ['small', 'large'] } } })).toStrictEqual([0, 1, 3]);
    expect(picked({ filters: { 'group.kind_of_person': { labels: [''] } } })).toStrictEqual([4]);
    expect(picked({ filters: { 'measure.age': { min: 9, max: 31 } } })).toStrictEqual([0, 1]);
    expect(picked({ filters: { needs: { labels: ['rest'] } } })).toStrictEqual([0]);
  });

  it('are sorted by numbers as numbers, labels in their order, names without case; those without a value last', () => {
    const by = (key: string, descending = false): number[] => picked({ sort: { key, descending } });
    expect(by('measure.age')).toStrictEqual([1, 0, 3, 2, 4]);
    expect(by('measure.age', true)).toStrictEqual([3, 0, 1, 2, 4]);
    expect(by('group.kind_of_person')).toStrictEqual([1, 3, 2, 0, 4]);
    expect(by('name')).toStrictEqual([4, 1, 3, 2, 0]);
  });

  it('of several kinds share the columns that all of them have', () => {
    const other = { ...table, collection: 'other', columns: table.columns.slice(1) };
    expect(sharedColumns([table, other], words).map(({ key }) => key)).toStrictEqual([
      'name',
      'collection',
      'measure.age',
      'needs',
    ]);
  });
});
