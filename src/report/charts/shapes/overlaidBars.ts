import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartTheme } from '../Chart.js';
import { grouped } from '../numbers.js';
import { paletteOf } from '../palette.js';
import { widthOf } from '../words.js';
import { baseOption, layRows, legend, rowAxis, valueAxis, WIDTH } from './frame.js';
import type { Item } from './frame.js';

const BELOW = 52;
const NAMES = ['back', 'front'] as const;

export interface Overlaid {
  readonly amount: number;
  readonly tip: Item['tip'];
  readonly where?: Item['where'];
}

export interface OverlaidBar {
  readonly key: string;
  readonly label: string;
  /** The whole, as an outline. */
  readonly back: Overlaid;
  /** What was made of it, filled. */
  readonly front: Overlaid;
  /** What stands behind the bars. */
  readonly text: string;
}

/** For each row a whole as an outline, and in it the part of it that counts. */
export function overlaidBars(
  bars: readonly OverlaidBar[],
  names: Readonly<Record<(typeof NAMES)[number], string>>,
  axis: string,
): Pick<Chart, 'width' | 'height' | 'option'> {
  const texts = new Map(bars.map(({ key, label }) => [key, label]));
  const sides = layRows([...texts.values()]);
  const right = Math.max(...bars.map(({ text }) => widthOf(text, 12))) + 16;
  const key = (theme: ChartTheme) =>
    legend(
      theme,
      NAMES.map((name) => ({ name: names[name] })),
      (name) => name,
    );
  const above = key({ isDark: false }).height + 8;
  return {
    width: WIDTH,
    height: above + bars.length * Math.max(sides.height, 40) + BELOW,
    option(theme): EChartsCoreOption {
      const { bar, ramp, axis: line, text } = paletteOf(theme);
      const look = {
        back: { color: ramp[0], borderColor: line, borderWidth: 1.5 },
        front: { color: bar },
      };
      return {
        ...baseOption(theme),
        legend: key(theme).option,
        grid: { left: sides.left, right, top: above, bottom: BELOW },
        xAxis: valueAxis(theme, axis, grouped, { min: 0, minInterval: 1, splitNumber: 4 }),
        yAxis: rowAxis(
          theme,
          bars.map((bar) => bar.key),
          (one) => sides.write(texts.get(one) ?? one),
        ),
        series: NAMES.map((name) => ({
          type: 'bar',
          name: names[name],
          barWidth: '64%',
          barGap: '-100%',
          itemStyle: look[name],
          ...(name === 'back' && {
            label: { show: true, position: 'right', fontSize: 12, color: text, distance: 8, formatter: textOf },
          }),
          data: bars.map((bar) => {
            const { amount, tip, where } = bar[name];
            return { value: [amount, bar.key], tip, text: bar.text, ...(where !== undefined && { where }) };
          }),
        })),
      };
    },
  };
}

function textOf({ data }: { readonly data: { readonly text: string } }): string {
  return data.text;
}
