export { runReport } from './runReport.js';
