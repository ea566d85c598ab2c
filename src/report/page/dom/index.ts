export { dataTable } from './dataTable.js';
export type { TableCell } from './dataTable.js';
export { dialogOf } from './dialog.js';
export { el, svg } from './el.js';
export type { Child } from './el.js';
export { statusLine } from './statusLine.js';
