export { healthStudies } from './healthStudies.js';
