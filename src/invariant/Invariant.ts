import type { Source } from '../source/index.js';

/** `error`: the record cannot be true. `warning`: it can, but a reader should look twice. */
export type Severity = 'error' | 'warning';

/** What an invariant looks at. */
export type Level = 'record' | 'journey' | 'scenario' | 'cohort';

/** One place where a rule is broken. */
export interface Violation {
  /** The id of the invariant. */
  readonly rule: string;
  readonly severity: Severity;
  /** JSON Pointer (RFC 6901) from the checked value's root, such as `/core/age`; empty for the value itself. */
  readonly pointer: string;
  /** One sentence that names the offending values. */
  readonly message: string;
  readonly actual: unknown;
  /** What would have been legal there, in words or as a value. */
  readonly expected: unknown;
}

/** Reports one violation; `pointer` as in `Violation`. */
export type Report = (pointer: string, message: string, actual: unknown, expected: unknown) => void;

/**
 * A named rule on a value of type `T` (a record, or a whole cohort).
 *
 * Its check relies on the shape alone (the schema has been met), never on other invariants: it must not throw on a value
 * of the right shape, whatever else is wrong with it.
 */
export interface Invariant<T> {
  /** Stable name in kebab-case, such as `age-within-persona`. Rules about time order have `order` in it. */
  readonly id: string;
  /** The rule in one sentence that an expert of the domain can review. */
  readonly sentence: string;
  readonly severity: Severity;
  readonly level: Level;
  /** Reports every violation in the value, not only the first. */
  check(value: T, report: Report): void;
  /**
   * Makes a copy of a legal value that violates this rule and no other; pure in the value and the source's key. Undefined
   * where this value offers no place to do so (a rule about divorces and a single person): the next value is tried then.
   */
  breaker(value: T, source: Source): T | undefined;
}

/** Declares an invariant; severity `error` and level `record` unless it says otherwise. */
export function invariant<T>(
  rule: Pick<Invariant<T>, 'id' | 'sentence' | 'check' | 'breaker'> & Partial<Pick<Invariant<T>, 'severity' | 'level'>>,
): Invariant<T> {
  return { severity: 'error', level: 'record', ...rule };
}

/** Every violation of the rules in a value, rule by rule. */
export function violationsOf<T>(value: T, rules: readonly Invariant<T>[]): Violation[] {
  const found: Violation[] = [];
  for (const rule of rules) {
    rule.check(value, (pointer, message, actual, expected) =>
      found.push({ rule: rule.id, severity: rule.severity, pointer, message, actual, expected }),
    );
  }
  return found;
}

/** A key as a JSON Pointer writes it (RFC 6901, section 3). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
