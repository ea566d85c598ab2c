import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../../src/analysis/comparison/index.js';
import type { Analysis, CollectionFigures, Comparison } from '../../../src/analysis/index.js';
import { Source } from '../../../src/source/index.js';
import { collectionOf, daysOf, drawTold, share, times } from '../findings/figures.js';
import type { Chances, Layout, Told } from '../findings/figures.js';
import { analysed, fixture, population } from '../findings/healthData.js';
import { mostByChance } from '../findings/mostByChance.js';

const layout: Layout = {
  collection: 'walk',
  title: 'Walks',
  steps: ['one', 'two'],
  outcomes: ['plan'],
  needs: ['unseen'],
};

function analysisOf(collections: readonly CollectionFigures[], path = 'before.json'): Analysis {
  const records = collections.reduce((sum, one) => sum + one.records, 0);
  return {
    as_of: '2025-03-31',
    alpha: 0.01,
    files: [{ path, records, collections: collections.map(({ collection }) => collection) }],
    records,
    left_out: { count: 0, first: [] },
    titles: { of: { unseen: 'never seen', persona: 'persona' }, units: {} },
    collections,
    journeys: [],
    headlines: [],
    findings: [],
    comparisons: 0,
    recommendations: [],
  };
}

function compared(before: readonly CollectionFigures[], after: readonly CollectionFigures[], alpha = 0.01): Comparison {
  return compareFigures(analysisOf(before), analysisOf(after, 'after.json'), { alpha });
}

function drawn(seed: number, size: number, chances: Chances = {}, personas = ['a', 'b', 'c']): CollectionFigures {
  const root = Source.of(seed).child('compared');
  const records = Array.from({ length: size }, (_, index) => {
    const source = root.child(index);
    return drawTold(source, { persona: personas[source.below(personas.length)]! }, layout, chances);
  });
  return collectionOf(layout, records);
}

const found = ({ changes }: Comparison): string[] => changes.filter((one) => one.is_change).map(({ id }) => id);

