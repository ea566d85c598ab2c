import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analysis/findings/index.js';
import { collectionOf, daysOf, judgedOf, share, studyOf, times } from './figures.js';
import type { Layout, Told } from './figures.js';

/* One file, though long: all rules of the judgement are asked of the same hand-made figures. */

const SETTINGS = { alpha: 0.01, minEffect: 0.2 };
const walk: Layout = { collection: 'walk', title: 'Walks', steps: ['first_plan'] };

function lost(groups: Told['groups'], hits: number, trials: number, step = 'first_plan'): Told[] {
  return [
    ...times(hits, { groups, ending: 'stopped', lostAt: step }),
    ...times(trials - hits, { groups, ending: 'finished', steps: { [step]: false } }),
  ];
}

/** Ninety of whom 37 are lost, beside 280 others of whom 34 are. */
const worked = [
  ...lost({ persona: 'careful_one' }, 37, 90),
  ...lost({ persona: 'quick_one' }, 20, 160),
  ...lost({ persona: 'third_one' }, 14, 120),
];

const judgedWorked = judgedOf([collectionOf(walk, worked)], [studyOf(walk)], { persona: 'persona' });

describe('judge', () => {
  it('agrees with a worked example, figure by figure', () => {
    // Three personas, by drop-off and by completion, which here are the same people; nobody is tense at all.
    const { findings, comparisons } = judge(judgedWorked, SETTINGS);
    expect(comparisons).toBe(6);
    const [first] = findings;
    expect(first).toMatchObject({
      id: 'drop-off/walk/first_plan/persona/careful_one',
      kind: 'drop-off',
      rank: 1,
      grouping: 'persona',
      label: 'careful_one',
      collection: 'walk',
      subject: 'first_plan',
      adverse: true,
    });
    const { figures } = first!;
    expect(figures.group).toEqual(share(37, 90));
    expect(figures.others).toEqual(share(34, 280));
    // From scipy's `fisher_exact` and Newcombe's formula at a level of 0.01 / 6.
    expect(figures.difference).toBeCloseTo(0.28968253968253965, 12);
    expect(figures.effect).toBeCloseTo(0.6802004234299935, 12);
    expect(figures.p).toBeCloseTo(1.6979800410502156e-8, 16);
    expect(figures.adjusted_p).toBeCloseTo(6 * 1.6979800410502156e-8, 15);
    expect(figures.difference_interval[0]).toBeCloseTo(0.12552151308413426, 9);
    expect(figures.difference_interval[1]).toBeCloseTo(0.460618307153957, 9);
  });

  it('says it in one sentence that adds up, and leads to the records', () => {
    const [first, second] = judge(judgedWorked, SETTINGS).findings;
    expect(first!.statement).toBe(
      'Walks of persona careful one: 41 % of 90 are lost at first plan, against 12 % of 280 others, 29 points more (at least 12).',
    );
    expect(second!.statement).toBe(
      'Walks of persona careful one: 59 % of 90 finish, against 88 % of 280 others, 29 points less (at least 12).',
    );
    expect(first!.records.where).toEqual({
      collection: 'walk',
      groups: { persona: 'careful_one' },
      need: 'drop-off first_plan',
    });
  });

  it('finds nothing that matters less than asked for, however sure', () => {
    expect(judge(judgedWorked, { alpha: 0.01, minEffect: 0.69 }).findings).toEqual([]);
    expect(judge(judgedWorked, { alpha: 0.01, minEffect: 0.68 }).findings).toHaveLength(2);
    expect(judge(judgedWorked, { alpha: 1e-8, minEffect: 0.2 }).findings).toEqual([]);
  });

  it('compares no group, and no others, of fewer than ten', () => {
    const beside = (size: number): number => {
      const records = [
        ...lost({ band: 'a' }, size, size),
        ...lost({ band: 'b' }, 0, 200),
        ...lost({ band: 'c' }, 1, 50),
      ];
      return judge(judgedOf([collectionOf(walk, records)], [studyOf(walk)]), SETTINGS).findings.filter(
        ({ label }) => label === 'a',
      ).length;
    };
    expect(beside(10)).toBe(2);
    expect(beside(9)).toBe(0);
  });

  it("tells of two groups that are each other's others once, of the one that does worse", () => {
    for (const [worse, better] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const records = [...lost({ half: worse }, 60, 100), ...lost({ half: better }, 10, 120)];
      const { findings, comparisons } = judge(judgedOf([collectionOf(walk, records)], [studyOf(walk)]), SETTINGS);
      expect(comparisons).toBe(2);
      expect(findings.map(({ kind, label, adverse }) => [kind, label, adverse])).toEqual([
        ['drop-off', worse, true],
        ['completion', worse, true],
      ]);
    }
  });

  it('tells of both where some belong to neither', () => {
    const records = [...lost({ half: 'a' }, 60, 100), ...lost({ half: 'b' }, 10, 120), ...lost({}, 3, 30)];
    const { findings } = judge(judgedOf([collectionOf(walk, records)], [studyOf(walk)]), SETTINGS);
    expect(findings.map(({ kind, label, adverse }) => [kind, label, adverse])).toEqual([
      ['drop-off', 'a', true],
      ['completion', 'a', true],
      ['drop-off', 'b', false],
      ['completion', 'b', false],
    ]);
  });

  it('ranks a sure difference before a larger one of few people', () => {
    const layout: Layout = { ...walk, steps: ['one', 'two'] };
    const done = { ending: 'finished', steps: { one: false, two: false } } as const;
    const records = [
      ...times(8, { groups: { persona: 'few' }, ending: 'stopped', lostAt: 'one' }),
      ...times(6, { groups: { persona: 'few' }, ...done }),
      ...times(150, { groups: { persona: 'many' }, ending: 'stopped', steps: { one: false }, lostAt: 'two' }),
      ...times(250, { groups: { persona: 'many' }, ...done }),
      ...times(10, { groups: { persona: 'rest' }, ending: 'stopped', lostAt: 'one' }),
      ...times(30, { groups: { persona: 'rest' }, ending: 'stopped', steps: { one: false }, lostAt: 'two' }),
      ...times(560, { groups: { persona: 'rest' }, ...done }),
    ];
    const { findings } = judge(judgedOf([collectionOf(layout, records)], [studyOf(layout)]), SETTINGS);
    const few = findings.find(({ id }) => id === 'drop-off/walk/one/persona/few')!;
    const many = findings.find(({ id }) => id === 'drop-off/walk/two/persona/many')!;
    expect(few.figures.effect).toBeGreaterThan(many.figures.effect);
    expect(many.rank).toBeLessThan(few.rank);
    expect(findings.map(({ rank }) => rank)).toEqual(findings.map((_, index) => index + 1));
  });

  it('takes days by their means, of thirty journeys at least', () => {
    const took = (persona: string, count: number, from: number): Told[] =>
      Array.from({ length: count }, (_, day) => ({ groups: { persona }, ending: 'finished', days: from + (day % 7) }));
    const found = (count: number) => {
      const records = [...took('slow_one', count, 30), ...took('b', 60, 10), ...took('c', 41, 11)];
      return judge(judgedOf([collectionOf(walk, records)], [studyOf(walk)]), SETTINGS).findings;
    };
    expect(found(29).map(({ label }) => label)).not.toContain('slow_one');
    const slow = found(30).find(({ label }) => label === 'slow_one')!;
    expect(slow).toMatchObject({
      id: 'duration/walk/walk/persona/slow_one',
      kind: 'duration',
      subject: 'walk',
      adverse: true,
    });
    expect(slow.statement).toBe(
      'Walks of persona slow one: 32.8 days on average to finish (30 journeys), against 13.3 days (101 others), 19.5 days more (at least 18.1).',
    );
    const others = daysOf([...took('b', 60, 10), ...took('c', 41, 11)].map(({ days }) => days!));
    const { mean, sd, count, median } = slow.figures.others as typeof others;
    expect(count).toBe(101);
    expect(mean).toBeCloseTo(others.mean!, 10);
    expect(sd).toBeCloseTo(others.sd!, 10);
    expect(median).toBeNull();
  });

  it('asks of a need in the first collection that has it, since later ones hold the same people', () => {
    const people: Layout = { collection: 'people', title: 'People', needs: ['unseen'] };
    const again: Layout = { ...people, collection: 'again' };
    const of = (layout: Layout) =>
      collectionOf(layout, [
        ...times(50, { groups: { persona: 'a' }, needs: ['unseen'] }),
        ...times(20, { groups: { persona: 'b' }, needs: ['unseen'] }),
        ...times(80, { groups: { persona: 'b' } }),
        ...times(90, { groups: { persona: 'c' } }),
      ]);
    const ids = (layouts: readonly Layout[]): string[] =>
      judge(
        judgedOf(layouts.map(of), [studyOf(people), studyOf(again)], { unseen: 'never seen' }),
        SETTINGS,
      ).findings.map(({ id }) => id);
    expect(ids([people, again])).toEqual(expect.arrayContaining(['need/people/unseen/persona/a']));
    expect(ids([people, again]).filter((id) => id.startsWith('need/again'))).toEqual([]);
    expect(ids([again])).toContain('need/again/unseen/persona/a');
  });

  it('takes no definition for a finding, and what is always so for one', () => {
    const layout: Layout = {
      collection: 'people',
      needs: ['raised', 'unseen'],
      definedBy: { raised: ['risk'] },
    };
    // All at a level are raised, or nobody; and of one region all are unseen, of the other nobody.
    const people = (risk: string, region: string, count: number): Told[] =>
      times(count, {
        groups: { risk, region },
        needs: [...(risk === 'low' ? [] : ['raised']), ...(region === 'north' ? ['unseen'] : [])],
      });
    const records = [
      ...people('low', 'north', 40),
      ...people('low', 'south', 110),
      ...people('high', 'north', 50),
      ...people('high', 'south', 40),
    ];
    const found = judge(judgedOf([collectionOf(layout, records)], [studyOf(layout)]), SETTINGS).findings;
    expect(new Set(found.map(({ subject, grouping }) => `${subject} by ${grouping}`))).toEqual(
      new Set(['raised by region', 'unseen by region', 'unseen by risk']),
    );
    expect(found[0]).toMatchObject({ subject: 'unseen', grouping: 'region', label: 'north' });
  });

  it('takes a step that journeys took many times for no more witnesses than there are journeys', () => {
    const figures = (repeats: number) => {
      const layout: Layout = { collection: 'walk', steps: ['loop'] };
      const one = (groups: Told['groups'], isTense: boolean): Told => ({
        groups,
        ending: 'finished',
        steps: { loop: isTense },
      });
      const collection = collectionOf(layout, [
        ...times(12, one({ persona: 'a' }, true)),
        ...times(18, one({ persona: 'a' }, false)),
        ...times(10, one({ persona: 'b' }, true)),
        ...times(35, one({ persona: 'b' }, false)),
        ...times(10, one({ persona: 'c' }, true)),
        ...times(25, one({ persona: 'c' }, false)),
      ]);
      const groups = collection.groups.map((group) => {
        const { journey } = group;
        const [step] = journey!.steps;
        const tense = share(step!.tense.hits * repeats, step!.tense.trials * repeats);
        return { ...group, journey: { ...journey!, steps: [{ ...step!, tense }] } };
      });
      return judge(judgedOf([{ ...collection, groups }], [studyOf(layout)]), SETTINGS).findings;
    };
    expect(figures(1)).toEqual([]);
    expect(figures(20)).toEqual([]);
  });

  it('leaves out an outcome that is only a step which the group was found to be lost at', () => {
    const layout: Layout = { ...walk, outcomes: ['plan_made', 'call_taken'] };
    const of = (persona: string, hits: number, trials: number, called: number): Told[] =>
      lost({ persona }, hits, trials).map((one, index) => ({
        ...one,
        outcomes: { plan_made: one.ending === 'finished', call_taken: index < called },
      }));
    const records = [...of('a', 50, 90, 20), ...of('b', 10, 100, 80), ...of('c', 12, 100, 82)];
    const subjects = judge(judgedOf([collectionOf(layout, records)], [studyOf(layout)]), SETTINGS)
      .findings.filter(({ label }) => label === 'a')
      .map(({ kind, subject }) => `${kind} ${subject}`);
    expect(subjects).toContain('outcome call_taken');
    expect(subjects).toContain('drop-off first_plan');
    expect(subjects).not.toContain('outcome plan_made');
  });

  it('keeps such an outcome where the group is not lost more often', () => {
    const layout: Layout = { ...walk, outcomes: ['plan_made'] };
    const of = (persona: string, open: number, trials: number): Told[] => [
      ...times(open, { groups: { persona }, ending: 'open', outcomes: { plan_made: false } }),
      ...lost({ persona }, (trials - open) / 10, trials - open).map((one) => ({
        ...one,
        outcomes: { plan_made: one.ending === 'finished' },
      })),
    ];
    const records = [...of('a', 50, 90), ...of('b', 0, 100), ...of('c', 10, 110)];
    const { findings } = judge(judgedOf([collectionOf(layout, records)], [studyOf(layout)]), SETTINGS);
    expect(findings[0]).toMatchObject({ kind: 'outcome', label: 'a', adverse: true });
    expect(findings.map(({ kind }) => kind)).not.toContain('completion');
  });

  it('asks of journeys that are over whether they finished', () => {
    const records = [
      ...lost({ persona: 'a' }, 30, 40),
      ...times(100, { groups: { persona: 'a' }, ending: 'open', steps: { first_plan: false } }),
      ...lost({ persona: 'b' }, 10, 100),
      ...lost({ persona: 'c' }, 10, 100),
    ];
    const { findings } = judge(judgedOf([collectionOf(walk, records)], [studyOf(walk)]), SETTINGS);
    const { group, others } = findings.find(({ kind, label }) => kind === 'completion' && label === 'a')!.figures;
    expect([group, others]).toEqual([share(10, 40), share(180, 200)]);
  });

  it('puts first who does worse, and then the plainer kind, where the weights are the same', () => {
    // As far above a half as the other is below.
    const records = [
      ...lost({ persona: 'z' }, 80, 100),
      ...lost({ persona: 'a' }, 20, 100),
      ...lost({ persona: 'm' }, 50, 100),
    ];
    const { findings } = judge(judgedOf([collectionOf(walk, records)], [studyOf(walk)]), SETTINGS);
    expect(findings.map(({ kind, label }) => [kind, label])).toEqual([
      ['drop-off', 'z'],
      ['completion', 'z'],
      ['drop-off', 'a'],
      ['completion', 'a'],
    ]);
  });

  it('says the same of the same figures, and nothing of none', () => {
    expect(judge(judgedWorked, SETTINGS)).toEqual(judge(judgedWorked, SETTINGS));
    expect(judge(judgedOf([], []), SETTINGS)).toEqual({
      headlines: [],
      findings: [],
      comparisons: 0,
      recommendations: [],
    });
    expect(judge(judgedOf([collectionOf(walk, [])], [studyOf(walk)]), SETTINGS).headlines).toEqual([]);
  });
});
