import { isoToDay } from '../../arbitrary/index.js';
import { Recogniser } from '../../domain/index.js';
import type { Collection, Domain, Model } from '../../domain/index.js';
import { CohortCheckError, shown } from '../../errors/index.js';
import type { SubjectRecord } from './readSubject.js';

/** So many records tell of what kind a data set is. */
const EXAMPLES = 50;

/** Tells of which collection records are, and what its model is at the date that they state. */
export class Kinds {
  private readonly domain: Domain;
  private readonly asOf: string | undefined;
  private readonly named: Collection<object> | undefined;
  private readonly recogniser: Recogniser;

  /**
   * @param model - name of the collection of every record; default: each is recognised.
   * @param asOf - reference date; default: the one that a record states, else the domain's.
   * @throws CohortCheckError `unknown-collection`.
   */
  constructor(domain: Domain, model: string | undefined, asOf: string | undefined) {
    this.domain = domain;
    this.asOf = asOf;
    this.recogniser = new Recogniser(domain);
    this.named = domain.collections.find((one) => one.name === model || one.model.name === model);
    if (model !== undefined && this.named === undefined) {
      throw new CohortCheckError({
        code: 'unknown-collection',
        what: `--model ${shown(model)}: the ${domain.name} domain has no such collection`,
        try: `one of ${this.names()}`,
      });
    }
  }

  /** The collection of a record; undefined where it is like none. */
  of(value: unknown): Collection<object> | undefined {
    return this.named ?? this.recogniser.collectionOf(value);
  }

  /** The id of a record, where it has one. */
  idOf(value: unknown): string | number | undefined {
    const key = this.of(value)?.model.id;
    if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
      return undefined;
    const id: unknown = (value as Readonly<Record<string, unknown>>)[key];
    return typeof id === 'string' || typeof id === 'number' ? id : undefined;
  }

  /**
   * The collection that most of the first records are of.
   *
   * @param said - the file or the record, as an error names it.
   * @throws CohortCheckError `unknown-record`.
   */
  ofMost(records: readonly SubjectRecord[], said: string): Collection<object> {
    const counts = new Map<Collection<object>, number>();
    for (const { value } of records.slice(0, EXAMPLES)) {
      const collection = this.of(value);
      if (collection !== undefined) counts.set(collection, (counts.get(collection) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most !== undefined) return most[0];
    throw new CohortCheckError({
      code: 'unknown-record',
      what: `${said}: like no record of the ${this.domain.name} domain`,
      why: 'what is simpler is told by the model of a record',
      try: `--model with one of ${this.names()}`,
    });
  }

  /** The model of a collection, whose records are those of the date that counts for an example. */
  modelOf(collection: Collection<object>, example: unknown): Model<object> {
    const asOf = this.asOf ?? statedAsOf(collection, example) ?? this.domain.asOf;
    return { ...(collection.modelAt?.(asOf) ?? collection.model), arbitrary: collection.arbitrary({}, { asOf }) };
  }

  private names(): string {
    return this.domain.collections.map(({ name }) => name).join(', ');
  }
}

function statedAsOf(collection: Collection<object>, example: unknown): string | undefined {
  try {
    const stated = collection.asOfOf?.(example as object);
    return typeof stated === 'string' && isoToDay(stated) !== undefined ? stated : undefined;
  } catch {
    // A foreign record may lack what would state it.
    return undefined;
  }
}
