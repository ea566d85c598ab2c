export { requireDescription } from './requireDescription.js';
