import { beforeAll, describe, expect, it } from 'vitest';
import { AnalysisState, matches, traitsOf } from '../../src/analysis/index.js';
import type { About, Analysis, BehindKind, Traits, Where } from '../../src/analysis/index.js';
import type { Study } from '../../src/domain/index.js';
import { domain, fixture, types } from './dataSet.js';
import { stateOf, steps, tourStudy } from './tours.js';
import type { Tour } from './tours.js';

const asOf = '2025-03-31';

/** Every statement that could be made of a collection. */
function aboutAll({ collections }: Analysis): About<BehindKind>[] {
  return collections.flatMap(({ collection, groups }) =>
    groups.flatMap(({ grouping, label, needs, journey }) => {
      const base = { collection, grouping, label };
      const names = journey?.steps.map(({ step }) => step) ?? [];
      return [
        { ...base, kind: 'completion' as const, subject: collection },
        { ...base, kind: 'duration' as const, subject: collection },
        { ...base, kind: 'group' as const, subject: collection },
        ...names.map((subject) => ({ ...base, kind: 'drop-off' as const, subject })),
        ...names.map((subject) => ({ ...base, kind: 'tense' as const, subject })),
        ...(journey?.outcomes ?? []).map(({ outcome: subject }) => ({ ...base, kind: 'outcome' as const, subject })),
        ...Object.keys(needs).map((subject) => ({ ...base, kind: 'need' as const, subject })),
      ];
    }),
  );
}

describe('the records behind a statement on the fixture', () => {
  let state: AnalysisState;
  let analysis: Analysis;
  const traits = new Map<string, readonly Traits[]>();
  const count = (where: Where): number => traits.get(where.collection!)!.filter((one) => matches(where, one)).length;

  beforeAll(async () => {
    state = await AnalysisState.of({ domain, asOf });
    const studies = (await domain.studies!()) as readonly Study[];
    for (const [collection, list] of Object.entries(fixture)) {
      const study = studies.find((one) => one.collection === collection)!;
      traits.set(
        collection,
        list.map((record) => traitsOf(study, record, asOf)),
      );
      for (const [index, record] of list.entries()) {
        state.see({ collection, file: `${collection}.json`, index, pointer: `/${index}`, record, broken: new Set() });
      }
    }
    analysis = state.finish();
  });

  it('are those that its condition picks, and the first ten of them', () => {
    const all = aboutAll(analysis);
    expect(all.length).toBeGreaterThan(500);
    for (const about of all) {
      const { where, count: found, first } = state.behind(about);
      const picked = traits
        .get(about.collection)!
        .flatMap((one, record) => (matches(where, one) ? [{ record, person: one.person, name: one.name }] : []));
      expect(found, JSON.stringify(about)).toBe(picked.length);
      const places = picked.slice(0, 10).map((one) => ({
        file: `${about.collection}.json`,
        pointer: `/${one.record}`,
        ...one,
      }));
      expect(first).toEqual(places);
    }
  });

  it('are as many as the figure counts', () => {
    for (const { collection, groups } of analysis.collections) {
      for (const { grouping, label, records, needs, facts, journey } of groups) {
        const base: Where = { collection, ...(grouping !== 'all' && { groups: { [grouping]: label } }) };
        expect(count(base)).toBe(records);
        for (const [need, { hits }] of Object.entries(needs)) expect(count({ ...base, need })).toBe(hits);
        for (const [fact, labels] of Object.entries(facts)) {
          for (const one of labels) expect(count({ ...base, facts: { [fact]: one.label } })).toBe(one.hits);
        }
        for (const one of journey?.endings ?? []) {
          expect(count({ ...base, endings: [one.label as 'open'] })).toBe(one.hits);
        }
        for (const { step, drop_off, completed } of journey?.steps ?? []) {
          expect(count({ ...base, lost_at: step })).toBe(drop_off.hits);
          expect(count({ ...base, step: { name: step, statuses: ['completed'] } })).toBe(completed.hits);
        }
        for (const { outcome: name, reached, expected, beyond } of journey?.outcomes ?? []) {
          expect(count({ ...base, outcome: { name, results: ['reached'] } })).toBe(reached.hits);
          expect(count({ ...base, outcome: { name, results: ['reached', 'missed'] } })).toBe(expected);
          expect(count({ ...base, outcome: { name, results: ['beyond'] } })).toBe(beyond);
        }
      }
    }
  });

  it('are none for what nobody said', () => {
    const about = {
      collection: types[0],
      grouping: 'all',
      label: 'all',
      kind: 'drop-off' as const,
      subject: 'nowhere',
    };
    expect(state.behind(about)).toMatchObject({ count: 0, first: [] });
    expect(state.behind({ ...about, collection: 'nothing' })).toMatchObject({ count: 0, first: [] });
    const elsewhere = { ...about, subject: 'risk_assessment', grouping: 'persona', label: 'nobody' };
    expect(state.behind(elsewhere)).toMatchObject({ count: 0, first: [] });
  });

  it('stand behind every headline and finding', () => {
    const behind = [...analysis.headlines, ...analysis.findings].map(({ records }) => records);
    expect(behind.length).toBeGreaterThan(10);
    for (const { where, count: found } of behind) expect(count(where), JSON.stringify(where)).toBe(found);
    // Also where a group does better: behind `0 % of 75 are never screened` stand those 75.
    expect(analysis.findings.filter(({ adverse }) => !adverse).length).toBeGreaterThan(5);
    expect(analysis.findings.filter(({ records }) => records.count === 0)).toEqual([]);
  });
});

describe('the records behind a statement on journeys that loop', () => {
  it('are counted once, and only where the step itself was tense', async () => {
    const lines = [
      '2025-03-01 welcome completed tense',
      '2025-03-02 look completed tense',
      '2025-03-03 look abandoned tense',
    ];
    const tours: Tour[] = [
      { id: 'a', journey: steps(...lines), wished: { sign_up: true } },
      { id: 'b', journey: steps('2025-03-01 welcome completed tense', '2025-03-02 look abandoned') },
      { id: 'c', journey: [] },
      { id: 'd', journey: steps('2025-03-01 look', '2025-03-02 look completed tense') },
    ];
    const state = await stateOf(tours);
    const traits = tours.map((tour) => traitsOf(tourStudy, tour, asOf));
    for (const about of aboutAll(state.finish())) {
      const { where, count } = state.behind(about);
      expect(count, JSON.stringify(about)).toBe(traits.filter((one) => matches(where, one)).length);
    }
    const base = { collection: 'tours', grouping: 'all', label: 'all' };
    expect(state.behind({ ...base, kind: 'tense', subject: 'look' }).count).toBe(2);
    expect(state.behind({ ...base, kind: 'tense', subject: 'welcome' }).count).toBe(2);
  });
});
