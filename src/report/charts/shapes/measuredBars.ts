import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartTheme } from '../Chart.js';
import { paletteOf } from '../palette.js';
import { widthOf } from '../words.js';
import type { CustomApi, CustomElement } from './custom.js';
import { baseOption, FONT, layRows, legend, rowAxis, valueAxis, WIDTH } from './frame.js';
import type { Item } from './frame.js';

const BELOW = 52;
const CAP = 5;
const TEXT_GAP = 10;

export interface MeasuredBar {
  readonly key: string;
  readonly label: string;
  readonly amount: number;
  readonly interval: readonly [low: number, high: number];
  /** What was wanted. */
  readonly goal?: number;
  /** What stands behind the bar. */
  readonly text: string;
  readonly tip: Item['tip'];
  readonly where?: Item['where'];
}

export interface MeasuredBars {
  readonly bars: readonly MeasuredBar[];
  /** What the bars are, and what was wanted: for the legend. */
  readonly names: { readonly amount: string; readonly interval: string; readonly goal?: string };
  readonly axis: string;
  readonly format: (value: number) => string;
  /** End of the axis; default: what fits the longest bar. */
  readonly most?: number;
  /** Room for labels; default: that of other charts. */
  readonly labelWidth?: number;
}

/** A bar for each row with the interval around its end, a mark where it should end, and its figure. */
export function measuredBars({
  bars,
  names,
  axis,
  format,
  most,
  labelWidth,
}: MeasuredBars): Pick<Chart, 'width' | 'height' | 'option'> {
  const texts = new Map(bars.map(({ key, label }) => [key, label]));
  const sides = layRows([...texts.values()], labelWidth);
  const right = Math.max(...bars.map(({ text }) => widthOf(text, 12))) + TEXT_GAP + 8;
  const entries = [
    { name: names.amount },
    { name: names.interval, icon: 'path://M0,4 H2 V9 H12 V4 H14 V16 H12 V11 H2 V16 H0 Z' },
    ...(names.goal === undefined ? [] : [{ name: names.goal, icon: 'path://M5,0 H9 V20 H5 Z' }]),
  ];
  const key = (theme: ChartTheme) => legend(theme, entries, (name) => name);
  const above = key({ isDark: false }).height + 8;
  return {
    width: WIDTH,
    height: above + bars.length * Math.max(sides.height, 30) + BELOW,
    option(theme): EChartsCoreOption {
      const { series, bar: fill, text, surface } = paletteOf(theme);
      return {
        ...baseOption(theme),
        legend: key(theme).option,
        grid: { left: sides.left, right, top: above, bottom: BELOW },
        xAxis: valueAxis(theme, axis, format, { min: 0, ...(most !== undefined && { max: most }) }),
        yAxis: rowAxis(
          theme,
          bars.map((bar) => bar.key),
          (one) => sides.write(texts.get(one) ?? one),
        ),
        series: [
          {
            type: 'bar',
            name: names.amount,
            barWidth: '58%',
            itemStyle: { color: fill },
            data: bars.map((bar) => ({ value: [bar.amount, bar.key], ...leading(bar) })),
          },
          {
            type: 'custom',
            name: names.interval,
            z: 3,
            itemStyle: { color: text },
            encode: { x: [1, 2], y: 0 },
            renderItem: (params: { readonly dataIndex: number }, api: CustomApi) =>
              whisker(api, bars[params.dataIndex]!.text, text),
            data: bars.map((bar) => ({ value: [bar.key, ...bar.interval, bar.amount], ...leading(bar) })),
          },
          ...(names.goal === undefined
            ? []
            : [
                {
                  type: 'custom',
                  name: names.goal,
                  z: 4,
                  itemStyle: { color: series[1] },
                  encode: { x: 1, y: 0 },
                  renderItem: (_: unknown, api: CustomApi) => tick(api, series[1]!, surface),
                  data: bars.flatMap((bar) =>
                    bar.goal === undefined ? [] : [{ value: [bar.key, bar.goal], ...leading(bar) }],
                  ),
                },
              ]),
        ],
      };
    },
  };
}

function leading({ tip, where }: MeasuredBar): object {
  return { tip, ...(where !== undefined && { where }) };
}

/** The interval, and the figure to the right of all that is drawn in the row. */
function whisker(api: CustomApi, figure: string, colour: string): CustomElement {
  const [low, y] = api.coord([api.value(1), api.value(0)]);
  const [high] = api.coord([api.value(2), api.value(0)]);
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour, lineWidth: 1.5 },
  });
  return {
    type: 'group',
    children: [
      line(low!, y!, high!, y!),
      line(low!, y! - CAP, low!, y! + CAP),
      line(high!, y! - CAP, high!, y! + CAP),
      {
        type: 'text',
        style: {
          x: high! + TEXT_GAP,
          y,
          text: figure,
          fill: colour,
          verticalAlign: 'middle',
          fontSize: 12,
          fontFamily: FONT,
        },
      },
    ],
  };
}

/** With an edge that parts it from the bar. */
function tick(api: CustomApi, colour: string, edge: string): CustomElement {
  const [x, y] = api.coord([api.value(1), api.value(0)]);
  const half = api.size([0, 1])[1]! * 0.4;
  return {
    type: 'rect',
    shape: { x: x! - 2, y: y! - half, width: 4, height: 2 * half },
    style: { fill: colour, stroke: edge, lineWidth: 1 },
  };
}
