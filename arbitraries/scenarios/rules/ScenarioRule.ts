import { invariant, violationsOf } from '../../../src/index.js';
import type { Invariant, Report, Severity, Source } from '../../../src/index.js';
import type { Scenario } from '../../schema/index.js';

/** A rule on scenarios before it knows the others: its breaker takes the first candidate that breaks this rule alone. */
export interface ScenarioRule {
  readonly id: string;
  readonly sentence: string;
  /** Default `error`. */
  readonly severity?: Severity;
  check(this: void, scenario: Scenario, report: Report): void;
  /** Copies that may break the rule, the plainest first; what hangs on the change need not fit. */
  broken(this: void, scenario: Scenario, source: Source): Iterable<Scenario>;
}

/** The rules as invariants; `all` are the ones of the whole model, asked for when one is broken. */
export function asInvariants(
  rules: readonly ScenarioRule[],
  all: () => readonly Invariant<Scenario>[],
): Invariant<Scenario>[] {
  return rules.map(({ id, sentence, severity = 'error', check, broken }) =>
    invariant<Scenario>({
      id,
      sentence,
      severity,
      level: 'scenario',
      check,
      breaker: (scenario, source) => {
        for (const candidate of broken(scenario, source)) {
          const found = new Set(violationsOf(candidate, all()).map(({ rule }) => rule));
          if (found.size === 1 && found.has(id)) return candidate;
        }
        return undefined;
      },
    }),
  );
}
