import { isRecord } from '../arbitrary/index.js';
import type { Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { brokenRules } from './brokenRules.js';
import type { RuledModel } from './brokenRules.js';
import { collectionOfAll } from './collectionOfAll.js';
import { missedTargets } from './missedTargets.js';
import type { Targeted } from './missedTargets.js';

/** What a cohort is compared with: a collection of a domain, or a model with targets put together by hand. */
export interface CohortOf<T> extends Targeted<T> {
  readonly model: RuledModel<T>;
}

/** Values of unknown type may be compared with any model; `resolves` hands on the type of the promise. */
type RecordOf<Received> = unknown extends Received ? never : NonNullable<Awaited<Received>>;

type RecordsOf<Received> = Awaited<Received> extends Iterable<infer Item> ? RecordOf<Item> : never;

/** The matchers as `expect(…)` offers them. */
export interface CohortCheckMatchers<Received = unknown> {
  /**
   * Passes for a record in which no invariant of severity `error` is broken; the message lists every violation.
   *
   * It looks at the rules alone: a record of another shape is an error, also under `.not`. For a foreign file use
   * `cohort-check check`, which looks at the shape first.
   *
   * @example
   * import { customer, customerModel } from 'cohort-check/health';
   * for (const record of sample(customer(), { count: 3 })) expect(record).toSatisfyInvariants(customerModel);
   */
  readonly toSatisfyInvariants: (model: RuledModel<RecordOf<Received>>) => void;
  /**
   * Passes for records that hit every target and of which none breaks an invariant of severity `error`.
   *
   * A target is hit when each label has its share of the records: exactly, or rounded down or up where that is no whole
   * number. Takes any iterable of records. A domain stands for the collection that all the records are of, which is told
   * from their keys: a list without records, or of several kinds, is an error then, also under `.not`.
   *
   * @example
   * import { cohort, health } from 'cohort-check/health';
   * expect(cohort({ size: 100, seed: 42 })).toBeCohortOf(health);
   */
  readonly toBeCohortOf: (wanted: CohortOf<RecordsOf<Received>> | Domain) => void;
}

interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/** So many broken records are told of; a cohort can hold thousands. */
const MOST_TOLD = 20;

/** The matchers, for `expect.extend(matchers)`; importing `cohort-check/vitest` does that by itself. */
export const matchers = {
  toSatisfyInvariants(received: unknown, model: RuledModel<never>): Outcome {
    const name = nameOf(received, model);
    const lines = brokenRules(received, model);
    const count = model.invariants.length;
    return {
      pass: lines.length === 0,
      message: () =>
        lines.length === 0
          ? `expected ${name} to break an invariant, but it satisfies all ${count} of ${model.name}`
          : `expected ${name} to satisfy the ${count} invariants of ${model.name}, but it breaks ${indented(lines)}`,
    };
  },

  toBeCohortOf(received: unknown, wanted: CohortOf<never> | Domain): Outcome {
    const records = recordsOf(received);
    const { model, ...targeted } = isDomain(wanted) ? cohortIn(wanted, records) : wanted;
    const lines = missedTargets(records, targeted);
    const broken = records.flatMap((record, index) =>
      brokenRules(record, model).map((line) => `record ${index}, ${nameOf(record, model)}: ${line}`),
    );
    const told = broken.length <= MOST_TOLD ? broken : [...broken.slice(0, MOST_TOLD), andMore(broken)];
    const all = [...lines, ...told];
    return {
      pass: all.length === 0,
      message: () =>
        all.length === 0
          ? `expected ${records.length} records to be no cohort of ${model.name}, but they hit every target and break no rule`
          : `expected ${records.length} records to be a cohort of ${model.name}, but${indented(all)}`,
    };
  },
};

function nameOf(received: unknown, { name, id }: RuledModel<never>): string {
  const value = isRecord(received) ? received[id] : undefined;
  return value === undefined ? name : `${name} ${shown(value)}`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `\n  ${line}`).join('');
}

function andMore(broken: readonly string[]): string {
  return `… and ${broken.length - MOST_TOLD} more violations`;
}

function recordsOf(received: unknown): readonly never[] {
  if (typeof received === 'object' && received !== null && Symbol.iterator in received) {
    return Array.from(received as Iterable<never>);
  }
  throw new CohortCheckError({
    code: 'no-records',
    what: `expect(${shown(received)}).toBeCohortOf(…): not a list of records`,
    try: 'expect([...records]).toBeCohortOf(…)',
  });
}

function isDomain(wanted: CohortOf<never> | Domain): wanted is Domain {
  return 'collections' in wanted;
}

function cohortIn(domain: Domain, records: readonly never[]): CohortOf<never> {
  const collection = collectionOfAll(domain, records);
  const { targets, margins = {} } = collection;
  return { model: collection.modelAt?.(domain.asOf) ?? collection.model, targets, margins };
}
