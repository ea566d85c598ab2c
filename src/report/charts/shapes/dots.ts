import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartTheme } from '../Chart.js';
import { paletteOf } from '../palette.js';
import type { CustomApi, CustomElement } from './custom.js';
import { baseOption, layRows, legend, rowAxis, valueAxis, WIDTH } from './frame.js';
import type { Item } from './frame.js';

const BELOW = 52;
/** Room of a dot in its row. */
const PITCH = 15;
const RADIUS = 5;

/** A share of a group in a row. */
export interface Dot {
  readonly amount: number;
  readonly interval: readonly [low: number, high: number];
  readonly tip: Item['tip'];
  readonly where?: Item['where'];
}

export interface Dots {
  readonly rows: readonly string[];
  readonly rowText: (row: string) => string;
  readonly groups: readonly string[];
  readonly groupText: (group: string) => string;
  /** Undefined where there is nothing to measure. */
  readonly at: (row: string, group: string) => Dot | undefined;
  readonly axis: string;
  readonly format: (value: number) => string;
  readonly most: number;
}

/** Shapes tell groups apart where colours do not. */
const shapes = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'star', 'cross', 'drop'] as const;
type DotShape = (typeof shapes)[number];

/** Corners of a shape, around the origin and of radius 1. */
const corners: Readonly<Record<DotShape, readonly (readonly [number, number])[]>> = {
  circle: ring(20, () => 1),
  square: ring(4, () => 1.2, 0.5),
  triangle: ring(3, () => 1.3),
  diamond: ring(4, () => 1.3),
  pentagon: ring(5, () => 1.15),
  star: ring(10, (index) => (index % 2 === 0 ? 1.45 : 0.6)),
  cross: ring(8, (index) => (index % 2 === 0 ? 1.35 : 0.45)),
  drop: ring(3, () => 1.3, 0.5),
};

/** For each row the groups below one another: a mark at the share, and a line along its interval. */
export function dots(plot: Dots): Pick<Chart, 'width' | 'height' | 'option'> {
  const { rows, rowText, groups, groupText, at } = plot;
  const sides = layRows(rows.map(rowText));
  const shapeOf = (index: number) => shapes[index % shapes.length]!;
  const key = (theme: ChartTheme) =>
    legend(
      theme,
      groups.map((_, index) => ({ name: String(index), icon: iconOf(shapeOf(index)) })),
      (name) => groupText(groups[Number(name)]!),
    );
  const above = key({ isDark: false }).height + 8;
  return {
    width: WIDTH,
    height: above + rows.length * Math.max(sides.height, groups.length * PITCH + 14) + BELOW,
    option(theme): EChartsCoreOption {
      const { series, grid } = paletteOf(theme);
      return {
        ...baseOption(theme),
        legend: key(theme).option,
        grid: { left: sides.left, right: 24, top: above, bottom: BELOW },
        xAxis: valueAxis(theme, plot.axis, plot.format, { min: 0, max: plot.most }),
        yAxis: {
          ...rowAxis(theme, rows, (row) => sides.write(rowText(row))),
          splitLine: { show: true, lineStyle: { color: grid } },
        },
        series: groups.map((group, index) => {
          const colour = series[index % series.length]!;
          const shift = (index - (groups.length - 1) / 2) * PITCH;
          return {
            type: 'custom',
            name: String(index),
            itemStyle: { color: colour },
            encode: { x: [1, 2, 3], y: 0 },
            renderItem: (_: unknown, api: CustomApi) => dotOf(api, shift, shapeOf(index), colour),
            data: rows.flatMap((row) => {
              const dot = at(row, group);
              if (dot === undefined) return [];
              const { amount, interval, tip, where } = dot;
              return [{ value: [row, amount, ...interval], tip, ...(where !== undefined && { where }) }];
            }),
          };
        }),
      };
    },
  };
}

function dotOf(api: CustomApi, shift: number, shape: DotShape, colour: string): CustomElement {
  const [x, middle] = api.coord([api.value(1), api.value(0)]);
  const [low] = api.coord([api.value(2), api.value(0)]);
  const [high] = api.coord([api.value(3), api.value(0)]);
  const y = middle! + shift;
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: low, y1: y, x2: high, y2: y }, style: { stroke: colour, lineWidth: 2 } },
      {
        type: 'polygon',
        shape: { points: corners[shape].map(([dx, dy]) => [x! + dx * RADIUS, y + dy * RADIUS]) },
        style: { fill: colour },
      },
    ],
  };
}

function iconOf(shape: DotShape): string {
  return `path://M${corners[shape].map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' L')} Z`;
}

/** Points around the origin, the first one above it; `turn` is a part of the angle between two of them. */
function ring(count: number, radiusOf: (index: number) => number, turn: number = 0): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((index + turn) / count) * 2 * Math.PI - Math.PI / 2;
    return [Math.cos(angle) * radiusOf(index), Math.sin(angle) * radiusOf(index)] as const;
  });
}
