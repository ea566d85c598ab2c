import { CohortCheckError, shown } from '../errors/index.js';
import type { Invariant, Report } from '../invariant/index.js';

/** The part of an invariant that looks. `check` is a property, so that a rule about guests is none about anything wider. */
interface Rule<T> extends Pick<Invariant<T>, 'id' | 'sentence' | 'severity'> {
  readonly check: (value: T, report: Report) => void;
}

/** The part of a model that has rules; a model of `Customer` is one for everything that is a customer. */
export interface RuledModel<T> {
  readonly name: string;
  /** The key that identifies a record. */
  readonly id: string;
  readonly invariants: readonly Rule<T>[];
}

/**
 * Every violation of severity `error`, a line each: pointer, rule, what is wrong.
 *
 * @throws CohortCheckError `wrong-shape` where a rule could not look at the value.
 */
export function brokenRules(value: unknown, { name, invariants }: RuledModel<never>): string[] {
  const lines: string[] = [];
  for (const { id, severity, check } of invariants) {
    if (severity !== 'error') continue;
    const report: Report = (pointer, message, actual, expected) => {
      const place = pointer === '' ? 'the whole record' : pointer;
      lines.push(`${place}  ${id}: ${message} (is ${shown(actual)}, may be ${shown(expected)})`);
    };
    try {
      // Nothing is known of a value under test; a rule that meets another shape throws, which is told below.
      check(value as never, report);
    } catch (error) {
      throw new CohortCheckError({
        code: 'wrong-shape',
        what: `the rule ${id} cannot look at ${shown(value)}`,
        why: `it does not have the shape of ${name} (${String(error)})`,
        try: `(await ${name}Model.schema()).parse(…), which names the members that are wrong`,
      });
    }
  }
  return lines;
}
