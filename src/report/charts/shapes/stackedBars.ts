import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartTheme } from '../Chart.js';
import { inkOn, paletteOf } from '../palette.js';
import { widthOf } from '../words.js';
import { baseOption, layRows, legend, rowAxis, valueAxis, WIDTH } from './frame.js';
import type { Item } from './frame.js';

const RIGHT = 24;
const BELOW = 52;

/** A part of a bar. */
export interface Part {
  readonly amount: number;
  /** What stands in it where there is room. */
  readonly text: string;
  readonly tip: Item['tip'];
  readonly where?: Item['where'];
}

export interface StackedBars {
  readonly rows: readonly string[];
  readonly rowText: (row: string) => string;
  readonly parts: readonly string[];
  readonly partText: (part: string) => string;
  /** Undefined where the row has no such part. */
  readonly at: (row: string, part: string) => Part | undefined;
  readonly axis: string;
  readonly format: (value: number) => string;
  /** End of the axis; default: what fits the longest bar. */
  readonly most?: number;
  /** Colours by part; default: those of the palette in turn. */
  readonly colours?: (theme: ChartTheme) => readonly `#${string}`[];
}

/** A bar for each row, made of parts one after the other. */
export function stackedBars(bars: StackedBars): Pick<Chart, 'width' | 'height' | 'option'> {
  const { rows, parts, at, rowText, partText } = bars;
  const sides = layRows(rows.map(rowText));
  const names = (theme: ChartTheme) =>
    legend(
      theme,
      parts.map((_, index) => ({ name: String(index) })),
      (name) => partText(parts[Number(name)]!),
    );
  const above = names({ isDark: false }).height + 8;
  const longest = Math.max(...rows.map((row) => parts.reduce((sum, part) => sum + (at(row, part)?.amount ?? 0), 0)));
  const perUnit = (WIDTH - sides.left - RIGHT) / (bars.most ?? (longest * 1.1 || 1));
  return {
    width: WIDTH,
    height: above + rows.length * sides.height + BELOW,
    option(theme): EChartsCoreOption {
      const { surface, series } = paletteOf(theme);
      const colours = bars.colours?.(theme) ?? series;
      return {
        ...baseOption(theme),
        legend: names(theme).option,
        grid: { left: sides.left, right: RIGHT, top: above, bottom: BELOW },
        xAxis: valueAxis(theme, bars.axis, bars.format, bars.most === undefined ? {} : { max: bars.most }),
        yAxis: rowAxis(theme, rows, (row) => sides.write(rowText(row))),
        series: parts.map((part, index) => {
          const color = colours[index % colours.length]!;
          return {
            type: 'bar',
            name: String(index),
            stack: 'all',
            barWidth: '68%',
            // The line between parts keeps them apart for those who do not see the colours.
            itemStyle: { color, borderColor: surface, borderWidth: 1 },
            label: { fontSize: 12, color: inkOn(color), position: 'inside', formatter: textOf },
            data: rows.flatMap((row) => {
              const one = at(row, part);
              return one === undefined ? [] : [itemOf(row, one, perUnit)];
            }),
          };
        }),
      };
    },
  };
}

function itemOf(row: string, { amount, text, tip, where }: Part, perUnit: number): object {
  const isRoomy = widthOf(text, 12) + 4 <= amount * perUnit;
  return { value: [amount, row], tip, text, label: { show: isRoomy }, ...(where !== undefined && { where }) };
}

function textOf({ data }: { readonly data: { readonly text: string } }): string {
  return data.text;
}
