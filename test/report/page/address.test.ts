import { describe, expect, it } from 'vitest';
import { behind, everything, hashOf, stateOf, whereChips } from '../../../src/report/page/model/index.js';
import type { ExplorerState } from '../../../src/report/page/model/index.js';
import { words } from './rows.js';

const full: ExplorerState = {
  collection: 'people',
  query: 'a&b=c #%',
  where: { groups: { kind_of_person: 'large' }, lost_at: 'the "end"' },
  filters: { 'measure.age': { min: 3 }, needs: { labels: ['rest', ''] } },
  sort: { key: 'measure.age', descending: true },
  open: '3@some dir/file&.json',
};

describe("the page's address", () => {
  it('holds all that the explorer shows', () => {
    expect(stateOf(hashOf(full))).toStrictEqual(full);
    expect(stateOf(hashOf(everything))).toMatchObject(everything);
    expect(stateOf(hashOf(behind({ collection: 'people' })))).toMatchObject({ collection: 'people', where: {} });
  });

  it('leads elsewhere where it does not name the records', () => {
    expect(stateOf('#findings')).toBeUndefined();
    expect(stateOf('#recordsful')).toBeUndefined();
    expect(stateOf('')).toBeUndefined();
  });

  it.each([
    '#records?where={',
    '#records?where=1&filter=[]',
    '#records?filter={"a":{"labels":3},"b":{"min":"x"},"c":1}',
  ])('asks for nothing where %s is broken', (hash) => {
    expect(stateOf(hash)).toMatchObject({ where: undefined, filters: {} });
  });
});

describe('the conditions of a figure', () => {
  const where = {
    groups: { kind_of_person: 'medium_sized' },
    measures: { age: { min: 30, max: 39 } },
    need: 'rest',
    endings: ['abandoned' as const, 'stopped' as const],
    days: { max: 7 },
    lost_at: 'first_step',
    reached: 'last_step',
    flow: { from: 'first_step', to: 'stopped' },
    transition: { from: 'calm', to: 'anxious' },
    step: { name: 'first_step', statuses: ['completed'], emotions: ['calm'] },
    outcome: { name: 'an_end', results: ['missed' as const] },
  };

  it('are told in words', () => {
    expect(whereChips(where, words).map(({ text }) => text)).toStrictEqual([
      'kind is medium sized',
      'age from 30 to 39 years',
      'in need of rest',
      'abandoned or stopped',
      'up to 7 days',
      'lost at first step',
      'came to last step',
      'first step: completed or calm',
      'went from first step to stopped',
      'from calm to anxious',
      'an end missed',
    ]);
  });

  it('can each be taken away, and the last one leaves none', () => {
    for (const { without } of whereChips(where, words)) expect(whereChips(without!, words)).toHaveLength(10);
    expect(whereChips({ need: 'rest' }, words)[0]!.without).toBeUndefined();
    expect(whereChips({}, words)).toStrictEqual([{ text: 'in the analysis', without: undefined }]);
  });
});
