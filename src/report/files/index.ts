export { renderPng } from './renderPng.js';
export { renderSvg } from './renderSvg.js';
export { chartFormats, writeCharts } from './writeCharts.js';
export type { ChartFormat, WriteChartsOptions, WrittenChart } from './writeCharts.js';
