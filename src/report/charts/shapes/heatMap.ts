import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartTheme } from '../Chart.js';
import { inkOn, paletteOf, shade } from '../palette.js';
import { cut, widthOf, wrap } from '../words.js';
import { baseOption, FONT, FONT_SIZE, layRows, rowAxis, WIDTH } from './frame.js';
import type { Item } from './frame.js';
import type { CustomApi, CustomElement } from './custom.js';

/** Below this width labels of columns stand upright. */
const NARROW = 68;
const UPRIGHT = 160;
const LINES = 3;
const LINE_HEIGHT = 15;
const CELL_FONT = 12;
const COLUMN_FONT = 11;

/** A cell. */
export interface Cell {
  /** Null where there is nothing to measure. */
  readonly amount: number | null;
  readonly text: string;
  readonly tip: Item['tip'];
  readonly where?: Item['where'];
}

export interface HeatMap {
  readonly rows: readonly string[];
  readonly rowText: (row: string) => string;
  readonly columns: readonly string[];
  readonly columnText: (column: string) => string;
  /** Undefined leaves the place empty. */
  readonly at: (row: string, column: string) => Cell | undefined;
  /** Where the ramp begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly ramp: 'ramp' | 'diverging';
  /** What the columns and the rows are, where the labels do not tell. */
  readonly columnTitle?: string;
}

/** A table of cells whose colour and text say how much. */
export function heatMap(map: HeatMap): Pick<Chart, 'width' | 'height' | 'option'> {
  const { rows, rowText, columns, columnText } = map;
  const sides = layRows(rows.map(rowText));
  const top = layColumns(map, WIDTH - sides.left - 12);
  const above = top.height + (map.columnTitle === undefined ? 0 : 20);
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = map.at(row, column);
      return cell === undefined ? [] : [{ row, column, cell }];
    }),
  );
  return {
    width: WIDTH,
    height: above + rows.length * Math.max(sides.height, 34) + 10,
    option(theme): EChartsCoreOption {
      const { text, muted } = paletteOf(theme);
      return {
        ...baseOption(theme),
        grid: { left: sides.left, right: 12, top: above, bottom: 10 },
        xAxis: {
          type: 'category',
          position: 'top',
          data: columns,
          ...(map.columnTitle !== undefined && {
            name: cut(map.columnTitle, 400, FONT_SIZE),
            nameLocation: 'middle',
            nameGap: top.height + 4,
            nameTextStyle: { color: muted, fontSize: FONT_SIZE },
          }),
          axisLabel: {
            color: text,
            fontSize: COLUMN_FONT,
            lineHeight: LINE_HEIGHT,
            interval: 0,
            rotate: top.isUpright ? -90 : 0,
            formatter: (column: string) => top.write(columnText(column)),
          },
          axisLine: { show: false },
          axisTick: { show: false },
        },
        yAxis: { ...rowAxis(theme, rows, (row) => sides.write(rowText(row))), axisLine: { show: false } },
        series: [
          {
            type: 'custom',
            encode: { x: 0, y: 1 },
            renderItem: (params: { readonly dataIndex: number }, api: CustomApi) =>
              cellOf(api, cells[params.dataIndex]!.cell, map, theme),
            data: cells.map(({ row, column, cell: { amount, tip, where } }) => ({
              value: [column, row, amount],
              tip,
              ...(where !== undefined && { where }),
            })),
          },
        ],
      };
    },
  };
}

function cellOf(api: CustomApi, { amount, text }: Cell, { from, to, ramp }: HeatMap, theme: ChartTheme): CustomElement {
  const palette = paletteOf(theme);
  const fill = amount === null ? palette.surface : shade(palette[ramp], (amount - from) / (to - from || 1));
  const [x, y] = api.coord([api.value(0), api.value(1)]);
  const [width, height] = api.size([1, 1]);
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: { x: x! - width! / 2 + 1, y: y! - height! / 2 + 1, width: width! - 2, height: height! - 2, r: 2 },
        style: { fill, stroke: palette.grid, lineWidth: 1 },
      },
      {
        type: 'text',
        style: {
          x,
          y,
          text,
          fill: inkOn(fill),
          align: 'center',
          verticalAlign: 'middle',
          fontSize: CELL_FONT,
          fontFamily: FONT,
        },
      },
    ],
  };
}

/** Labels above the columns: in lines where there is room, else upright. */
function layColumns({ columns, columnText }: HeatMap, room: number) {
  const width = room / Math.max(columns.length, 1) + 2;
  const texts = columns.map(columnText);
  const longestWord = Math.max(...texts.flatMap((text) => text.split(' ')).map((word) => widthOf(word, COLUMN_FONT)));
  const isUpright = width < Math.min(longestWord, NARROW);
  const write = (text: string) =>
    isUpright ? cut(text, UPRIGHT, COLUMN_FONT) : wrap(text, { width, fontSize: COLUMN_FONT, lines: LINES });
  const written = texts.map(write);
  const lines = Math.max(1, ...written.map((text) => text.split('\n').length));
  const height = isUpright ? Math.max(...written.map((text) => widthOf(text, COLUMN_FONT))) : lines * LINE_HEIGHT;
  return { isUpright, write, height: Math.ceil(height) + 12 };
}
