import { escapePointer, isRecord } from './shared.js';

/** What zod says of a value that is of another shape, as far as it is read here. */
export interface ShapeIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly format?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly divisor?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

/** A fault in the shape of a record. */
export interface ShapeFault {
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

const RULES: Readonly<Record<string, string>> = {
  invalid_value: 'shape-unknown-value',
  too_small: 'shape-out-of-bounds',
  too_big: 'shape-out-of-bounds',
  not_multiple_of: 'shape-out-of-bounds',
  unrecognized_keys: 'shape-extra-key',
};
const DATE_FORMATS: readonly unknown[] = ['date', 'datetime', 'time'];

/** An issue in the words of a report: where it lies, what stands there, and what would be legal. */
export function shapeFault(issue: ShapeIssue, root: unknown): ShapeFault {
  const actual = valueAt(root, issue.path);
  return {
    rule: ruleOf(issue, actual),
    pointer: pointerOf(issue.path),
    message: actual === undefined ? `is missing: ${issue.message}` : issue.message,
    actual,
    expected: issue.values ?? boundsIn(issue) ?? issue.expected ?? issue.format ?? issue.message,
  };
}

/** The bound that was passed, as a constraint would write it. */
function boundsIn({ minimum, maximum, divisor }: ShapeIssue): unknown {
  if (minimum !== undefined) return { min: minimum };
  if (maximum !== undefined) return { max: maximum };
  return divisor === undefined ? undefined : { multiple_of: divisor };
}

function ruleOf({ code, format }: ShapeIssue, actual: unknown): string {
  if (actual === undefined) return 'shape-missing-key';
  if (code === 'invalid_type') return 'shape-wrong-type';
  if (code === 'invalid_format') return DATE_FORMATS.includes(format) ? 'shape-malformed-date' : 'shape-malformed-text';
  return RULES[code] ?? 'shape-invalid';
}

/** JSON Pointer of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${escapePointer(String(key))}`).join('');
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value)) value = (value as readonly unknown[])[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[String(key)];
    else return undefined;
  }
  return value;
}
