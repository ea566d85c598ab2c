import { parseJson } from '../json/index.js';
import { rowFault } from './Row.js';
import type { RowTaker } from './Row.js';

/** Takes each line for a JSON value. */
export function ndjsonTaker(): RowTaker {
  let index = 0;
  return {
    take(row, items) {
      const parsed = row.flaw === undefined ? parseJson(row.text) : { flaw: { ...row.flaw, isUnfinished: false } };
      if (parsed.flaw === undefined) {
        const { line, bytes } = row;
        items.push({ kind: 'record', index, value: parsed.value, pointer: `/${index}`, line, bytes });
      } else {
        const message = parsed.flaw.isUnfinished ? 'the line ends inside a record' : parsed.flaw.message;
        items.push(rowFault(row, index, { ...parsed.flaw, message }));
      }
      index += 1;
      return 'taken';
    },
    mayClose: () => true,
  };
}
