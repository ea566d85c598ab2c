import { BarChart, BoxplotChart, CustomChart, LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendPlainComponent, TooltipComponent } from 'echarts/components';
import { init as initCore, setPlatformAPI, use } from 'echarts/core';
import type { ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/*
 * The parts of ECharts that the charts need, and no other: the page carries them along. SVG is the only renderer, since it
 * prints sharply and is the same in the page and in files.
 */
const PARTS = [
  BarChart,
  BoxplotChart,
  CustomChart,
  LineChart,
  SankeyChart,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  SVGRenderer,
];

/** A place to draw charts in, as ECharts makes it. */
export const init: typeof initCore = (...where) => {
  // Here rather than when this file is loaded: bundlers drop what only happens on loading.
  use(PARTS);
  return initCore(...where);
};

export { setPlatformAPI };
export type { ECharts };
