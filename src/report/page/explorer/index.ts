export { Explorer } from './Explorer.js';
