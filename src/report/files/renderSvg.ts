import { cut, escaped, FONT, init, paletteOf, setPlatformAPI, widthOf } from '../charts/index.js';
import type { Chart, ChartTheme } from '../charts/index.js';

const TITLE_SIZE = 17;
const TITLE_HEIGHT = 36;
const MARGIN = 12;

/**
 * A chart as the text of an SVG file: with a title and a description, without scripts, and without anything that has to be
 * loaded. The same chart gives the same text, and several of them can stand in one page.
 *
 * @param theme - default: light.
 */
export function renderSvg(chart: Chart, theme: ChartTheme = { isDark: false }): string {
  const { id, title, summary } = chart;
  const { surface, text } = paletteOf(theme);
  const width = chart.width + 2 * MARGIN;
  const height = chart.height + TITLE_HEIGHT + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `role="img" aria-labelledby="${id}-title ${id}-summary" font-family="${FONT}">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-summary">${escaped(summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${surface}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + TITLE_SIZE}" font-size="${TITLE_SIZE}" font-weight="bold" fill="${text}">` +
      `${escaped(cut(title, chart.width, TITLE_SIZE))}</text>`,
    `<g transform="translate(${MARGIN} ${MARGIN + TITLE_HEIGHT})">`,
    `${drawingOf(chart, theme)}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

/** What ECharts draws, without the `<svg>` around it. */
function drawingOf({ id, width, height, option }: Chart, theme: ChartTheme): string {
  setPlatformAPI({ measureText });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height, locale: 'EN' });
  try {
    chart.setOption(option(theme));
    return slim(chart.renderToSVGString(), id);
  } finally {
    // Else its clock keeps the process alive.
    chart.dispose();
  }
}

/** Without what serves pointers alone, and with ids that depend on the chart rather than on how many were drawn before. */
function slim(svg: string, id: string): string {
  return (
    svg
      .replace(/^<svg[^>]*>\n?/, '')
      .replace(/<\/svg>\s*$/, '')
      .replaceAll(/<style\b[^>]*>[\s\S]*?<\/style>\n?/g, '')
      .replaceAll(/<(path|rect)\b[^>]*\bfill="(?:none|transparent)"(?![^>]*\bstroke=)[^>]*><\/\1>\n?/g, '')
      // Labels of the data stand between the tags, and stay as they are.
      .replaceAll(/<[^>]*>/g, (tag) => slimTag(tag, id))
  );
}

function slimTag(tag: string, id: string): string {
  return (
    tag
      // Entries of a legend stand for no item.
      .replace(/(?: ecmeta_(?!ssr)\w+="[^"]*")+ ecmeta_ssr_type="legend"/, '')
      .replaceAll(/ (?:class|ecmeta_ssr_type|ecmeta_silent|pointer-events)="[^"]*"/g, '')
      .replace(/ ecmeta_series_index="(\d+)"/, ' data-series="$1"')
      .replace(/ ecmeta_data_index="(\d+)"/, ' data-item="$1"')
      .replace(/font-family:[^;"]*;/, '')
      .replace(/ style=""/, '')
      .replaceAll(/(\bid="|url\(#)zr\d+-/g, `$1${id}-`)
  );
}

/**
 * Without a browser nobody knows the font that a file will be seen with: texts are taken to be as wide as in a wide one. The
 * widths that ECharts assumes are those of a narrow font, with which labels would run into each other.
 */
function measureText(text: string = '', font: string = ''): { readonly width: number } {
  return { width: widthOf(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)) };
}
