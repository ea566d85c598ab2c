export { CsvTaker } from './CsvTaker.js';
export { countOf, DELIMITERS } from './delimiterOf.js';
export { unflatten } from './unflatten.js';
