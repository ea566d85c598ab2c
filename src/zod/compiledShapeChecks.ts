import { core, iso } from 'zod';
import type { ZodType } from 'zod';
import { isoToDay, isoToSecond } from '../arbitrary/index.js';
import type { CheckProgram } from './compiledShapeProgram.js';

/** What a schema, or a check on one, says of itself, as far as it is read here. */
export type Definition = Readonly<Record<string, unknown>>;
/** The condition, as text, that one check puts on `at`; undefined where it is not understood whole. */
type Check = (definition: Definition, at: string, program: CheckProgram) => string | undefined;

/** Formats that are a pattern and nothing else. */
const PATTERN_FORMATS: readonly unknown[] = ['date', 'datetime', 'time', 'duration', 'uuid', 'regex'];
const DATE = patternOf(iso.date());
const DATE_TIME = patternOf(iso.datetime());

/** By the kind of value, then by the name of the check. A `when` of a check may only excuse a value from it. */
const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  string: {
    string_format: patternCheck,
    min_length: ({ minimum }, at, program) => sized(at, '>=', Number(minimum), 2 * Number(minimum) - 1, program),
    max_length: ({ maximum }, at, program) => sized(at, '<=', Number(maximum), Number(maximum), program),
  },
  number: {
    number_format: ({ format }, at) => (format === 'safeint' ? `Number.isSafeInteger(${at})` : undefined),
    greater_than: (definition, at) => bound(at, '>', definition),
    less_than: (definition, at) => bound(at, '<', definition),
    multiple_of: ({ value }, at, program) =>
      typeof value === 'number'
        ? `${program.bind(core.util.floatSafeRemainder)}(${at}, ${program.bind(value)}) === 0`
        : undefined,
  },
  array: {
    min_length: ({ minimum }, at) => `${at}.length >= ${Number(minimum)}`,
    max_length: ({ maximum }, at) => `${at}.length <= ${Number(maximum)}`,
  },
};

/** What a schema says of itself. */
export function definitionOf(schema: ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** The conditions of all checks on a schema, itself included where it is one; with an undefined where one is not understood. */
export function checksOf(schema: ZodType, at: string, program: CheckProgram): (string | undefined)[] {
  const own = definitionOf(schema);
  const others = (own['checks'] ?? []) as readonly { readonly _zod: { readonly def: Definition } }[];
  return [...(own['check'] === undefined ? [] : [own]), ...others.map((check) => check._zod.def)].map((definition) => {
    const ofKind = checks[own['type'] as string] ?? {};
    const name = definition['check'] as string;
    return Object.hasOwn(ofKind, name) ? ofKind[name]?.(definition, at, program) : undefined;
  });
}

/** zod counts code points, each of one or two units: they are counted where the number of units leaves it open. */
function sized(at: string, sign: '<=' | '>=', size: number, surely: number, program: CheckProgram): string {
  return `(${at}.length ${sign} ${surely} || ${program.bind(core.util.codePointLength)}(${at}) ${sign} ${size})`;
}

function bound(at: string, sign: '<' | '>', { value, inclusive }: Definition): string | undefined {
  return typeof value === 'number' ? `${at} ${sign}${inclusive === true ? '=' : ''} ${value}` : undefined;
}

/** Days and seconds as this project writes them are read by its own functions first, several times as fast. */
function patternCheck({ format, pattern, fn }: Definition, at: string, program: CheckProgram): string | undefined {
  if (!(pattern instanceof RegExp) || /[gy]/.test(pattern.flags)) return undefined;
  if (!PATTERN_FORMATS.includes(format) || fn !== undefined) return undefined;
  const matches = `${program.bind(pattern)}.test(${at})`;
  const known = pattern.source === DATE ? isoToDay : pattern.source === DATE_TIME ? isoToSecond : undefined;
  return known === undefined ? matches : `(${program.bind(known)}(${at}) !== undefined || ${matches})`;
}

function patternOf(schema: ZodType): string | undefined {
  const { pattern } = definitionOf(schema);
  return pattern instanceof RegExp ? pattern.source : undefined;
}
