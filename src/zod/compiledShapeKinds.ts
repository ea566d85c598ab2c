import { core } from 'zod';
import type { ZodType } from 'zod';
import { checksOf, definitionOf } from './compiledShapeChecks.js';
import type { CheckProgram } from './compiledShapeProgram.js';

/** The condition, as text, under which a value is of the kind, its checks aside; undefined where that is not understood. */
type Kind = (schema: ZodType, at: string, program: CheckProgram) => string | undefined;

const kinds: Readonly<Record<string, Kind>> = {
  string: (_, at) => `typeof ${at} === 'string'`,
  // What is neither NaN nor an infinity differs from itself by nothing.
  number: (_, at) => `typeof ${at} === 'number' && ${at} - ${at} === 0`,
  boolean: (_, at) => `typeof ${at} === 'boolean'`,
  null: (_, at) => `${at} === null`,
  enum: listed,
  literal: listed,
  nullable: (schema, at, program) => `(${at} === null || ${conditionOf(innerOf(schema), at, program)})`,
  array(schema, at, program) {
    const { element } = definitionOf(schema);
    const item = conditionOf(element as ZodType, 'item', program);
    const items = `for (let i = 0; i < value.length; i++) { const item = value[i]; if (!(${item})) return false; }`;
    return `Array.isArray(${at}) && ${program.define([items])}(${at})`;
  },
  record(schema, at, program) {
    const { keyType, valueType, mode, partial } = definitionOf(schema);
    const { type, checks, check, coerce } = definitionOf(keyType as ZodType);
    const isAnyText = type === 'string' && checks === undefined && check === undefined && coerce !== true;
    if (!isAnyText || mode !== undefined || partial !== undefined) return undefined;
    const member = conditionOf(valueType as ZodType, 'member', program);
    const members = [
      'const proto = Object.getPrototypeOf(value);',
      'if (proto !== Object.prototype && proto !== null) return false;',
      'for (const key of Reflect.ownKeys(value)) {',
      "if (typeof key !== 'string' || key === '__proto__' || key === 'constructor') return false;",
      `const member = value[key]; if (member === undefined || !(${member})) return false; }`,
    ];
    return `${isBraced(at)} && ${program.define(members)}(${at})`;
  },
  object(schema, at, program) {
    const { shape, catchall } = definitionOf(schema);
    const members = shape as Readonly<Record<string, ZodType>>;
    const keys = Object.keys(members);
    const isStrict = catchall !== undefined;
    if (isStrict && definitionOf(catchall as ZodType)['type'] !== 'never') return undefined;
    if (keys.includes('__proto__') || Object.getOwnPropertySymbols(members).length > 0) return undefined;
    const name = program.defineOnce(schema, () => [
      ...keys.map((key) => memberStatement(key, members[key] as ZodType, program)),
      ...(isStrict ? [knownKeysStatement(keys, program)] : []),
    ]);
    return `${isBraced(at)} && ${name}(${at})`;
  },
};

/** The condition under which what stands in the variable `at` is accepted by the schema; at worst, it asks zod. */
export function conditionOf(schema: ZodType, at: string, program: CheckProgram): string {
  return (
    understood(schema, at, program) ??
    `${program.bind((value: unknown) => core.safeParse(schema, value).success)}(${at})`
  );
}

function understood(schema: ZodType, at: string, program: CheckProgram): string | undefined {
  const { type, coerce } = definitionOf(schema);
  if (coerce === true || typeof type !== 'string' || !Object.hasOwn(kinds, type)) return undefined;
  const conditions = [kinds[type]?.(schema, at, program), ...checksOf(schema, at, program)];
  return conditions.includes(undefined) ? undefined : conditions.join(' && ');
}

/** A member may be left out where the schema says so; none may be `undefined`, which no JSON has. */
function memberStatement(key: string, schema: ZodType, program: CheckProgram): string {
  const { type, checks } = definitionOf(schema);
  const inner =
    type === 'optional' && checks === undefined ? understood(innerOf(schema), 'member', program) : undefined;
  const name = JSON.stringify(key);
  const condition = inner ?? conditionOf(schema, 'member', program);
  const isWrong = `member === undefined ? ${inner === undefined ? 'true' : `${name} in value`} : !(${condition})`;
  return `{ const member = value[${name}]; if (${isWrong}) return false; }`;
}

/** Keys mostly stand in the order of the schema: only others are looked up. */
function knownKeysStatement(keys: readonly string[], program: CheckProgram): string {
  const ordered = program.bind(keys);
  const known = program.bind(new Set(keys));
  return `let i = 0; for (const key in value) if (key !== ${ordered}[i++] && !${known}.has(key)) return false;`;
}

function listed({ _zod: { values } }: ZodType, at: string, program: CheckProgram): string | undefined {
  return values === undefined ? undefined : `${program.bind(values)}.has(${at})`;
}

function innerOf(schema: ZodType): ZodType {
  return definitionOf(schema)['innerType'] as ZodType;
}

function isBraced(at: string): string {
  return `typeof ${at} === 'object' && ${at} !== null && !Array.isArray(${at})`;
}