describe('compareFigures', () => {
  it('finds no change between equal data', async () => {
    const analysis = await analysed(await fixture());
    const { changes, files, records, only_before, only_after } = compareFigures(analysis, analysis, { alpha: 0.01 });
    expect(files).toEqual(analysis.files);
    expect(records).toBe(analysis.records);
    expect([only_before, only_after]).toEqual([[], []]);
    expect(changes.length).toBeGreaterThan(100);
    for (const change of changes) {
      expect(change.before, change.id).toEqual(change.after);
      expect([change.difference, change.effect, change.is_change], change.id).toEqual([0, 0, false]);
      expect(change.adjusted_p).toBeGreaterThan(0.9);
    }
  });

  it('finds none, or next to none, between populations of other seeds', async () => {
    const analyses = await Promise.all([1, 2, 3, 4, 5].map((seed) => analysed(population(120, seed))));
    const changes = analyses
      .slice(1)
      .map((after, index) => found(compareFigures(analyses[index]!, after, { alpha: 0.05 })));
    expect(changes.filter((ids) => ids.length > 0).length).toBeLessThanOrEqual(1);
  });

  it('finds a change in at most about alpha of pairs that are drawn alike', () => {
    const changed = Array.from({ length: 100 }, (_, pair) =>
      found(compared([drawn(2 * pair, 120)], [drawn(2 * pair + 1, 160)], 0.05)),
    ).filter((ids) => ids.length > 0);
    expect(changed.length).toBeLessThanOrEqual(mostByChance(100, 0.05));
  });

  it('finds a planted change, and puts it first', () => {
    // Everybody comes to the first step: whoever does not complete it is lost at it.
    for (const [step, id, title] of [
      ['one', 'completed', 'Walks: one completed'],
      ['two', 'drop_off', 'Walks: lost at two'],
    ] as const) {
      const lost = (_: Told['groups'], at: string): number => (at === step ? 0.4 : 0.1);
      const comparison = compared([drawn(1, 400, { lost: () => 0.1 })], [drawn(2, 400, { lost })]);
      const [first] = comparison.changes;
      expect(first).toMatchObject({
        id: `walk/step/${step}/${id}`,
        title,
        is_change: true,
      });
      expect(Math.abs(first!.difference)).toBeGreaterThan(0.2);
      const ps = comparison.changes.map(({ adjusted_p }) => adjusted_p);
      expect(ps).toEqual([...ps].sort((a, b) => a - b));
    }
    const quick = (): number => 3;
    expect(found(compared([drawn(1, 200)], [drawn(2, 200, { days: quick })]))).toEqual(['walk/duration_days']);
    const unseen = compared([drawn(1, 300)], [drawn(2, 300, { needs: () => 0.7 })]);
    expect(found(unseen)).toEqual(['walk/need/unseen']);
    expect(unseen.changes[0]!.title).toBe('Walks: never seen');
  });

  it('finds a change of one group by its name', () => {
    const lost = ({ persona }: Told['groups'], at: string): number => (persona === 'b' && at === 'two' ? 0.7 : 0.1);
    const { changes } = compared([drawn(1, 400, { lost: () => 0.1 })], [drawn(2, 400, { lost })]);
    const own = changes.find(({ id }) => id === 'walk/step/two/drop_off/persona/b')!;
    expect(own).toMatchObject({ title: 'Walks of persona b: lost at two', is_change: true });
    expect(own.difference).toBeGreaterThan(changes.find(({ id }) => id === 'walk/step/two/drop_off')!.difference);
    expect(changes.find(({ id }) => id === 'walk/step/two/drop_off/persona/a')!.is_change).toBe(false);
  });

  it('agrees with a worked example', () => {
    const of = (hits: number, trials: number) =>
      collectionOf({ collection: 'people', title: 'People', needs: ['unseen', 'late'] }, [
        ...times(hits, { groups: {}, needs: ['unseen'] }),
        ...times(trials / 2 - hits, { groups: {} }),
        ...times(trials / 2, { groups: {}, needs: ['late'] }),
      ]);
    const { changes } = compared([of(34, 280)], [of(37, 90)]);
    expect(changes.map(({ id }) => id)).toEqual(['people/need/unseen', 'people/need/late']);
    // Of two comparisons; from scipy's `fisher_exact` and Newcombe's formula at a level of 0.01 / 2.
    expect(changes[0]).toEqual({
      id: 'people/need/unseen',
      title: 'People: never seen',
      before: share(34, 280),
      after: share(37, 90),
      difference: expect.closeTo(0.28968253968253965, 12),
      difference_interval: [expect.closeTo(0.14181053382334968, 9), expect.closeTo(0.4432623441788876, 9)],
      effect: expect.closeTo(0.6802004234299935, 12),
      p: expect.closeTo(1.6979800410502156e-8, 16),
      adjusted_p: expect.closeTo(2 * 1.6979800410502156e-8, 16),
      is_change: true,
    });
  });

  it('takes a label that one of them lacks for one that nobody there has', () => {
    const [old, grown] = [drawn(1, 300), drawn(2, 300, {}, ['a', 'b', 'c', 'new_one'])];
    const { changes } = compared([old], [grown]);
    expect(changes[0]).toMatchObject({
      id: 'walk/group/persona/new_one',
      title: 'Walks, persona: new one',
      before: share(0, 300),
      is_change: true,
    });
    expect(changes.some(({ id }) => id.startsWith('walk/step/') && id.endsWith('new_one'))).toBe(false);
    expect(compared([grown], [old]).changes[0]).toMatchObject({
      id: 'walk/group/persona/new_one',
      after: share(0, 300),
      is_change: true,
    });
  });

  it('tells of two labels once, and of all where there are three', () => {
    const labels = (personas: string[]): string[] =>
      compared([drawn(1, 90, {}, personas)], [drawn(2, 90, {}, personas)])
        .changes.map(({ id }) => id)
        .filter((id) => id.startsWith('walk/group/'))
        .sort();
    expect(labels(['a', 'b'])).toEqual(['walk/group/persona/a']);
    expect(labels(['a', 'b', 'c'])).toEqual(['a', 'b', 'c'].map((label) => `walk/group/persona/${label}`));
  });

  it('tells of both of two labels that some records have neither of', () => {
    const of = (often: number, seldom: number): CollectionFigures => {
      const base = collectionOf({ collection: 'people' }, times(100, { groups: {} }));
      const labels = [
        { label: 'often', ...share(often, 100) },
        { label: 'seldom', ...share(seldom, 100) },
      ];
      return { ...base, groups: base.groups.map((group) => ({ ...group, facts: { visits: labels } })) };
    };
    const ids = (before: CollectionFigures, after: CollectionFigures): string[] =>
      compared([before], [after])
        .changes.map(({ id }) => id)
        .sort();
    const both = ['people/fact/visits/often', 'people/fact/visits/seldom'];
    expect(ids(of(30, 40), of(40, 40))).toEqual(both);
    expect(ids(of(30, 70), of(40, 40))).toEqual(both);
    expect(ids(of(30, 40), of(40, 60))).toEqual(both);
    expect(ids(of(30, 70), of(40, 60))).toEqual(['people/fact/visits/often']);
  });

  it('takes a step that journeys took many times for no more witnesses than there are journeys', () => {
    const of = (tense: number, repeats: number): CollectionFigures => {
      const base = collectionOf(
        { collection: 'walk', steps: ['loop'] },
        times(40, { groups: {}, ending: 'finished', steps: { loop: false } }),
      );
      const [hits, trials] = [tense * repeats, 40 * repeats];
      return {
        ...base,
        groups: base.groups.map((group) => ({
          ...group,
          journey: {
            ...group.journey!,
            steps: group.journey!.steps.map((step) => ({
              ...step,
              tense: share(hits, trials),
              emotions: [
                { label: 'calm', ...share(trials - hits, trials) },
                { label: 'anxious', ...share(hits, trials) },
              ],
            })),
          },
        })),
      };
    };
    const ids = ['walk/step/loop/emotion/calm', 'walk/step/loop/tense'];
    expect(found(compared([of(5, 1)], [of(30, 1)])).sort()).toEqual(ids);
    expect(found(compared([of(5, 20)], [of(30, 20)])).sort()).toEqual(ids);
    expect(found(compared([of(15, 1)], [of(20, 1)]))).toEqual([]);
    expect(found(compared([of(15, 20)], [of(20, 20)]))).toEqual([]);
  });

  it('leaves out what is all or none on both sides, and days of too few', () => {
    const ids = (before: CollectionFigures, after: CollectionFigures): string[] =>
      compared([before], [after]).changes.map(({ id }) => id);
    const never = drawn(1, 60, { needs: () => 0, tense: () => 0, lost: () => 0 });
    const few = drawn(2, 25, { needs: () => 0, tense: () => 0, lost: () => 0 });
    expect(ids(never, never)).toContain('walk/duration_days');
    expect(ids(never, few)).not.toContain('walk/duration_days');
    for (const id of ['walk/need/unseen', 'walk/step/one/tense', 'walk/step/one/drop_off', 'walk/step/one/completed']) {
      expect(ids(never, never), id).not.toContain(id);
      expect(ids(never, drawn(3, 60)), id).toContain(id);
    }
  });

  it('compares gaps, facts, and targets that are neither', () => {
    const base = drawn(1, 100);
    const withMore = (gap: number, far: number): CollectionFigures => ({
      ...base,
      targets: [
        { margin: 'persona', label: 'a', target: 0.3, ...share(30, 100) },
        { margin: 'region', label: 'far', target: 0.3, ...share(far, 100) },
        { margin: 'region', label: 'near', target: 0.3, ...share(50, 100) },
        { margin: 'region', label: 'else', target: 0.4, ...share(50 - far, 100) },
      ],
      groups: base.groups.map((group) => ({
        ...group,
        facts: {
          visits: ['often', 'seldom', 'never'].map((label) => ({ label, ...share(label === 'often' ? far : 20, 100) })),
        },
        journey: {
          ...group.journey!,
          steps: group.journey!.steps.map((step) => ({
            ...step,
            gap_days: daysOf(Array.from({ length: 40 }, (_, index) => gap + (index % 5))),
          })),
        },
      })),
    });
    const comparison = compared([withMore(2, 10)], [withMore(6, 45)]);
    expect(found(comparison).sort()).toEqual(
      [
        'walk/fact/visits/often',
        'walk/step/one/gap_days',
        'walk/step/two/gap_days',
        'walk/target/region/else',
        'walk/target/region/far',
      ].sort(),
    );
    expect(comparison.changes.some(({ id }) => id.startsWith('walk/target/persona'))).toBe(false);
    expect(comparison.changes.find(({ id }) => id === 'walk/step/two/gap_days')).toMatchObject({
      title: 'Walks: days before two',
      difference: expect.closeTo(4, 9),
    });
  });

  it('names the collections that only one of them has', () => {
    const other = collectionOf({ ...layout, collection: 'ride' }, []);
    const swim = collectionOf({ ...layout, collection: 'swim' }, []);
    expect(compared([drawn(1, 30), other], [drawn(2, 30), swim])).toMatchObject({
      only_before: ['ride'],
      only_after: ['swim'],
      records: 30,
      files: [{ path: 'before.json' }],
    });
  });
});
