import type { Model } from '../../domain/index.js';

type Path = readonly PropertyKey[];
type Place = Record<PropertyKey, unknown>;

/** A list in a cell holds records whose cells have to be read in turn. */
const MOST_ROUNDS = 5;

/**
 * A record of a CSV file with numbers, words and lists in place of their texts, wherever the schema refuses the text.
 *
 * Nothing else is changed: not the dates of another form, not the keys that the model does not have.
 */
export function readCells(value: unknown, schema: Awaited<ReturnType<Model<object>['schema']>>): unknown {
  const root = structuredClone(value);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const issues = schema.safeParse(root).error?.issues ?? [];
    const changed = issues.filter((issue) => {
      const expected = 'expected' in issue ? issue.expected : undefined;
      return readCell(root, issue.path, expected);
    });
    if (changed.length === 0) break;
  }
  return root;
}

/** @returns whether something was changed. */
function readCell(root: unknown, path: Path, expected: unknown): boolean {
  const key = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((place, step) => (isPlace(place) ? place[step] : undefined), root);
  if (key === undefined || !isPlace(holder)) return false;
  const text = holder[key];
  const read = text === undefined ? emptyCell(expected) : typeof text === 'string' ? valueOf(text) : text;
  if (read === text) return false;
  holder[key] = read;
  return true;
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null;
}

/** What an empty cell, which its row has no key for, stands for. */
function emptyCell(expected: unknown): unknown {
  return expected === 'array' ? [] : expected === 'record' ? {} : null;
}

/** What a cell says: a number, a word of JSON, a list or an object; else the text itself. */
function valueOf(text: string): unknown {
  if (text === '') return null;
  if (!/^(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[[{][^]*[\]}])$/i.test(text)) return text;
  try {
    return JSON.parse(text.length <= 5 ? text.toLowerCase() : text);
  } catch {
    return text;
  }
}
