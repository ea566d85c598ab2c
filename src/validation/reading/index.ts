export { unflatten } from './csv/index.js';
export { dataFormats } from './DataFormat.js';
export type { DataFormat } from './DataFormat.js';
export { detectFormat } from './detectFormat.js';
export type { ReadFault, ReadItem, ReadRecord } from './ReadItem.js';
export type { ReadOptions } from './ReadOptions.js';
export { readRecords } from './readRecords.js';
