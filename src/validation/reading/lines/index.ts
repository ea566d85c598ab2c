export { LineSplitter } from './LineSplitter.js';
export { ndjsonTaker } from './ndjsonTaker.js';
export { rowFault } from './Row.js';
export type { Row, RowFlaw, RowTaker } from './Row.js';
