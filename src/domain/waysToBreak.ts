import { CohortCheckError, shown } from '../errors/index.js';
import { BrokenArbitrary } from './BrokenArbitrary.js';
import type { Model } from './defineModel.js';
import { nearestWords } from './nearestWords.js';
import { ruleFault } from './ruleFault.js';
import { SHAPE, shapeFault, shapeRules } from './shapeRules.js';
import type { ShapeRule } from './shapeRules.js';

/** A rule that records can be made to break, and the arbitrary of records that break it alone. */
export interface WayToBreak<T extends object> {
  /** The id of an invariant, or one that begins with `shape-`. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly sentence: string;
  readonly arbitrary: BrokenArbitrary<T>;
}

export interface WaysToBreakOptions {
  /** Ids of rules; `shape` means all faults of shape that the schema has places for. Default: every rule. */
  readonly only?: readonly string[];
  /** How the user asks for a rule, for errors, such as `--rule "age"`; default: the call of `invalid`. */
  readonly said?: (id: string) => string;
  /** What shows all the ids, for errors, such as a command; default: nothing does. */
  readonly list?: string;
}

/**
 * Every way to break a record of a model: its invariants in their order, then the faults of shape that its schema has places
 * for. Where an invariant is broken, the shape is right.
 *
 * For one invariant take `breaking`, for records with any fault `invalid`.
 *
 * @throws CohortCheckError `unknown-rule` on an id that is none, `no-place` on a fault of shape that the schema has no
 *   place for.
 */
export async function waysToBreak<T extends object>(
  model: Model<T>,
  options: WaysToBreakOptions = {},
): Promise<readonly WayToBreak<T>[]> {
  const { only, list, said = (id) => `invalid(${model.name}, { only: [${shown(id)}] })` } = options;
  const { invariants } = model;
  const shapeIds = shapeRules.map(({ id }) => id);
  const known = [...invariants.map(({ id }) => id), SHAPE, ...shapeIds];
  const unknown = only?.find((id) => !known.includes(id));
  if (unknown !== undefined) throw unknownRule(model.name, unknown, known, said, list);
  // Loaded on demand: zod takes its time, and drawing does without it.
  const { Shape } = await import('../zod/index.js');
  const shape = new Shape(await model.schema());
  const possible = shapeRules.filter(({ kind }) => shape.kinds.includes(kind));
  const homeless = only?.find(
    (id) =>
      (id === SHAPE && possible.length === 0) || (shapeIds.includes(id) && !possible.some((rule) => rule.id === id)),
  );
  if (homeless !== undefined) throw noPlaceInSchema(model.name, said(homeless), possible);
  const isWanted = (id: string): boolean => only?.includes(id) ?? true;
  const faults = [
    ...invariants.filter(({ id }) => isWanted(id)).map((rule) => ruleFault(rule, invariants, shape)),
    ...possible.filter(({ id }) => isWanted(id) || isWanted(SHAPE)).map((rule) => shapeFault<T>(rule, shape)),
  ];
  return faults.map((fault) => {
    const { id, sentence } = fault;
    return { id, sentence, arbitrary: new BrokenArbitrary(model, fault) };
  });
}

function noPlaceInSchema(model: string, said: string, possible: readonly ShapeRule[]): CohortCheckError {
  return new CohortCheckError({
    code: 'no-place',
    what: `${said}: the schema of ${model} has no place for it`,
    why: possible.length === 0 ? 'it lets everything pass' : 'it asks for nothing of which this could be untrue',
    try: possible.length === 0 ? 'leave it out' : `one of ${possible.map(({ id }) => id).join(', ')}`,
  });
}

const MOST_LISTED = 5;

/** The error for an id that no rule of the model has. */
export function unknownRule(
  model: string,
  id: string,
  known: readonly string[],
  said: (id: string) => string,
  list?: string,
): CohortCheckError {
  const near = nearestWords(id, known);
  const more = known.length - MOST_LISTED;
  const some = [...known.slice(0, MOST_LISTED), ...(more > 0 ? [`… (${more} more)`] : [])].join(', ');
  const [likeliest] = near;
  return new CohortCheckError({
    code: 'unknown-rule',
    what: `${said(id)}: ${model} has no such rule`,
    why:
      likeliest === undefined
        ? `it has ${some === '' ? 'none' : some}`
        : `near to it ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`,
    try:
      likeliest === undefined
        ? (list ?? (known[0] === undefined ? 'add an invariant to the model' : said(known[0])))
        : said(likeliest),
  });
}
