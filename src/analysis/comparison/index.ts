export { compareFigures } from './compareFigures.js';
