export type { Chart, ChartTable, ChartTheme } from './Chart.js';
export { chartsOf } from './chartsOf.js';
export { init, setPlatformAPI } from './echarts.js';
export type { ECharts } from './echarts.js';
export { paletteOf } from './palette.js';
export type { Palette } from './palette.js';
export { pictures } from './pictures.js';
export { FONT } from './shapes/index.js';
export { cut, escaped, widthOf } from './words.js';
