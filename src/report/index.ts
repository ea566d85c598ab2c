export { writeCharts } from './chartFiles.js';
export type { ChartFormat, WriteChartsOptions, WrittenChart } from './files/index.js';
export { gatherReport } from './gatherReport.js';
export type { GatherOptions } from './gatherReport.js';
export { reportPage } from './reportPage.js';
export type { ReportColumn, ReportData, ReportDetail, ReportPack, ReportRow, ReportTable } from './ReportData.js';
