import type { core, ZodType } from 'zod';
import { escapePointer } from '../invariant/index.js';

/** What a schema says against a value, and where. */
export interface ShapeIssue {
  /**
   * JSON Pointers to the places that may be at fault: one, unless every branch of a union refuses the value and each for
   * another reason. The first is the place of the whole. A key that is missing or not known has its own pointer.
   */
  readonly pointers: readonly [string, ...string[]];
  readonly message: string;
}

/** All that a schema says against a value; nothing where the value has its shape. */
export function issuesOf(schema: ZodType, value: unknown): ShapeIssue[] {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : error.issues.flatMap((issue) => shapeIssues(issue, ''));
}

/** Keys that are not known come as one issue of their object: each is told by itself. */
function shapeIssues(issue: core.$ZodIssue, above: string): ShapeIssue[] {
  const { message } = issue;
  const pointer = below(above, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointers: [below(pointer, [key])], message }));
  }
  const inner = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  const within = inner.flatMap((one) => shapeIssues(one, pointer)).flatMap(({ pointers }) => pointers);
  return [{ pointers: [pointer, ...new Set(within.filter((one) => one !== pointer))], message }];
}

function below(pointer: string, path: readonly PropertyKey[]): string {
  return [pointer, ...path.map((key) => escapePointer(String(key)))].join('/');
}
