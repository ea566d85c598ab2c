import { isRecord } from '../../arbitrary/index.js';
import { Recogniser } from '../../domain/index.js';
import type { Collection, Domain } from '../../domain/index.js';
import { escapePointer } from '../../invariant/index.js';
import { checkArgument } from '../../shrink/index.js';
import type { Checked, CounterexampleFile, StoredChange, StoredCounterexample } from '../../shrink/index.js';

/** A stored counterexample and what the domain knows of it. */
export interface ListedEntry {
  readonly counterexample: StoredCounterexample;
  /** Names of the models that its arguments are of, as far as they are known. */
  readonly models: readonly string[];
  /**
   * As when its test runs, where the domain knows a model for every argument; the test may ask for more than the model does.
   * `unknown` where it knows none for one of them.
   */
  readonly status: Checked['status'];
  /** Why it is stale. */
  readonly reason?: string;
  /** What mending changes; pointers are from the arguments' root. */
  readonly changes?: readonly StoredChange[];
}

/** The file of a property. */
export interface ListedProperty {
  readonly path: string;
  readonly file: CounterexampleFile;
  readonly entries: readonly ListedEntry[];
}

/** What the domain knows of the counterexamples in files. */
export function listed(
  files: readonly Pick<ListedProperty, 'path' | 'file'>[],
  domain: Domain,
): readonly ListedProperty[] {
  const recogniser = new Recogniser(domain);
  return files.map(({ path, file }) => ({
    path,
    file,
    entries: file.counterexamples.map((one) => entryOf(one, recogniser, domain.asOf)),
  }));
}

function entryOf(counterexample: StoredCounterexample, recogniser: Recogniser, asOf: string): ListedEntry {
  const models: string[] = [];
  const changes: StoredChange[] = [];
  const reasons: string[] = [];
  let isKnown = true;
  for (const [key, value] of Object.entries(counterexample.arguments as Readonly<Record<string, unknown>>)) {
    const collection = recogniser.collectionOf(value);
    if (collection === undefined || !isRecord(value)) {
      isKnown = false;
      continue;
    }
    models.push(collection.model.name);
    const checked = checkedBy(collection, value, asOf);
    if (checked.status === 'stale') reasons.push(checked.reason);
    if (checked.status === 'mended') {
      const pointer = `/${escapePointer(key)}`;
      changes.push(...checked.changes.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` })));
    }
  }
  const [reason] = reasons;
  if (reason !== undefined) return { counterexample, models, status: 'stale', reason };
  if (!isKnown) return { counterexample, models, status: 'unknown' };
  return changes.length > 0
    ? { counterexample, models, status: 'mended', changes }
    : { counterexample, models, status: 'legal' };
}

function checkedBy(collection: Collection<object>, value: object, asOf: string): Checked {
  const date = statedDate(collection, value) ?? asOf;
  return checkArgument(value, collection.arbitrary({}, { asOf: date }), collection.modelAt?.(date) ?? collection.model);
}

/** The reference date that a record states, if it is one. */
function statedDate(collection: Collection<object>, value: object): string | undefined {
  try {
    const date = collection.asOfOf?.(value);
    return typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
  } catch {
    return undefined;
  }
}
