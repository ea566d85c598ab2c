import { CohortCheckError } from '../../../errors/index.js';
import { CellClash, columnTree, valueAt } from './columnTree.js';

/**
 * The record that a flat row stands for: `{ 'core.age': '34', 'journey[0].step': 'start' }` is
 * `{ core: { age: '34' }, journey: [{ step: 'start' }] }`.
 *
 * An empty cell is an absent key; a list ends with its last filled item, and an item before that which is empty is null.
 * Values stay texts, but for a cell that holds a list or an object as JSON.
 *
 * @param row - path → cell. A path that is a whole number, at any place but the first, is a place in a list.
 * @throws CohortCheckError `bad-row` where two cells say the same, or one path leads through another that is filled.
 */
export function unflatten(row: Readonly<Record<string, string>>): unknown {
  const names = Object.keys(row);
  const { root, faults } = columnTree(names);
  const fault = faults[0];
  if (fault !== undefined) throw badRow(fault.message, names[fault.column]!, fault.expected);
  try {
    return valueAt(root, Object.values(row)) ?? {};
  } catch (error) {
    if (error instanceof CellClash) throw badRow(error.message, names[error.column]!, ONE_OF_THEM);
    throw error;
  }
}

/** What a row should hold where a cell and one below it are filled. */
export const ONE_OF_THEM = 'the one or the others';

function badRow(what: string, path: string, expected: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-row', what: `unflatten(…): ${what}`, where: path, try: expected });
}
