import { differences } from '../../domain/index.js';
import { shown } from '../../errors/index.js';
import { escapePointer } from '../../invariant/index.js';
import type { Parameter } from './checkStored.js';
import type { Arguments } from './CounterexampleFile.js';
import { membersOf, valueAt } from './places.js';
import { simplestLike } from './simplestLike.js';

const MOST_LINES = 30;
const LONGEST_VALUE = 60;

/**
 * What is special about the arguments of a counterexample: for each of them the members that are not those of the simplest
 * legal value, a line each. For a record of a model with personas, the simplest of its persona.
 */
export function besideSimplest(given: Arguments, parameters: readonly Parameter[]): string {
  return parameters
    .map((parameter) => {
      const value = (given as Readonly<Record<string, unknown>>)[parameter.key];
      return besideSimplestOne(value, parameter, parameters.length === 1 ? '' : `argument ${parameter.key}: `);
    })
    .join('\n');
}

function besideSimplestOne(value: unknown, { arbitrary, model }: Parameter, opening: string): string {
  const simplest = simplestLike(value, arbitrary, model?.persona);
  if (simplest === undefined) return `${opening}${shown(value, LONGEST_VALUE)}`;
  const persona = model?.persona === undefined ? undefined : valueAt(value, model.persona.split('.'));
  const kind = model === undefined ? 'simplest value' : `simplest ${model.name}`;
  const like = persona === undefined ? kind : `${kind} whose ${model?.persona} is ${shown(persona, LONGEST_VALUE)}`;
  const places = differences(simplest.value, value).flatMap(({ path, value: now }) =>
    leavesOf(path, now, valueAt(simplest.value, path)),
  );
  if (places.length === 0) return `${opening}it is the ${like}`;
  const width = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const told = places.slice(0, MOST_LINES);
  const left = width(told.map(({ pointer }) => pointer));
  const middle = width(told.map(({ now }) => now));
  const lines = told.map(
    ({ pointer, now, simple }) => `  ${pointer.padEnd(left)}  ${now.padEnd(middle)}  (simplest: ${simple})`,
  );
  const more = places.length - told.length;
  return [`${opening}beside the ${like}:`, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}

interface Place {
  readonly pointer: string;
  readonly now: string;
  readonly simple: string;
}

/** The members of what stands on one side alone are told one by one. */
function leavesOf(path: readonly string[], now: unknown, simple: unknown): Place[] {
  const members = membersOf(now ?? simple);
  if ((now === undefined || simple === undefined) && members !== undefined && members.size > 0) {
    return [...members.keys()].flatMap((key) => leavesOf([...path, key], valueAt(now, [key]), valueAt(simple, [key])));
  }
  const text = (one: unknown): string => (one === undefined ? 'nothing' : shown(one, LONGEST_VALUE));
  const pointer = path.map((key) => `/${escapePointer(key)}`).join('');
  return [{ pointer: pointer === '' ? 'it is' : pointer, now: text(now), simple: text(simple) }];
}
