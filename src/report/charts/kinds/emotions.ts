import type { LabelShare, Where } from '../../../analysis/index.js';
import type { Chart, ChartTable } from '../Chart.js';
import { grouped, percent, roundPercent } from '../numbers.js';
import { heatMap, MOST_COLUMNS, MOST_ROWS } from '../shapes/index.js';
import { labelsIn, whereOf } from '../Topic.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** A row of emotions. */
interface Feeling {
  readonly key: string;
  readonly emotions: readonly LabelShare[];
  readonly where: (emotion: string) => Where;
}

/** Emotions by group over all journeys, and by step of each kind of journey. */
export function emotions(topic: Topic): Chart[] {
  const { journeys, collections } = topic.analysis;
  const division = topic.division(journeys);
  const byGroup =
    division === undefined
      ? []
      : feelingsChart(
          `emotions-by-${division.grouping}`,
          `Emotional states by ${division.title}`,
          division.title,
          division.groups.map((group) => ({
            key: group.label,
            emotions: group.journey?.emotions ?? [],
            where: (emotion) => ({ ...whereOf(group), step: { emotions: [emotion] } }),
          })),
        );
  const bySteps = collections.flatMap(({ collection, title, groups }) =>
    feelingsChart(
      `emotions-${collection}`,
      `Emotional states by step: ${plain(title)}`,
      'step',
      (groups[0]?.journey?.steps ?? []).map((one) => ({
        key: one.step,
        emotions: one.emotions,
        where: (emotion) => ({ collection, step: { name: one.step, emotions: [emotion] } }),
      })),
    ),
  );
  return [...byGroup, ...bySteps];
}

function feelingsChart(id: string, title: string, by: string, all: readonly Feeling[]): Chart[] {
  const rows = new Map(
    all.filter(({ emotions: shares }) => shares.some(({ trials }) => trials > 0)).map((one) => [one.key, one]),
  );
  const labels = labelsIn([...rows.values()].map((one) => one.emotions));
  const cells = [...rows.values()].flatMap(({ key, emotions: shares, where }) =>
    shares.map((share) => ({ ...share, key, where: where(share.label) })),
  );
  const strongest = cells.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  if (strongest === undefined) return [];
  return [
    {
      id,
      title,
      summary: `The highest share is ${percent(strongest.share)}: ${plain(strongest.label)}, ${plain(strongest.key)}.`,
      section: 'journeys',
      ...heatMap({
        rows: [...rows.keys()].slice(0, MOST_ROWS),
        rowText: plain,
        columns: labels.slice(0, MOST_COLUMNS),
        columnText: plain,
        at(row, label) {
          const one = cells.find((cell) => cell.key === row && cell.label === label);
          if (one === undefined) return undefined;
          return {
            amount: one.share,
            text: roundPercent(one.share),
            tip: [
              plain(row),
              `${plain(label)}: ${percent(one.share)}, ${grouped(one.hits)} of ${grouped(one.trials)} steps`,
            ],
            where: one.where,
          };
        },
        from: 0,
        to: strongest.share ?? 1,
        ramp: 'ramp',
      }),
      table: tableOf(by, cells),
    },
  ];
}

function tableOf(
  by: string,
  cells: readonly (LabelShare & { readonly key: string; readonly where: Where })[],
): ChartTable {
  return {
    columns: [
      { title: by },
      { title: 'emotion' },
      { title: 'share', unit: 'share' },
      { title: 'steps' },
      { title: 'of' },
    ],
    rows: cells.map(({ key, label, share, hits, trials, where }) => ({
      cells: [plain(key), plain(label), share, hits, trials],
      where,
    })),
  };
}
