/*
 * Whether a value has the shape of a zod schema, asked fast: the schema is compiled to one function that builds nothing.
 *
 * zod makes a copy of what it parses and is ready to say what is wrong at each place, which takes longer than `JSON.parse`
 * takes to read the value. Of a data set nearly every record has its shape, so that question comes first, and zod is asked
 * only what is wrong with the others.
 *
 * The function never says yes where zod says no; it may say no where zod says yes. So what it does not understand whole (a
 * refinement, a default, coercion, a union, a format that is more than a pattern) it leaves to zod at that very place, and
 * what is odd (`undefined` in a member, a key called `__proto__`) it refuses.
 */
import { core } from 'zod';
import type { ZodType } from 'zod';
import { conditionOf } from './compiledShapeKinds.js';
import { CheckProgram } from './compiledShapeProgram.js';

/** Schemas do not change, and a new function would have to become fast once more. */
const compiled = new WeakMap<ZodType, (value: unknown) => boolean>();

/**
 * A function that says yes only to values that the schema accepts, and to nearly all of those.
 *
 * Where code may not be made from text (a content security policy, zod's `jitless`), zod itself is the function.
 *
 * Example: of a strict object of two whole numbers `x` and `y` it says yes to `{ x: 1, y: 2 }` and no to `{ x: 1 }`.
 */
export function compiledShape(schema: ZodType): (value: unknown) => boolean {
  if (core.globalConfig.jitless === true || !core.util.allowsEval.value) {
    return (value) => schema.safeParse(value).success;
  }
  let known = compiled.get(schema);
  if (known === undefined) {
    const program = new CheckProgram();
    known = program.compile(conditionOf(schema, 'value', program));
    compiled.set(schema, known);
  }
  return known;
}
