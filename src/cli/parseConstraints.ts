import { isoToDay, isoToSecond, isRecord, sameJson } from '../arbitrary/index.js';
import type { Constraint } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';

/** A field and what the user wants of it. */
export interface Wish {
  /** As the user wrote it, such as `--age 40..50`. */
  readonly said: string;
  /** Path of the field, such as `core.age`. */
  readonly path: string;
  /** A value, a range `a..b` with either end left open, a choice `a|b`, or JSON. */
  readonly text: string;
}

/**
 * The constraints that wishes come to.
 *
 * How a text is meant (a postal code of five digits, or a number?) is read off example records, so that any field of any
 * model can be held without being declared here.
 *
 * @throws CohortCheckError `unknown-field`, or `bad-constraint` on a text that means nothing for its field.
 */
export function parseConstraints(wishes: readonly Wish[], examples: readonly object[]): Constraint {
  const constraints: Record<string, unknown> = {};
  for (const wish of wishes) {
    const names = wish.path.split('.');
    place(constraints, names, meaningOf(wish, valuesAt(wish, names, examples)), wish);
  }
  return constraints;
}

/** The values of a field in the examples. */
function valuesAt({ said, path }: Wish, names: readonly string[], examples: readonly object[]): readonly unknown[] {
  let holders: readonly unknown[] = examples;
  for (const [depth, name] of names.entries()) {
    const records = holders.filter(isRecord);
    const inner = records.filter((record) => Object.hasOwn(record, name)).map((record) => record[name]);
    if (inner.length === 0) {
      const known = [...new Set(records.flatMap((record) => Object.keys(record)))];
      const above = names.slice(0, depth).join('.');
      throw new CohortCheckError({
        code: 'unknown-field',
        what: `${said}: there is no field ${shown(path)}`,
        why:
          known.length === 0
            ? `${above} has no fields of its own`
            : `${above === '' ? 'a record' : above} has ${known.join(', ')}`,
        try: `--where ${above === '' ? '' : `${above}${known.length === 0 ? '' : '.'}`}${known[0] ?? ''}=…`,
      });
    }
    holders = inner;
  }
  return holders;
}

function meaningOf(wish: Wish, values: readonly unknown[]): Constraint {
  const { text } = wish;
  if (text === '') throw badConstraint(wish, 'it says nothing', `a value, a range a..b, or a choice a|b`);
  if (/^[[{"]/.test(text)) return parseJson(wish);
  if (values.some(Array.isArray))
    return { includes: text.split('|').length > 1 ? refuseChoice(wish) : [itemOf(text, values)] };
  if (values.some(isRecord)) {
    const inner = values.find(isRecord) ?? {};
    throw badConstraint(
      wish,
      'it is a group of fields',
      Object.keys(inner)
        .map((name) => `${wish.path}.${name}`)
        .join(', '),
    );
  }
  const choices = text.split('|');
  if (choices.length > 1) return { oneOf: choices.map((one) => valueOf(one, wish, values)) };
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  return range === null || !hasOrder(values) ? valueOf(text, wish, values) : boundsOf(range, wish, values);
}

function boundsOf([, low = '', high = '']: RegExpExecArray, wish: Wish, values: readonly unknown[]): Constraint {
  const min = low === '' ? undefined : valueOf(low, wish, values);
  const max = high === '' ? undefined : valueOf(high, wish, values);
  if (min === undefined && max === undefined) throw badConstraint(wish, 'both ends are open', 'leave it out');
  if (min !== undefined && max !== undefined && (min as number) > (max as number)) {
    throw badConstraint(wish, 'the lower end lies above the upper one', `${high}..${low}`);
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** A single value, of the type that the field has in the examples. */
function valueOf(text: string, wish: Wish, values: readonly unknown[]): unknown {
  if (text === 'null' && values.includes(null)) return null;
  if (values.some((value) => typeof value === 'boolean')) {
    if (text === 'yes' || text === 'true') return true;
    if (text === 'no' || text === 'false') return false;
    throw badConstraint(wish, `${shown(text)} is neither yes nor no`, 'yes');
  }
  if (values.some((value) => typeof value === 'number')) {
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    throw badConstraint(wish, `${shown(text)} is no number`, 'a number such as 40, or a range such as 40..50');
  }
  return text;
}

function itemOf(text: string, lists: readonly unknown[]): unknown {
  const items = lists.filter(Array.isArray).flat() as readonly unknown[];
  return items.some((item) => typeof item === 'number') && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function hasOrder(values: readonly unknown[]): boolean {
  return values.some(
    (value) =>
      typeof value === 'number' ||
      (typeof value === 'string' && (isoToDay(value) !== undefined || isoToSecond(value) !== undefined)),
  );
}

function parseJson(wish: Wish): unknown {
  try {
    return JSON.parse(wish.text);
  } catch (error) {
    throw badConstraint(wish, `it is no JSON: ${error instanceof Error ? error.message : ''}`, 'a plain value');
  }
}

function refuseChoice(wish: Wish): never {
  throw badConstraint(
    wish,
    'a list holds its items side by side',
    wish.text
      .split('|')
      .map((one) => `--where ${wish.path}=${one}`)
      .join(' '),
  );
}

function place(into: Record<string, unknown>, names: readonly string[], constraint: Constraint, wish: Wish): void {
  const [name = '', ...rest] = names;
  const taken = Object.hasOwn(into, name) ? into[name] : undefined;
  if (rest.length > 0) {
    const inner = isRecord(taken) ? { ...taken } : {};
    place(inner, rest, constraint, wish);
    into[name] = inner;
  } else if (taken === undefined || sameJson(taken, constraint)) {
    into[name] = constraint;
  } else if (isIncludes(taken) && isIncludes(constraint)) {
    into[name] = { includes: [...taken.includes, ...constraint.includes] };
  } else {
    throw badConstraint(wish, `${wish.path} is held twice`, 'hold it once, with a range a..b or a choice a|b');
  }
}

function isIncludes(constraint: Constraint): constraint is { readonly includes: readonly unknown[] } {
  return isRecord(constraint) && Array.isArray(constraint['includes']);
}

function badConstraint({ said }: Wish, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-constraint', what: said, why, try: next });
}
