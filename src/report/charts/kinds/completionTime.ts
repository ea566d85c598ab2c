import type { EChartsCoreOption } from 'echarts/core';
import type { CollectionFigures, CompletionTime, Where } from '../../../analysis/index.js';
import type { Chart, ChartTheme } from '../Chart.js';
import { brief, counted, percent, percentWithin, roundPercent } from '../numbers.js';
import { faint, paletteOf } from '../palette.js';
import { baseOption, legend, valueAxis, WIDTH } from '../shapes/index.js';
import type { CustomApi, CustomElement } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

type Point = CompletionTime['points'][number];

const HEIGHT = 320;
const BELOW = 52;
/** More points than these fall on the same pixels. */
const MOST_POINTS = 500;
const NAMES = { finished: 'finished', band: '95 % interval', lost: 'lost' } as const;

/** How many journeys have finished, and how many were lost, by each day after their start. */
export function completionTime(topic: Topic): Chart[] {
  return topic.analysis.collections.flatMap(curveOf);
}

function curveOf({ collection, title, groups }: CollectionFigures): Chart[] {
  const figures = groups[0]?.journey?.completion_time;
  const points = figures === undefined ? [] : thinned(fromStart(figures));
  const last = points.at(-1);
  if (figures === undefined || last === undefined || (last.finished === 0 && last.lost === 0)) return [];
  return [
    {
      id: `completion-time-${collection}`,
      title: `Time to completion: ${plain(title)}`,
      summary:
        `By day ${brief(last.day)} ${percent(last.finished)} have finished and ${percent(last.lost)} were lost` +
        `${figures.median_days === null ? '' : `; half have finished by day ${brief(figures.median_days)}`}.`,
      section: 'journeys',
      width: WIDTH,
      height: HEIGHT,
      option: (theme) => optionOf(theme, points, collection),
      table: {
        columns: [
          { title: 'day', unit: 'days' },
          { title: 'under way' },
          { title: 'finished', unit: 'share' },
          { title: 'low', unit: 'share' },
          { title: 'high', unit: 'share' },
          { title: 'lost', unit: 'share' },
        ],
        rows: points.map((one) => ({
          cells: [one.day, one.at_risk, one.finished, ...one.finished_interval, one.lost],
          where: finishedBy(collection, one),
        })),
      },
    },
  ];
}

function optionOf(theme: ChartTheme, points: readonly Point[], collection: string): EChartsCoreOption {
  const { series } = paletteOf(theme);
  const [finished, lost] = [series[0]!, series[1]!];
  const band = faint(finished, 0.25);
  const entries = [{ name: NAMES.finished }, { name: NAMES.band }, { name: NAMES.lost }];
  const key = legend(theme, entries, (name) => name);
  return {
    ...baseOption(theme),
    tooltip: { ...(baseOption(theme) as { tooltip: object }).tooltip, trigger: 'axis' },
    legend: key.option,
    grid: { left: 64, right: 24, top: key.height + 8, bottom: BELOW },
    xAxis: valueAxis(theme, 'days since the first step', brief, { min: 0, max: points.at(-1)!.day }),
    yAxis: valueAxis(theme, 'share of journeys', roundPercent, { min: 0, max: 1, nameGap: 48 }),
    series: [
      {
        type: 'custom',
        name: NAMES.band,
        silent: true,
        itemStyle: { color: band },
        encode: { x: 0, y: [1, 2] },
        tooltip: { show: false },
        renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: CustomApi) =>
          dataIndex === 0 ? bandOf(points, api, band) : undefined,
        data: points.map(({ day, finished_interval: interval }) => ({ value: [day, ...interval], tip: [] })),
      },
      {
        type: 'line',
        name: NAMES.finished,
        step: 'end',
        showSymbol: false,
        lineStyle: { color: finished, width: 2 },
        itemStyle: { color: finished },
        data: points.map((one) => ({
          value: [one.day, one.finished],
          tip: tipOf(one),
          where: finishedBy(collection, one),
        })),
      },
      {
        type: 'line',
        name: NAMES.lost,
        step: 'end',
        showSymbol: false,
        lineStyle: { color: lost, width: 2, type: 'dashed' },
        itemStyle: { color: lost },
        data: points.map((one) => ({ value: [one.day, one.lost], tip: [], where: lostBy(collection, one) })),
      },
    ],
  };
}

/** Those that are known to have finished by a day; the curve also counts on some that were not watched until then. */
function finishedBy(collection: string, { day }: Point): Where {
  return { collection, endings: ['finished'], days: { max: day } };
}

function lostBy(collection: string, { day }: Point): Where {
  return { collection, endings: ['abandoned', 'stopped'], days: { max: day } };
}

function tipOf({ day, at_risk: atRisk, finished, finished_interval: interval, lost }: Point): readonly string[] {
  return [
    `by day ${brief(day)}`,
    `finished: ${percentWithin(finished, interval)}`,
    `lost: ${percent(lost)}`,
    `${counted(atRisk, 'journey')} still under way before`,
  ];
}

/** One shape for all points: shapes side by side would show their seams. */
function bandOf(points: readonly Point[], api: CustomApi, fill: string): CustomElement {
  const corners = (at: (point: Point) => number) =>
    points.flatMap((point, index) => {
      const before = points[index - 1];
      const here = api.coord([point.day, at(point)]);
      return before === undefined ? [here] : [api.coord([point.day, at(before)]), here];
    });
  const low = corners(({ finished_interval: interval }) => interval[0]);
  const high = corners(({ finished_interval: interval }) => interval[1]);
  return { type: 'polygon', shape: { points: [...low, ...high.toReversed()] }, style: { fill } };
}

/** Nothing has happened at the start, which the figures need not say. */
function fromStart({ points, journeys }: CompletionTime): readonly Point[] {
  if (points.length === 0 || points[0]!.day === 0) return points;
  return [{ day: 0, at_risk: journeys, finished: 0, finished_interval: [0, 0], lost: 0 }, ...points];
}

/** Of every stretch of days the last point, at which all of the stretch has happened. */
function thinned(points: readonly Point[]): readonly Point[] {
  const until = points.at(-1)?.day ?? 0;
  if (points.length <= MOST_POINTS || until === 0) return points;
  const stretchOf = ({ day }: Point) => Math.floor((day / until) * (MOST_POINTS - 1));
  return points.filter((point, index) => {
    const next = points[index + 1];
    return index === 0 || next === undefined || stretchOf(next) !== stretchOf(point);
  });
}
