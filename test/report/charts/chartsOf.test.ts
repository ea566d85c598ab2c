import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { health } from '../../../arbitraries/index.js';
import { matches, traitsOf } from '../../../src/analysis/index.js';
import type { Analysis, Traits, Where } from '../../../src/analysis/index.js';
import type { Study } from '../../../src/domain/index.js';
import { chartsOf, pictures } from '../../../src/report/charts/index.js';
import type { Chart } from '../../../src/report/charts/index.js';
import { labelsOf, nastyLabels, ofFixture, renamed } from './analyses.js';
import { itemsOf, numbersIn, seriesOf } from './options.js';

const JOURNEYS = ['first_time_user', 'life_transition', 'prevention_conversion'];

let analysis: Analysis;
let charts: readonly Chart[];

beforeAll(async () => {
  analysis = await ofFixture();
  charts = chartsOf(analysis);
});

describe('chartsOf', () => {
  it('gives every kind of chart of the fixture, one of each journey where it says so', () => {
    expect(charts.map(({ id }) => id)).toEqual([
      'targets',
      'age_band-by-persona',
      'risk_level-by-persona',
      'risk_level-by-age_band',
      'needs-by-persona',
      'endings-by-persona',
      'emotions-by-persona',
      ...JOURNEYS.map((name) => `emotions-${name}`),
      'transitions',
      ...JOURNEYS.flatMap((name) => [`completion-${name}`, `completion-by-persona-${name}`]),
      ...JOURNEYS.map((name) => `funnel-${name}`),
      ...JOURNEYS.map((name) => `sankey-${name}`),
      ...JOURNEYS.map((name) => `outcomes-${name}`),
      ...JOURNEYS.flatMap((name) => [`durations-${name}`, `gaps-${name}`]),
      ...JOURNEYS.map((name) => `completion-time-${name}`),
      'screening_history-by-persona',
      'screening_frequency-by-persona',
      'visit_frequency-by-persona',
      'engagement_pattern-by-persona',
      'correlations',
    ]);
  });

  it('has no number in a table that the analysis does not have', () => {
    // At the start of a curve nothing has happened.
    const known = new Set([0, ...numbersIn(analysis)]);
    for (const { id, table } of charts) {
      expect(
        numbersIn(table.rows.map(({ cells }) => cells)).filter((one) => !known.has(one)),
        id,
      ).toEqual([]);
    }
  });

  it('draws no number that its table does not have', () => {
    for (const chart of charts) expect(strayNumbers(chart), chart.id).toEqual([]);
  });

  it('would notice a number that was drawn and is in no table', () => {
    const [chart] = charts;
    const rest = chart!.table.rows.slice(1);
    const less = { ...chart!, table: { ...chart!.table, rows: rest } };
    expect(strayNumbers(chart!)).toEqual([]);
    expect(strayNumbers({ ...less, table: { ...less.table, rows: rest.slice(0, 1) } })).not.toEqual([]);
  });

  it('leads from every row and every mark to records', () => {
    for (const { id, table, option } of charts) {
      expect(
        table.rows.filter(({ where }) => where === undefined),
        id,
      ).toEqual([]);
      const loose = itemsOf(option({ isDark: false })).filter(
        ({ where, isSilent }) => where === undefined && !isSilent,
      );
      expect(loose, id).toEqual([]);
    }
  });

  it('leads to exactly the records that were counted', async () => {
    const all = await fixtureTraits();
    // Emotions are counted by step, gaps by time, curves by day.
    const counted = charts.filter(({ id }) => !/^(emotions|transitions|gaps|completion-time|durations)/.test(id));
    for (const { id, table } of counted) {
      const column = table.columns.findIndex(({ title }) => COUNTS.includes(title));
      expect(column, id).toBeGreaterThan(0);
      const found = table.rows.map(({ where }) => all.filter((one) => matches(where!, one)).length);
      expect(found, id).toEqual(table.rows.map(({ cells }) => cells[column]));
    }
  });

  it('leads from a curve to those that had finished, or were lost, by the day', async () => {
    const all = await fixtureTraits();
    for (const name of JOURNEYS) {
      const { table, option } = charts.find(({ id }) => id === `completion-time-${name}`)!;
      const ended = (isLost: boolean, day: number): number =>
        all.filter(
          ({ collection, journey }) =>
            collection === name &&
            journey !== undefined &&
            journey.days !== null &&
            (isLost ? ['abandoned', 'stopped'] : ['finished']).includes(journey.ending) &&
            Math.ceil(journey.days) <= day,
        ).length;
      const countOf = (where: unknown): number => all.filter((one) => matches(where as Where, one)).length;
      const days = table.rows.map(({ cells }) => Number(cells[0]));
      expect(table.rows.map(({ where }) => countOf(where))).toEqual(days.map((day) => ended(false, day)));
      expect(ended(false, days.at(-1)!)).toBeGreaterThan(20);
      const lost = seriesOf(option({ isDark: false })).find((one) => one['name'] === 'lost')!['data'];
      expect((lost as { where: unknown }[]).map(({ where }) => countOf(where))).toEqual(
        days.map((day) => ended(true, day)),
      );
    }
  });

  it('says in one sentence what is on each chart, under a title of its own', () => {
    expect(new Set(charts.map(({ title }) => title)).size).toBe(charts.length);
    for (const { summary } of charts) expect(summary).toMatch(/^[A-Z0-9].{10,220}\.$/);
  });

  it('leaves out what has nothing to show', async () => {
    const without = (collections: Analysis['collections'], journeys: Analysis['journeys'] = []) =>
      chartsOf({ ...analysis, collections, journeys }).map(({ section }) => section);
    expect(without([])).toEqual([]);
    expect(without(analysis.collections.slice(0, 1))).not.toContain('journeys');
    expect(without(analysis.collections.slice(1, 2), analysis.journeys)).toContain('journeys');
  });

  it('gives names that are file names, whatever the collections are called', () => {
    const odd = {
      ...analysis,
      collections: analysis.collections.map((one) => ({ ...one, collection: '../<i>/Straße' })),
    };
    const ids = chartsOf(odd).map(({ id }) => id);
    expect(ids.filter((id) => !/^[\w-]{1,90}$/.test(id))).toEqual([]);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
  });

  it('draws the same numbers under other labels, however odd', () => {
    const words = labelsOf(analysis);
    const odd = chartsOf(renamed(analysis, words, words.map(oddLabel)));
    expect(odd.map(({ id }) => id)).toEqual(charts.map(({ id }) => id));
    for (const [index, chart] of odd.entries()) {
      expect(strayNumbers(chart), chart.id).toEqual([]);
      expect(numbersIn(chart.table.rows.map(({ cells }) => cells))).toEqual(
        numbersIn(charts[index]!.table.rows.map(({ cells }) => cells)),
      );
    }
  });

  it('writes no mark-up into tooltips but ends of lines', () => {
    const words = labelsOf(analysis);
    const odd = chartsOf(renamed(analysis, words, words.map(oddLabel)));
    const tips = odd.flatMap(({ option }) => {
      const chosen = option({ isDark: true });
      const { formatter } = chosen['tooltip'] as { formatter: (params: object) => string };
      return itemsOf(chosen).map((data) => {
        const tip = formatter(data.isAxis ? [{ data }] : { data });
        expect(tip === '' ? [] : tip.split('<br>')).toHaveLength(data.tip.length);
        return tip;
      });
    });
    expect(tips.filter((tip) => tip.includes('&#60;script&#62;')).length).toBeGreaterThan(0);
    expect(tips.filter((tip) => /[<>]/.test(tip.replaceAll('<br>', '')))).toEqual([]);
  });

  it('draws many groups and many labels as cells, and a part of very many', () => {
    const [customers, ...others] = analysis.collections;
    const names = Array.from({ length: 60 }, (_, index) => `group ${index}`);
    const [whole, first] = [customers!.groups[0]!, customers!.groups[1]!];
    const many = {
      ...customers!,
      groups: [whole, ...names.map((label) => ({ ...first, label }))],
      crosses: [
        {
          ...customers!.crosses[0]!,
          row_labels: names,
          column_labels: names,
          counts: names.map(() => names.map(() => 1)),
        },
      ],
    };
    const cross = chartsOf({ ...analysis, collections: [many, ...others] }).find(
      ({ id }) => id === 'age_band-by-persona',
    )!;
    expect(cross.table.rows).toHaveLength(3600);
    expect(itemsOf(cross.option({ isDark: false }))).toHaveLength(40 * 24);
    const steps = chartsOf({
      ...analysis,
      collections: analysis.collections.map((one) => ({
        ...one,
        groups: [one.groups[0]!, ...names.slice(0, 20).map((label) => ({ ...one.groups[1]!, label }))],
      })),
    }).find(({ id }) => id === 'completion-by-persona-first_time_user')!;
    expect(seriesOf(steps.option({ isDark: false }))).toHaveLength(1);
    expect(itemsOf(steps.option({ isDark: false }))).toHaveLength(60);
  });

  it('thins a curve of many days out, to points that are all its own', () => {
    const points = Array.from({ length: 20_000 }, (_, day) => ({
      day,
      at_risk: 30_000 - day,
      finished: day / 30_000,
      finished_interval: [day / 40_000, day / 25_000] as const,
      lost: day / 90_000,
    }));
    const [chart] = chartsOf(
      withJourney(analysis, (journey) => ({
        ...journey,
        completion_time: { journeys: 30_000, median_days: null, points },
      })),
    ).filter(({ id }) => id === 'completion-time-first_time_user');
    const days = chart!.table.rows.map(({ cells }) => cells[0] as number);
    expect(days.length).toBeLessThan(510);
    expect([days[0], days.at(-1)]).toEqual([0, 19_999]);
    for (const { cells } of chart!.table.rows)
      expect(cells.slice(1, 3)).toEqual([30_000 - Number(cells[0]), Number(cells[0]) / 30_000]);
  });

  it('ends ways that lead back in nodes of their own', () => {
    const flows = [
      { from: 'a', to: 'b', count: 5 },
      { from: 'b', to: 'a', count: 2 },
      { from: 'b', to: 'b', count: 1 },
      { from: 'b', to: 'finished', count: 3 },
      { from: 'x', to: 'y', count: 4 },
      { from: 'y', to: 'x', count: 4 },
    ];
    const [chart] = chartsOf(withJourney(analysis, (journey) => ({ ...journey, steps: [], flows }))).filter(
      ({ id }) => id === 'sankey-first_time_user',
    );
    const [series] = seriesOf(chart!.option({ isDark: false }));
    const links = series!['links'] as { source: string; target: string; value: number }[];
    expect(links.map(({ source, target, value }) => [source, target, value])).toEqual([
      ['step a', 'step b', 5],
      ['step b', 'again a', 2],
      ['step b', 'again b', 1],
      ['step b', 'end finished', 3],
      ['step x', 'step y', 4],
      ['step y', 'again x', 4],
    ]);
    expect(chart!.table.rows).toHaveLength(flows.length);
  });
});

