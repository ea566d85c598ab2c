import type { EChartsCoreOption } from 'echarts/core';
import type { Distribution, Where } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { brief, counted } from '../numbers.js';
import { faint, paletteOf } from '../palette.js';
import { baseOption, layRows, rowAxis, valueAxis, WIDTH } from './frame.js';

const BELOW = 52;

export interface Box {
  readonly key: string;
  readonly text: string;
  readonly numbers: Distribution;
  readonly where: Where;
}

/** What is drawn of a distribution: its range, quartiles and median. */
export function fiveOf({ min, q1, median, q3, max }: Distribution): readonly number[] | undefined {
  const five = [min, q1, median, q3, max];
  return five.every((one) => one !== null) ? five : undefined;
}

/** A box from quartile to quartile for each row, with lines to its smallest and greatest number. */
export function boxes(all: readonly Box[], axis: string, noun: string): Pick<Chart, 'width' | 'height' | 'option'> {
  const drawn = all.flatMap((box) => {
    const five = fiveOf(box.numbers);
    return five === undefined ? [] : [{ ...box, five }];
  });
  const texts = new Map(drawn.map(({ key, text, numbers }) => [key, `${text}\n${counted(numbers.count, noun)}`]));
  const sides = layRows([...texts.values()]);
  return {
    width: WIDTH,
    height: drawn.length * sides.height + BELOW + 10,
    option(theme): EChartsCoreOption {
      const { series, text } = paletteOf(theme);
      return {
        ...baseOption(theme),
        grid: { left: sides.left, right: 24, top: 10, bottom: BELOW },
        xAxis: valueAxis(theme, axis, (value) => brief(value), { min: 0 }),
        yAxis: rowAxis(
          theme,
          drawn.map(({ key }) => key),
          (key) => sides.write(texts.get(key) ?? key),
        ),
        series: [
          {
            type: 'boxplot',
            boxWidth: [10, 22],
            itemStyle: { color: faint(series[0]!, 0.2), borderColor: series[0], borderWidth: 1.5 },
            emphasis: { itemStyle: { borderColor: text } },
            data: drawn.map(({ five, text: name, numbers, where }) => ({
              value: five,
              where,
              tip: [
                name,
                `median ${brief(numbers.median)}, half of them from ${brief(numbers.q1)} to ${brief(numbers.q3)}`,
                `from ${brief(numbers.min)} to ${brief(numbers.max)}, ${counted(numbers.count, noun)}`,
              ],
            })),
          },
        ],
      };
    },
  };
}
