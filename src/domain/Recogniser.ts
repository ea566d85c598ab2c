import { isRecord } from '../arbitrary/index.js';
import { Source } from '../source/index.js';
import type { Collection, Domain } from './Domain.js';

type Fields = Readonly<Record<string, unknown>>;

interface Known {
  readonly collection: Collection<object>;
  readonly keys: ReadonlySet<string>;
  /** Texts that stand in every record, such as the type of a scenario. */
  readonly constants: ReadonlyMap<string, string>;
}

/** Below this share of common keys a record is of no known kind. */
const LEAST_LIKENESS = 0.3;

/**
 * Tells of which collection a record is: by its keys, and by texts that all records of one collection share and no other's.
 *
 * It compares with records that it draws, so nothing needs to be declared for it.
 */
export class Recogniser {
  private readonly domain: Domain;
  private known: readonly Known[] | undefined;
  private readonly bySignature = new Map<string, Collection<object> | undefined>();

  constructor(domain: Domain) {
    this.domain = domain;
  }

  /** The collection that the record is most like; undefined where it is like none. */
  collectionOf(record: unknown): Collection<object> | undefined {
    if (!isRecord(record)) return undefined;
    this.known ??= this.domain.collections.map((collection) => examined(collection, this.domain.asOf));
    const signature = JSON.stringify([
      Object.keys(record),
      ...this.telling().map((key) => String(record[key]).slice(0, 80)),
    ]);
    if (!this.bySignature.has(signature)) this.bySignature.set(signature, this.mostAlike(record));
    return this.bySignature.get(signature);
  }

  private telling(): string[] {
    return [...new Set((this.known ?? []).flatMap(({ constants }) => [...constants.keys()]))];
  }

  private mostAlike(record: Fields): Collection<object> | undefined {
    let best: Collection<object> | undefined;
    let most = LEAST_LIKENESS;
    for (const one of this.known ?? []) {
      const likeness = likenessTo(one, record);
      if (likeness > most) [best, most] = [one.collection, likeness];
    }
    return best;
  }
}

/** The share of common keys; more where a telling text is the same, less where it is another. */
function likenessTo({ keys, constants }: Known, record: Fields): number {
  const own = Object.keys(record);
  const shared = own.filter((key) => keys.has(key)).length;
  let likeness = shared / (own.length + keys.size - shared);
  for (const [key, text] of constants) if (Object.hasOwn(record, key)) likeness += record[key] === text ? 1 : -0.2;
  return likeness;
}

function examined(collection: Collection<object>, asOf: string): Known {
  const arbitrary = collection.arbitrary({}, { asOf });
  const source = Source.of(0).child('examples');
  const [first, second, third] = [0, 1, 2].map((index) => arbitrary.draw(source.childAt(index)) as Fields) as [
    Fields,
    Fields,
    Fields,
  ];
  const constants = Object.keys(first).flatMap((key) => {
    const text = first[key];
    // A date that all records share is the reference date: it says nothing of their kind.
    const isSame = typeof text === 'string' && second[key] === text && third[key] === text && !/^\d/.test(text);
    return isSame ? [[key, text] as const] : [];
  });
  return { collection, keys: new Set(Object.keys(first)), constants: new Map(constants) };
}
