import type { Arbitrary } from 'fast-check';
import { fromFastCheck, integer, isRecord, RecordBuilder } from '../arbitrary/index.js';
import { CohortCheckError } from '../errors/index.js';
import { inText, isSame, onTrial } from './LawRun.js';
import type { LawOptions, LawRun } from './LawRun.js';

export interface StableOptions extends LawOptions {
  /**
   * The record as it is declared after fields were added, removed or reordered. By default the record itself with a further
   * field before all others, and with one after them; that needs a record which `record` declared.
   */
  readonly after?: Arbitrary<object>;
  /** Fields that both have and that may differ all the same: those that were declared anew, and what hangs on them. */
  readonly except?: readonly string[];
}

const ADDED = 'a field that was added';

/**
 * The law that adding, removing or reordering fields leaves the values of all other fields unchanged.
 *
 * @throws CohortCheckError `law-stable` with the seed, the run and the field that shows otherwise.
 */
export function stable(before: Arbitrary<object>, options: StableOptions = {}): void {
  for (const after of options.after === undefined ? grown(before) : [options.after]) {
    const trials: (readonly [LawRun<object>, Values, Values])[] = [];
    const keyed = fromFastCheck(after);
    onTrial('stable', before, options, (run) => {
      trials.push([run, columns(run, run.value), columns(run, keyed.draw(run.key(), run.bias))]);
    });
    const kept = namesIn(trials.map(([, was]) => was));
    const shared = [...namesIn(trials.map(([, , is]) => is))].filter((name) => kept.has(name));
    for (const [run, was, is] of trials) {
      const moved = shared.find((name) => options.except?.includes(name) !== true && !isSame(was[name], is[name]));
      if (moved === undefined) continue;
      throw run.broken(`${moved} became ${inText(is[moved])} when other fields were added, removed or reordered`);
    }
  }
}

type Values = Readonly<Record<string, unknown>>;

function columns(run: LawRun<object>, value: object): Values {
  if (!isRecord(value)) throw run.broken(`it is about records, not about ${inText(value)}`);
  return value;
}

/** Fields that may be missing are those of any one record. */
function namesIn(values: readonly Values[]): ReadonlySet<string> {
  return new Set(values.flatMap((value) => Object.keys(value)));
}

function grown(before: Arbitrary<object>): readonly Arbitrary<object>[] {
  if (before instanceof RecordBuilder) return [before.besides(ADDED, integer()), before.field(ADDED, integer())];
  throw new CohortCheckError({
    code: 'bad-option',
    what: 'stable(…): nothing to compare with',
    why: 'fields can be added only to a record that record() declared',
    try: 'stable(before, { after })',
  });
}
