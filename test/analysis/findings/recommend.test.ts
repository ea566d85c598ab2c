import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analysis/findings/index.js';
import type { Analysis, Finding, Recommendation } from '../../../src/analysis/index.js';
import type { Study } from '../../../src/index.js';
import { collectionOf, judgedOf, studyOf, times } from './figures.js';
import type { Layout, Told } from './figures.js';
import { analysed, fixture, withPersonas } from './healthData.js';

const layout: Layout = { collection: 'walk', steps: ['one', 'two'], needs: ['unseen'] };

function lost(groups: Told['groups'], at: string, hits: number, trials: number): Told[] {
  const steps = at === 'two' ? { one: false } : {};
  return [
    ...times(hits, { groups, ending: 'stopped', steps, lostAt: at }),
    ...times(trials - hits, { groups, ending: 'finished', steps: { one: false, two: false } }),
  ];
}

function recommended(records: readonly Told[], advise: Study['advise'], groupings: readonly string[] = []) {
  const judged = judgedOf([collectionOf(layout, records)], [studyOf(layout, advise, groupings)]);
  return judge(judged, { alpha: 0.01, minEffect: 0.2 });
}

describe('recommendations', () => {
  const records = [
    ...lost({ persona: 'a' }, 'one', 60, 100),
    ...lost({ persona: 'b' }, 'two', 50, 100),
    ...lost({ persona: 'c' }, 'two', 5, 200),
  ];

  it('advises by what was found, with the finding that calls for it', () => {
    const { recommendations, findings } = recommended(records, ({ kind, subject }) => `mend ${kind} ${subject}`);
    expect(recommendations).toEqual([
      {
        grouping: 'persona',
        label: 'a',
        advice: [
          { text: 'mend drop-off one', finding: 'drop-off/walk/one/persona/a' },
          { text: 'mend completion walk', finding: 'completion/walk/walk/persona/a' },
        ],
      },
      {
        grouping: 'persona',
        label: 'b',
        advice: [
          { text: 'mend drop-off two', finding: 'drop-off/walk/two/persona/b' },
          { text: 'mend completion walk', finding: 'completion/walk/walk/persona/b' },
        ],
      },
    ]);
    // Of c it was found that it does better.
    expect(findings.some(({ label, adverse }) => label === 'c' && !adverse)).toBe(true);
  });

  it('says a sentence once a group, with its weightiest finding, and nothing where nothing helps', () => {
    const { recommendations } = recommended(records, ({ kind, subject }) =>
      kind === 'drop-off' && subject === 'two' ? undefined : 'do it',
    );
    expect(recommendations).toEqual([
      { grouping: 'persona', label: 'a', advice: [{ text: 'do it', finding: 'drop-off/walk/one/persona/a' }] },
      { grouping: 'persona', label: 'b', advice: [{ text: 'do it', finding: 'completion/walk/walk/persona/b' }] },
    ]);
    expect(recommended(records, undefined).recommendations).toEqual([]);
  });

  it('goes by grouping in the order of the studies, then with the weightiest first', () => {
    const both = records.map((one, index) => ({
      ...one,
      groups: { band: one.lostAt === 'one' ? 'old' : index % 2 === 0 ? 'mid' : 'young', ...one.groups },
    }));
    const order = (groupings: readonly string[]): string[] =>
      recommended(both, () => 'do it', groupings).recommendations.map(({ label }) => label);
    expect(order(['persona', 'band'])).toEqual(['a', 'b', 'old']);
    expect(order(['band', 'persona'])).toEqual(['old', 'a', 'b']);
  });

  it('goes by what was found, never by the name: personas that change names change recommendations', async () => {
    const [one, other] = ['health_aware_avoider', 'structured_system_seeker'] as const;
    const swap = (persona: string): string => (persona === one ? other : persona === other ? one : persona);
    const data = await fixture();
    const before = await analysed(data);
    const after = await analysed(withPersonas(data, (personas) => personas.map(swap)));
    const told = (analysis: Analysis, name: (label: string) => string) => ({
      findings: analysis.findings.map((finding) => withName(finding, name)),
      recommendations: analysis.recommendations.map((recommendation) => adviceWithName(recommendation, name)),
    });
    expect(before.recommendations.map(({ label }) => label)).toContain(one);
    expect(before.recommendations.map(({ label }) => label)).not.toContain(other);
    expect(told(after, swap)).toEqual(told(before, (label) => label));
  });
});

function withName({ kind, subject, collection, grouping, label, figures }: Finding, name: (label: string) => string) {
  return { kind, subject, collection, grouping, label: name(label), figures };
}

function adviceWithName({ grouping, label, advice }: Recommendation, name: (label: string) => string) {
  return { grouping, label: name(label), advice: advice.map(({ text }) => text) };
}
