export { MOST_DEPTH } from './explainJson.js';
export { parseJson } from './parseJson.js';
export { readJson } from './readJson.js';
