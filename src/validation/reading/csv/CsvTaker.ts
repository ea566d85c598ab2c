import { rowFault } from '../lines/index.js';
import type { Row, RowFlaw, RowTaker } from '../lines/index.js';
import type { ReadItem } from '../ReadItem.js';
import { cellsOf, cellStart } from './cellsOf.js';
import { CellClash, columnTree, valueAt } from './columnTree.js';
import type { Branch } from './columnTree.js';
import { delimiterOf } from './delimiterOf.js';
import { ONE_OF_THEM } from './unflatten.js';

interface Header {
  readonly delimiter: string;
  readonly width: number;
  readonly root: Branch;
}

/** Takes the first row for the names of columns, and each further one for a record. */
export class CsvTaker implements RowTaker {
  private header: Header | undefined;
  private delimiter: string | undefined;
  private index = 0;

  take(row: Row, items: ReadItem[]): ReturnType<RowTaker['take']> {
    this.delimiter ??= delimiterOf(row.text);
    const parsed = row.flaw === undefined ? cellsOf(row.text, this.delimiter) : { flaw: row.flaw, isOpen: false };
    if (parsed.flaw !== undefined) {
      if (parsed.isOpen && !row.isLast) return 'open';
      if (row.lines > 1) return 'alone';
      if (this.header === undefined) {
        items.push({ ...rowFault(row, null, parsed.flaw), isFatal: true });
        return 'over';
      }
      items.push(rowFault(row, this.index, parsed.flaw));
      this.index += 1;
    } else if (this.header === undefined) this.header = headerOf(row, parsed.cells, this.delimiter, items);
    else {
      items.push(this.recordOf(row, parsed.cells, this.header));
      this.index += 1;
    }
    return 'taken';
  }

  mayClose(bytes: Buffer): boolean {
    let isEven = true;
    for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) isEven = !isEven;
    return !isEven;
  }

  private recordOf(row: Row, cells: readonly string[], { delimiter, width, root }: Header): ReadItem {
    const { index } = this;
    if (cells.length !== width) {
      const at = cells.length < width ? row.text.length : cellStart(row.text, delimiter, width);
      const message = `found ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
      return rowFault(row, index, { at, message, expected: `${width}, as in the header` });
    }
    try {
      const value = valueAt(root, cells) ?? {};
      return { kind: 'record', index, value, pointer: `/${index}`, line: row.line, bytes: row.bytes };
    } catch (error) {
      if (!(error instanceof CellClash)) throw error;
      const at = cellStart(row.text, delimiter, error.column);
      return rowFault(row, index, { at, message: error.message, expected: ONE_OF_THEM });
    }
  }
}

const QUOTE = 0x22;

/** What the header names; its faults are not fatal, since the other columns can be read. */
function headerOf(row: Row, cells: readonly string[], delimiter: string, items: ReadItem[]): Header {
  const names = cells.map((cell) => cell.trim());
  const { root, faults } = columnTree(names);
  const nameless = names.flatMap((name, column) =>
    name === '' ? [{ column, message: 'found a column without a name', expected: 'a name for each column' }] : [],
  );
  const flaws = [...faults.filter(({ column }) => names[column] !== ''), ...nameless];
  for (const { column, message, expected } of flaws.sort((a, b) => a.column - b.column)) {
    const flaw: RowFlaw = { at: cellStart(row.text, delimiter, column), message, expected };
    items.push(rowFault(row, null, flaw));
  }
  root.children.delete('');
  return { delimiter, width: cells.length, root };
}
