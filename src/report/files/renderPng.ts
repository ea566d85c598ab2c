import { Resvg } from '@resvg/resvg-js';
import { fontsFor } from './fonts.js';

/**
 * A chart as the bytes of a PNG file.
 *
 * @param svg - from `renderSvg`.
 * @param scale - pixels for each one of the chart, default 2, which prints well.
 */
export function renderPng(svg: string, scale: number = 2): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: fontsFor(svg) }).render().asPng();
}
