import { describe, expect, it } from 'vitest';
import { AnalysisState } from '../../src/analysis/index.js';
import type { Study } from '../../src/domain/index.js';
import { groupIn } from './dataSet.js';
import { analysed, asOf, domainOf, steps, tourStudy } from './tours.js';

const twice = steps(
  '2025-03-01 welcome completed calm',
  '2025-03-02 look completed tense',
  '2025-03-04 look completed tense',
  '2025-03-09 look abandoned calm',
);

describe('journeys that come to a step several times', () => {
  it('count once for who reached it, and every time for how it felt', async () => {
    const { collections } = await analysed([{ id: 'a', journey: twice }]);
    const journey = groupIn(collections[0]!.groups, 'all').journey!;
    const [welcome, look, signUp] = journey.steps;
    expect(welcome).toMatchObject({ step: 'welcome', reached: 1, completed: { hits: 1 }, drop_off: { hits: 0 } });
    expect(look).toMatchObject({
      reached: 1,
      // By the last time; it had been completed before.
      statuses: { completed: 0, abandoned: 1 },
      completed: { hits: 1, trials: 1 },
      drop_off: { hits: 1, trials: 1 },
      tense: { hits: 2, trials: 3 },
      gap_days: { count: 3, min: 1, median: 2, max: 5 },
    });
    expect(signUp).toMatchObject({ step: 'sign_up', reached: 0, drop_off: { hits: 0, trials: 0, share: null } });
    expect(journey.flows).toEqual([
      { from: 'welcome', to: 'look', count: 1 },
      { from: 'look', to: 'look', count: 2 },
      { from: 'look', to: 'abandoned', count: 1 },
    ]);
    expect(journey.transitions.map(({ from, to, hits, trials }) => `${from} ${to} ${hits}/${trials}`)).toEqual([
      'calm calm 0/1',
      'calm tense 1/1',
      'tense calm 1/2',
      'tense tense 1/2',
    ]);
  });

  it('have completed it whenever they did', async () => {
    const journey = steps('2025-03-01 look skipped', '2025-03-02 look completed', '2025-03-03 look in_progress');
    const { collections } = await analysed([{ id: 'a', journey }]);
    const look = groupIn(collections[0]!.groups, 'all').journey!.steps[1];
    expect(look).toMatchObject({ reached: 1, completed: { hits: 1 }, statuses: { completed: 0, in_progress: 1 } });
  });

  it('are lost in front of a step that they did not begin', async () => {
    const journey = steps('2025-03-01 welcome');
    const { collections } = await analysed([
      { id: 'a', journey },
      { id: 'b', journey: twice },
    ]);
    const figures = groupIn(collections[0]!.groups, 'all').journey!;
    expect(figures.steps[1]).toMatchObject({ reached: 2, drop_off: { hits: 2 }, tense: { trials: 3 } });
    expect(figures.flows).toContainEqual({ from: 'welcome', to: 'stopped', count: 1 });
  });
});

