export { isRecord } from '../arbitrary/index.js';
export { escapePointer } from '../invariant/index.js';
