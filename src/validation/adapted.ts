/*
 * Foreign ways of writing, brought into ours: what a reader of another tool's file would call the same record.
 *
 * Nothing is repaired. Only the writing changes: dates in another ISO form, keys that the model does not have, and numbers,
 * words and lists that stand in the text cells of a CSV file. What was changed is told as a note.
 */
import { looseIsoToSecond, secondToIso } from '../arbitrary/index.js';
import { EditedCopy } from './EditedCopy.js';
import { pointerOf, valueAt } from './shapeFaults.js';
import type { ShapeIssue } from './shapeFaults.js';

/** Something foreign that was understood. */
export interface AdaptedPlace {
  readonly note: string;
  readonly pointer: string;
  readonly message: string;
}

export interface Adapted {
  readonly value: unknown;
  readonly notes: readonly AdaptedPlace[];
  /** What is left of the issues. */
  readonly issues: readonly ShapeIssue[];
}

export interface AdaptOptions {
  /** The issues of a value; none where it has the right shape. */
  readonly issuesOf: (value: unknown) => readonly ShapeIssue[];
  /** Whether every value was a text, as the cells of a CSV file are. */
  readonly isText: boolean;
  /** Keys of the record that it may lack. */
  readonly additions: readonly string[];
}

/** A list in a cell holds records whose cells have to be read in turn. */
const MOST_ROUNDS = 5;

/** A value with its foreign ways of writing brought into ours, as far as its issues can be traced to them. */
export function adapted(value: unknown, found: readonly ShapeIssue[], options: AdaptOptions): Adapted {
  const copy = new EditedCopy(value);
  const missing = (issue: ShapeIssue): boolean =>
    issue.path.length === 1 &&
    options.additions.includes(String(issue.path[0])) &&
    valueAt(copy.root, issue.path) === undefined;
  const notes: AdaptedPlace[] = [];
  let issues = found;
  for (let round = 0; round < MOST_ROUNDS && issues.length > 0; round++) {
    const made = issues.flatMap((issue) => (missing(issue) ? [] : mendWriting(copy, issue, options.isText)));
    if (made.length === 0) break;
    notes.push(...made.filter(({ note }) => note !== ''));
    issues = options.issuesOf(copy.root);
  }
  for (const issue of issues.filter(missing)) {
    const key = String(issue.path[0]);
    notes.push({
      note: 'missing-addition',
      pointer: pointerOf(issue.path),
      message: `${key} is missing: what hangs on it is not checked`,
    });
  }
  return { value: copy.root, notes, issues: issues.filter((issue) => !missing(issue)) };
}

function mendWriting(copy: EditedCopy, issue: ShapeIssue, isText: boolean): AdaptedPlace[] {
  if (issue.code === 'unrecognized_keys') return withoutKeys(copy, issue);
  const value = valueAt(copy.root, issue.path);
  if (issue.code === 'invalid_format' && typeof value === 'string') {
    const made = dated(copy, issue, value);
    if (made.length > 0) return made;
  }
  if (!isText) return [];
  const read = typeof value === 'string' ? readCell(value) : value === undefined ? emptyCell(issue) : value;
  if (read === value || !copy.put(issue.path, read)) return [];
  const pointer = pointerOf(issue.path);
  return [{ note: value === undefined ? '' : 'text-cell', pointer, message: 'was read from the text of a cell' }];
}

function withoutKeys(copy: EditedCopy, issue: ShapeIssue): AdaptedPlace[] {
  const holder = copy.holderAt(issue.path);
  if (holder === undefined) return [];
  return (issue.keys ?? []).map((key) => {
    // A copy of our own: nobody else sees the key go.
    Reflect.deleteProperty(holder, key);
    return { note: 'extra-key', pointer: pointerOf([...issue.path, key]), message: `the model has no key ${key}` };
  });
}

function dated(copy: EditedCopy, issue: ShapeIssue, text: string): AdaptedPlace[] {
  const second = looseIsoToSecond(text);
  if (second === undefined) return [];
  const isDay = issue.format === 'date';
  if (!isDay && issue.format !== 'datetime') return [];
  // A day is the one that is written: a birth date with a zone does not move to the day before.
  const ours = isDay ? text.trim().slice(0, 10) : secondToIso(Math.floor(second));
  if (ours === text || !copy.put(issue.path, ours)) return [];
  const message = `dates are written another way, such as ${JSON.stringify(text)} for ${ours}${isDay ? '' : '; without a zone they are read as UTC'}`;
  return [{ note: 'foreign-date', pointer: pointerOf(issue.path), message }];
}

/** What an empty cell, which its row has no key for, stands for: nothing, in a list or as the value. */
function emptyCell({ expected }: ShapeIssue): unknown {
  return expected === 'array' ? [] : expected === 'record' ? {} : null;
}

/** What a cell says: a number, a word of JSON, a list or an object; else the text itself. */
function readCell(text: string): unknown {
  if (text === '') return null;
  if (!/^(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[[{][^]*[\]}])$/i.test(text)) return text;
  try {
    return JSON.parse(text.length <= 5 ? text.toLowerCase() : text);
  } catch {
    return text;
  }
}