describe('what an analysis was not told of', () => {
  it('stands behind what was declared, by the alphabet', async () => {
    const { collections, journeys } = await analysed([
      { id: 'a', city: 'Zug', journey: steps('2025-03-01 walk', '2025-03-02 bus abandoned vexed') },
      { id: 'b', city: 'Bern', journey: steps('2025-03-01 welcome paused angry') },
      { id: 'c', city: 'Oslo', price: 3, journey: [] },
    ]);
    const { groups, targets, crosses } = collections[0]!;
    expect(groups.map(({ label, records }) => `${label} ${records}`)).toEqual([
      'all 3',
      'Rome 0',
      'Oslo 1',
      'Bern 1',
      'Zug 1',
    ]);
    expect(targets.map(({ label, hits, trials }) => [label, hits, trials])).toEqual([
      ['Rome', 0, 3],
      ['Oslo', 1, 3],
    ]);
    expect(crosses).toEqual([]);
    const { steps: found, emotions } = groups[0]!.journey!;
    expect(found.map(({ step }) => step)).toEqual(['welcome', 'look', 'sign_up', 'bus', 'walk']);
    expect(Object.keys(found[0]!.statuses).at(-1)).toBe('paused');
    expect(emotions.map(({ label }) => label)).toEqual(['calm', 'tense', 'angry', 'vexed']);
    // Groups without a journey say nothing of journeys.
    expect(journeys.map(({ label }) => label)).toEqual(['all', 'Oslo', 'Bern', 'Zug', 'tours']);
  });

  it('is null where nothing was seen of it', async () => {
    const { collections } = await analysed([{ id: 'a', city: 'Oslo', price: 3, journey: [] }]);
    const rome = groupIn(collections[0]!.groups, 'city', 'Rome');
    expect(rome).toMatchObject({
      records: 0,
      needs: { dear: { hits: 0, trials: 0, share: null, interval: [0, 1] } },
      measures: { price: { count: 0, median: null } },
      journey: { journeys: 0, duration_days: { count: 0, mean: null }, completion_time: { points: [] } },
    });
    expect(collections[0]!.correlations.values).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('correlates the records that have both numbers', async () => {
    const tours = [1, 2, 5].map((price, index) => ({ id: `${index}`, price, journey: [] }));
    const { collections } = await analysed([...tours, { id: 'none', journey: [] }]);
    const { values, counts } = collections[0]!.correlations;
    expect(counts).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect(values[0]![1]).toBeCloseTo(1, 12);
  });

  it('is not there without records', async () => {
    const { records, collections, journeys, findings, headlines } = await analysed([]);
    expect({ records, collections, journeys, findings, headlines }).toEqual({
      records: 0,
      collections: [],
      journeys: [],
      findings: [],
      headlines: [],
    });
  });

  it('asks about a need only whom it is meant for', async () => {
    const walks: Study<never> = { ...tourStudy, collection: 'walks', needs: [], groupings: [] };
    const state = await AnalysisState.of({ domain: domainOf([tourStudy, walks], ['tours', 'walks']), asOf });
    for (const [index, collection] of ['tours', 'walks', 'walks'].entries()) {
      const record = { id: 'a', city: 'Rome', price: 200, journey: [] };
      state.see({ collection, file: 'f', index, pointer: '', record, broken: new Set() });
    }
    expect(groupIn(state.finish().journeys, 'all')).toMatchObject({
      records: 3,
      needs: { dear: { hits: 1, trials: 1 } },
    });
    expect(groupIn(state.finish().journeys, 'collection', 'walks')).toMatchObject({ needs: { dear: { share: null } } });
  });
});

describe('an analysis', () => {
  it.each<[string, readonly Study<never>[], RegExp]>([
    ['without studies', [], /^no-studies {2}studies of the travel domain: there are none[^]*collection: 'tours'/],
    ['of an unknown collection', [{ ...tourStudy, collection: 'walks' }], /bad-study.*"walks" is none[^]*one of tours/],
    ['asked twice', [tourStudy, tourStudy], /bad-study.*collection tours has two studies/],
    [
      'with a grouping that every analysis has',
      [{ ...tourStudy, groupings: [{ id: 'all', title: 'all', of: () => 'x' }] }],
      /bad-study.*grouping all of tours/,
    ],
  ])('is refused %s', async (_, studies, message) => {
    await expect(AnalysisState.of({ domain: domainOf(studies), asOf })).rejects.toThrow(message);
  });

  it('is refused where a domain does not speak of analyses', async () => {
    const { studies: _, ...domain } = domainOf([]);
    await expect(AnalysisState.of({ domain, asOf })).rejects.toThrow(/no-studies/);
  });

  it.each([
    [{ asOf: '2025-02-30' }, 'asOf is "2025-02-30"'],
    [{ alpha: 0 }, 'alpha is 0'],
    [{ alpha: NaN }, 'alpha is NaN'],
    [{ minEffect: -1 }, 'minEffect is -1'],
  ])('is refused with %j', async (options, message) => {
    const settings = { domain: domainOf([tourStudy]), asOf, ...options };
    await expect(AnalysisState.of(settings)).rejects.toThrow(`bad-option  AnalysisState.of(…): ${message}`);
  });
});
