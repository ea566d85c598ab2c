import type { KeyedArbitrary } from '../arbitrary/index.js';
import { Recogniser } from '../domain/index.js';
import type { Collection, Domain } from '../domain/index.js';
import { OwnBugError } from '../errors/index.js';
import { adapted } from './adapted.js';
import { asItStood, changesBetween } from './mendChanges.js';
import type { MendedPlace } from './mendChanges.js';
import { RecordChecker } from './RecordChecker.js';
import type { ShapeIssue } from './shapeFaults.js';

export interface RecordMenderOptions {
  readonly domain: Domain;
  /** Name of the collection that every record belongs to; default: each record is recognised. */
  readonly model?: string;
  /** Reference date, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** A record after it was looked at. */
export interface MendedRecord {
  /** The nearest legal record; or the given one, where it breaks no rule or is of no known kind. */
  readonly value: unknown;
  /** Pointers are from the record's root; none where nothing was mended. */
  readonly changes: readonly MendedPlace[];
}

interface Kind {
  readonly checker: RecordChecker;
  readonly arbitrary: KeyedArbitrary<object>;
  readonly issuesOf: (value: unknown) => readonly ShapeIssue[];
  readonly additions: readonly string[];
}

/** Mends records of a domain, each by itself: what is wrong between records, such as an id that stands twice, stays. */
export class RecordMender {
  private readonly only: Collection<object> | undefined;
  private readonly recogniser: Recogniser;
  private readonly kinds: ReadonlyMap<string, Kind>;

  private constructor({ domain, model }: RecordMenderOptions, kinds: ReadonlyMap<string, Kind>) {
    this.only = domain.collections.find(({ name, model: own }) => name === model || own.name === model);
    this.recogniser = new Recogniser(domain);
    this.kinds = kinds;
  }

  static async of(options: RecordMenderOptions): Promise<RecordMender> {
    const { domain, asOf } = options;
    const kinds = new Map<string, Kind>();
    for (const collection of domain.collections) kinds.set(collection.name, await kindOf(collection, asOf));
    return new RecordMender(options, kinds);
  }

  /**
   * The nearest legal record. Keys that the model does not know and foreign ways of writing break no rule: they alone change
   * nothing.
   *
   * @param isText - every value was a text, as the cells of a CSV file are; they are read, which is no change.
   * @throws OwnBugError where the mended record breaks a rule.
   */
  mend(value: unknown, isText: boolean): MendedRecord {
    const collection = this.only ?? this.recogniser.collectionOf(value);
    const kind = collection === undefined ? undefined : this.kinds.get(collection.name);
    if (kind === undefined) return { value, changes: [] };
    const { checker, arbitrary, issuesOf, additions } = kind;
    const { violations, notes } = checker.check(value, isText);
    if (violations.length === 0 && !isText) return { value, changes: [] };
    const ours = adapted(value, issuesOf(value), { issuesOf, isText, additions }).value;
    const foreignKeys = new Set(notes.filter(({ note }) => note === 'extra-key').map(({ pointer }) => pointer));
    const read = isText ? asItStood(value, ours, foreignKeys) : value;
    if (violations.length === 0) return { value: read, changes: [] };
    const mended = asItStood(value, arbitrary.mend(ours), foreignKeys);
    const left = checker.check(mended, false).violations;
    if (left.length > 0) throw new OwnBugError('a mended record breaks a rule', { rules: left, record: mended });
    return { value: mended, changes: changesBetween(read, mended) };
  }
}

async function kindOf(collection: Collection<object>, asOf: string): Promise<Kind> {
  const checker = await RecordChecker.of(collection, asOf);
  const schema = await checker.model.schema();
  return {
    checker,
    arbitrary: collection.arbitrary({}, { asOf }),
    // zod's issues, as far as they are read here.
    issuesOf: (value) => (schema.safeParse(value).error?.issues ?? []) as readonly object[] as readonly ShapeIssue[],
    additions: collection.additions ?? [],
  };
}
