/** The parts of an error that a user reads: what was wrong, where, why, and what to do next. */
export interface ErrorParts {
  /** A stable name of the kind of mistake, in kebab-case, such as `target-clash`. */
  readonly code: string;
  /** One line that opens with the path or the call as the user wrote it, and prints the offending value. */
  readonly what: string;
  /** The place in the user's description, options or files. */
  readonly where?: string;
  readonly why?: string;
  /** One next step that works when pasted. */
  readonly try?: string;
}

const LONGEST_VALUE = 80;

/**
 * A mistake in what the user gave: a declaration, an option, a constraint, a file.
 *
 * Its message holds every part, so it reads the same in a terminal, in a test report and in a log. A fault of this
 * package is an `OwnBugError` instead.
 */
export class CohortCheckError extends Error {
  readonly code: string;
  readonly parts: ErrorParts;

  constructor(parts: ErrorParts) {
    super(layOut(parts));
    this.name = 'CohortCheckError';
    this.code = parts.code;
    this.parts = parts;
  }
}

/** A broken invariant of this package itself: never the user's fault. */
export class OwnBugError extends Error {
  constructor(what: string, evidence: unknown) {
    super(
      `this is a bug in cohort-check, not in your code: ${what}\n` +
        `  please report it with these facts: ${shown(evidence, 400)}`,
    );
    this.name = 'OwnBugError';
  }
}

/** A value as an error prints it: JSON where that says it all, cut to a fixed length. */
export function shown(value: unknown, longest: number = LONGEST_VALUE): string {
  const text = asText(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function asText(value: unknown): string {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return String(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function layOut(parts: ErrorParts): string {
  const lines = [`${parts.code}  ${parts.what}`];
  if (parts.where !== undefined) lines.push(`  where   ${parts.where}`);
  if (parts.why !== undefined) lines.push(`  why     ${parts.why}`);
  if (parts.try !== undefined) lines.push(`  try     ${parts.try}`);
  return lines.join('\n');
}
