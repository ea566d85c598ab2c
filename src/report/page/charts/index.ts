export { Gallery } from './Gallery.js';
