import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analysis/findings/index.js';
import type { CollectionFigures } from '../../../src/analysis/index.js';
import { collectionOf, judgedOf, share, studyOf, times } from './figures.js';
import type { Layout } from './figures.js';

const walk: Layout = { collection: 'walk', title: 'Walks', steps: ['first_plan', 'second_plan'] };
const people: Layout = { collection: 'people', title: 'People', needs: ['unseen', 'late', 'ill', 'far', 'none'] };

const groups = {};
const walks = collectionOf(walk, [
  ...times(30, { groups, ending: 'finished', steps: { first_plan: true, second_plan: false }, days: 4 }),
  ...times(20, { groups, ending: 'finished', steps: { first_plan: false, second_plan: false }, days: 9 }),
  ...times(12, { groups, ending: 'stopped', lostAt: 'first_plan' }),
  ...times(24, { groups, ending: 'stopped', steps: { first_plan: true }, lostAt: 'second_plan' }),
  ...times(14, { groups, ending: 'open', steps: { first_plan: false } }),
]);

function headlines(collections: readonly CollectionFigures[], layouts: readonly Layout[]) {
  const judged = judgedOf(
    collections,
    layouts.map((layout) => studyOf(layout)),
    { unseen: 'never seen' },
  );
  return judge(judged, { alpha: 0.01, minEffect: 0.2 }).headlines;
}

function withMedian(median_days: number | null): CollectionFigures {
  return {
    ...walks,
    groups: walks.groups.map((group) => ({
      ...group,
      journey: { ...group.journey!, completion_time: { ...group.journey!.completion_time, median_days } },
    })),
  };
}

describe('headlines', () => {
  it('tells of every kind of journey how many finished, where most are lost and where strain is greatest', () => {
    const told = headlines([withMedian(31)], [walk]);
    expect(told.map(({ id, statement }) => [id, statement])).toEqual([
      [
        'finished/walk',
        'Walks: 50 of 100 have finished (50 %), half of all by day 31; 36 were lost on the way, 14 are still open.',
      ],
      [
        'largest-drop-off/walk',
        'Walks: the step that loses most is second plan, 24 of 74 who came to it (32 %, likely 23 % to 44 %).',
      ],
      [
        'most-tense/walk',
        'Walks: strain is greatest at first plan, where 54 of 88 are anxious or worn out (61 %, likely 51 % to 71 %).',
      ],
    ]);
    expect(told[1]!.figures).toEqual({ step: 'second_plan', drop_off: share(24, 74) });
    expect(told[1]!.records.where).toEqual({
      collection: 'walk',
      groups: { all: 'all' },
      need: 'drop-off second_plan',
    });
  });

  it('tells how long those took who finished, where half never do', () => {
    expect(headlines([withMedian(null)], [walk])[0]!.statement).toBe(
      'Walks: 50 of 100 have finished (50 %), half of those within 4 days; 36 were lost on the way, 14 are still open.',
    );
  });

  it('tells of the three needs that most people have', () => {
    const figures = collectionOf(people, [
      ...times(5, { groups, needs: ['unseen', 'late'] }),
      ...times(4, { groups, needs: ['late', 'ill'] }),
      ...times(2, { groups, needs: ['ill', 'far'] }),
      ...times(9, { groups }),
    ]);
    const told = headlines(
      [figures, { ...figures, collection: 'again' }],
      [people, { ...people, collection: 'again' }],
    );
    expect(told.map(({ id, statement }) => [id, statement])).toEqual([
      ['need/people/late', 'People: 9 of 20 are late (45 %).'],
      ['need/people/ill', 'People: 6 of 20 are ill (30 %).'],
      ['need/people/unseen', 'People: 5 of 20 are never seen (25 %).'],
    ]);
  });

  it('tells of no step that hardly anybody came to, and of no strain where there is none', () => {
    const few = collectionOf(walk, [
      ...times(20, { groups, ending: 'finished', steps: { first_plan: false } }),
      ...times(9, { groups, ending: 'stopped', lostAt: 'second_plan' }),
    ]);
    expect(headlines([few], [walk]).map(({ id }) => id)).toEqual(['finished/walk']);
  });
});
