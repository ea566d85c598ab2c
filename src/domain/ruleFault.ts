import { violationsOf } from '../invariant/index.js';
import type { Invariant } from '../invariant/index.js';
import { Source } from '../source/index.js';
import type { Shape } from '../zod/index.js';
import { differences, withDifferences } from './differences.js';
import type { Difference } from './differences.js';
import type { Fault } from './Fault.js';

/** Keys that a breaker is asked with when a broken record shrinks: few, because every candidate costs all rules. */
const KEYS_WHEN_SHRINKING = 4;
/** So many changes that made a record wrong are left out one by one, to see whether the others do. */
const MOST_LEFT_OUT = 24;

/**
 * The fault of breaking a rule and none of the others.
 *
 * @param shape - what the record must have besides; default: whatever the rules can look at.
 */
export function ruleFault<T>(rule: Invariant<T>, rules: readonly Invariant<T>[], shape?: Shape): Fault<T> {
  return {
    id: rule.id,
    sentence: rule.sentence,
    pointerIn: (value) => {
      const pointer = loneViolation(value, rule, rules);
      return pointer === undefined || shape?.isOf(value) === false ? undefined : pointer;
    },
    make: (record, source) => rule.breaker(record, source),
    *makeLike(record, other, base) {
      // What was wrong, put into the simpler record: the breaker may find no place in it, or another one.
      const changes = differences(base, other.value);
      if (record !== base) yield* fitting<T>(withDifferences(record, changes));
      else yield* lessWrong(base, changes);
      for (let key = 0; key < KEYS_WHEN_SHRINKING; key++) yield* fitting<T>(rule.breaker(record, Source.of(key)));
    },
    misfit: (value) => misfit(value, rule, rules),
  };
}

/** The record with all the changes but one. */
function* lessWrong<T>(base: T, changes: readonly Difference[]): Iterable<T> {
  for (const left of changes.slice(0, MOST_LEFT_OUT).reverse()) {
    yield* fitting<T>(
      withDifferences(
        base,
        changes.filter((one) => one !== left),
      ),
    );
  }
}

function fitting<T>(value: unknown): T[] {
  return value === undefined ? [] : [value as T];
}

/** Where the value breaks the rule, if it breaks no other. */
function loneViolation<T>(value: unknown, rule: Invariant<T>, rules: readonly Invariant<T>[]): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    const [first] = violationsOf(value as T, [rule]);
    if (first === undefined) return undefined;
    return rules.some((other) => other !== rule && violationsOf(value as T, [other]).length > 0)
      ? undefined
      : first.pointer;
  } catch {
    // Nothing is known of a foreign value: a rule that meets another shape than its own throws.
    return undefined;
  }
}

function misfit<T>(value: T, { id }: Invariant<T>, rules: readonly Invariant<T>[]): string {
  try {
    const broken = new Set(violationsOf(value, rules).map((violation) => violation.rule));
    if (!broken.delete(id)) return 'what its breaker made does not break it';
    if (broken.size === 0) return 'what its breaker made does not have the shape of the schema';
    return `what its breaker made also breaks ${[...broken].join(', ')}`;
  } catch (error) {
    return `a rule could not look at what its breaker made (${String(error)})`;
  }
}