describe('pictures', () => {
  it('gives a handful of the charts: who, what they feel, how far they come, how long it takes, what comes of it', () => {
    expect(pictures(analysis).map(({ id }) => id)).toEqual([
      'age_band-by-persona',
      'risk_level-by-persona',
      'emotions-by-persona',
      'completion-by-persona-first_time_user',
      'durations-first_time_user',
      'outcomes-first_time_user',
    ]);
  });
});

const COUNTS = ['records', 'journeys', 'came to it', 'expected', 'times'];

function oddLabel(_: string, index: number): string {
  const label = nastyLabels[index % nastyLabels.length]!;
  return index < nastyLabels.length ? label : `${label} ${index}`;
}

function strayNumbers({ option, table }: Chart): number[] {
  const known = new Set(numbersIn(table.rows.map(({ cells }) => cells)));
  return itemsOf(option({ isDark: false }))
    .flatMap(({ value }) => numbersIn(value))
    .filter((one) => !known.has(one));
}

/** The same with another journey of all first-time users. */
function withJourney(
  { collections, ...rest }: Analysis,
  change: (journey: NonNullable<Analysis['collections'][number]['groups'][number]['journey']>) => object,
): Analysis {
  return {
    ...rest,
    collections: collections.map((one) => {
      const [whole, ...groups] = one.groups;
      if (one.collection !== 'first_time_user') return one;
      return { ...one, groups: [{ ...whole!, journey: change(whole!.journey!) }, ...groups] } as typeof one;
    }),
  };
}

async function fixtureTraits(): Promise<Traits[]> {
  const studies = (await health.studies!()) as readonly Study[];
  return studies.flatMap((study) => {
    const { collection } = study;
    const name = collection === 'customers' ? collection : `scenarios/${collection}`;
    const records = JSON.parse(readFileSync(`fixtures/${name}.json`, 'utf8')) as object[];
    return records.map((record) => traitsOf(study, record, analysis.as_of));
  });
}
