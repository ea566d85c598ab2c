export { runValidation } from './runValidation.js';
