export { runAnalysis } from './runAnalysis.js';
