export { readPageData } from './readPageData.js';
export { Records } from './Records.js';
