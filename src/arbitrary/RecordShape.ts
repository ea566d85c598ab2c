import { CohortCheckError } from '../errors/index.js';
import type { Field, Values } from './Field.js';
import { fillOf } from './fillRecord.js';
import type { Fill } from './fillRecord.js';

/** What all records of one declaration share. */
export interface RecordShape {
  readonly fields: readonly Field[];
  /** Every key of a whole record, so that all records share one hidden class. */
  readonly template: Values;
  /** Whether a field is called like something that every object has. */
  readonly hasInheritedName: boolean;
  /** Draws the fields: the bulk path. */
  readonly fill: Fill;
  /** The name of an aim that no derived field takes up: a declaration that is not finished. */
  readonly strayAim: string | undefined;
}

function strayAimOf(fields: readonly Field[]): string | undefined {
  const derived = new Set(fields.filter(({ kind }) => kind === 'derived').map(({ name }) => name));
  return fields.find(({ kind, name }) => kind === 'aim' && !derived.has(name))?.name;
}

export function shapeOf(fields: readonly Field[]): RecordShape {
  const written = fields.filter(({ kind }) => kind !== 'aim').map(({ name }) => name);
  let fill: Fill | undefined;
  return {
    fields,
    // Made when it is first called: of the shapes that a declaration goes through, only the last one draws.
    fill: (source, bias, outer, holder, checkAim) => (fill ??= fillOf(fields))(source, bias, outer, holder, checkAim),
    template: Object.fromEntries(written.map((name) => [name, undefined])),
    hasInheritedName: written.some((name) => name in Object.prototype),
    strayAim: strayAimOf(fields),
  };
}

/** The error of an aim without its derived field. */
export function strayAim(name: string): CohortCheckError {
  return new CohortCheckError({
    code: 'stray-aim',
    what: `record().aim('${name}', …): no derived field is called ${name}`,
    why: 'an aim is what a derived field below it must come to; it is not written to the record itself',
    try: `add .derived('${name}', …) below it`,
  });
}
