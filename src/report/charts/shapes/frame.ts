import type { Where } from '../../../analysis/index.js';
import type { ChartTheme } from '../Chart.js';
import { paletteOf } from '../palette.js';
import { cut, escaped, wrap, widthOf } from '../words.js';

/** A datum of a series. */
export interface Item {
  /** Numbers as they stand in the analysis, and the labels that place them. */
  readonly value: readonly (string | number | null)[];
  /** Lines of the tooltip, as plain text. */
  readonly tip: readonly string[];
  /** The records behind it. */
  readonly where?: Where;
}

export const FONT = 'system-ui, sans-serif';
export const FONT_SIZE = 13;
export const WIDTH = 696;
const LABEL_WIDTH = 200;
const LINE_HEIGHT = 16;
const LEGEND_ICON = 24;
const LEGEND_GAP = 18;
const LEGEND_ROW = 24;
const LEGEND_LABEL = 240;

/** Rows and columns that a chart draws at most; its table has all. */
export const MOST_ROWS = 40;
export const MOST_COLUMNS = 24;

/** What every chart has in common. */
export function baseOption(theme: ChartTheme): object {
  const { text, surface, axis, series } = paletteOf(theme);
  return {
    animation: false,
    backgroundColor: 'transparent',
    color: series,
    textStyle: { fontFamily: FONT, fontSize: FONT_SIZE, color: text },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: surface,
      borderColor: axis,
      textStyle: { color: text, fontFamily: FONT, fontSize: FONT_SIZE },
      extraCssText: 'max-width: 360px; white-space: normal; overflow-wrap: anywhere;',
      formatter: tipOf,
    },
  };
}

/** Tooltips are HTML: whatever comes from the data has to be escaped, here and in no other place. */
function tipOf(pointed: Pointed | readonly Pointed[]): string {
  // Along an axis several data stand at one place.
  return [pointed]
    .flat()
    .flatMap(({ data }) => data?.tip ?? [])
    .map(escaped)
    .join('<br>');
}

interface Pointed {
  readonly data?: Partial<Item>;
}

export interface Axis {
  readonly show: boolean;
  readonly [key: string]: unknown;
}

/** An axis of numbers; `format` writes its ticks. */
export function valueAxis(
  theme: ChartTheme,
  title: string,
  format: (value: number) => string,
  more: object = {},
): object {
  const { muted, grid, axis } = paletteOf(theme);
  return {
    type: 'value',
    name: title,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: { color: muted, fontSize: FONT_SIZE },
    axisLabel: { color: muted, fontSize: 12, formatter: format, hideOverlap: true },
    axisLine: { show: true, lineStyle: { color: axis } },
    axisTick: { show: true, lineStyle: { color: axis } },
    splitLine: { lineStyle: { color: grid } },
    ...more,
  };
}

/** An axis of labels from top to bottom; they are keys of the data, and `textOf` says how they are shown. */
export function rowAxis(theme: ChartTheme, labels: readonly string[], textOf: (label: string) => string): object {
  const { text, axis } = paletteOf(theme);
  return {
    type: 'category',
    inverse: true,
    data: labels,
    axisLabel: { color: text, fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT, interval: 0, formatter: textOf },
    axisLine: { lineStyle: { color: axis } },
    axisTick: { show: false },
  };
}

/** Rows of labels beside a plot: how each is written, and the room that they take. */
export function layRows(
  texts: readonly string[],
  width: number = LABEL_WIDTH,
): {
  readonly left: number;
  readonly height: number;
  write(this: void, text: string): string;
} {
  const write = (text: string) =>
    text
      .split('\n')
      .map((line) => wrap(line, { width, fontSize: FONT_SIZE, lines: text.includes('\n') ? 1 : 2 }))
      .join('\n');
  const written = texts.map(write);
  const lines = Math.max(1, ...written.map((one) => one.split('\n').length));
  return {
    write,
    left: Math.ceil(Math.max(40, ...written.map((one) => widthOf(one, FONT_SIZE)))) + 14,
    height: lines * LINE_HEIGHT + 16,
  };
}

/**
 * A legend above a plot, and the room that it takes. Its names are those of the series; labels of the data are no names, since
 * ECharts reads some of them as ends of lines.
 */
export function legend(
  theme: ChartTheme,
  entries: readonly { readonly name: string; readonly icon?: string }[],
  textOf: (name: string) => string,
): { readonly option: object; readonly height: number } {
  const write = (name: string) => cut(textOf(name), LEGEND_LABEL, FONT_SIZE);
  let rows = 1;
  let used = 0;
  for (const { name } of entries) {
    const width = widthOf(write(name), FONT_SIZE) + LEGEND_ICON + LEGEND_GAP;
    if (used > 0 && used + width > WIDTH - 24) {
      rows += 1;
      used = 0;
    }
    used += width;
  }
  return {
    height: LEGEND_ROW + (rows - 1) * (FONT_SIZE + LEGEND_GAP),
    option: {
      top: 0,
      left: 8,
      right: 8,
      itemWidth: 14,
      itemHeight: 12,
      itemGap: LEGEND_GAP,
      data: entries.map(({ name, icon }) => ({ name, icon: icon ?? 'rect' })),
      formatter: write,
      textStyle: { color: paletteOf(theme).text, fontSize: FONT_SIZE },
      inactiveColor: paletteOf(theme).axis,
    },
  };
}
