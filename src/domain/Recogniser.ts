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

interface Lessons {
  readonly known: readonly Known[];
  readonly telling: readonly string[];
  /** The keys of all collections together. */
  readonly anyKeys: ReadonlySet<string>;
}

/** Longer texts are alike where they begin alike: no telling text is that long. */
const LONGEST_TELLING = 80;

/** Records that are drawn of each collection: so many share no text by chance. */
const EXAMPLES = 12;

const MOST_SIGNATURES = 1000;

/** Below this share of common keys a record is of no known kind. */
const LEAST_LIKENESS = 0.3;

/**
 * Tells of which collection a record is: by its keys, and by texts that all records of one collection share and no other's.
 *
 * It compares with records that it draws, so nothing needs to be declared for it.
 */
export class Recogniser {
  private readonly domain: Domain;
  private lessons: Lessons | undefined;
  private readonly bySignature = new Map<string, Collection<object> | undefined>();

  constructor(domain: Domain) {
    this.domain = domain;
  }

  /** The collection that the record is most like; undefined where it is like none. */
  collectionOf(record: unknown): Collection<object> | undefined {
    if (!isRecord(record)) return undefined;
    const { telling } = this.learned();
    let signature = Object.keys(record).join('\0');
    for (const key of telling) signature += `\0\0${tellingText(record[key])}`;
    if (!this.bySignature.has(signature)) {
      // Foreign records may each have keys of their own.
      if (this.bySignature.size >= MOST_SIGNATURES) this.bySignature.clear();
      this.bySignature.set(signature, this.mostAlike(record));
    }
    return this.bySignature.get(signature);
  }

  private learned(): Lessons {
    if (this.lessons === undefined) {
      const known = this.domain.collections.map((collection) => examined(collection, this.domain.asOf));
      this.lessons = {
        known,
        telling: [...new Set(known.flatMap(({ constants }) => [...constants.keys()]))],
        anyKeys: new Set(known.flatMap(({ keys }) => [...keys])),
      };
    }
    return this.lessons;
  }

  private mostAlike(record: Fields): Collection<object> | undefined {
    let best: Collection<object> | undefined;
    let most = LEAST_LIKENESS;
    const { known, anyKeys } = this.learned();
    for (const one of known) {
      const likeness = likenessTo(one, record, anyKeys);
      if (likeness > most) [best, most] = [one.collection, likeness];
    }
    return best;
  }
}

/** As much of a value as can tell anything; foreign values may be objects that no text can be made of. */
function tellingText(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, LONGEST_TELLING) : null;
}

/** The share of common keys, those left aside that no record of the domain has; more where a telling text is the same, less where it is another. */
function likenessTo({ keys, constants }: Known, record: Fields, anyKeys: ReadonlySet<string>): number {
  const own = Object.keys(record).filter((key) => anyKeys.has(key));
  const shared = own.filter((key) => keys.has(key)).length;
  let likeness = shared / (own.length + keys.size - shared);
  for (const [key, text] of constants) if (Object.hasOwn(record, key)) likeness += record[key] === text ? 1 : -0.2;
  return likeness;
}

function examined(collection: Collection<object>, asOf: string): Known {
  const arbitrary = collection.arbitrary({}, { asOf });
  const source = Source.of(0).child('examples');
  const examples = Array.from({ length: EXAMPLES }, (_, index) => arbitrary.draw(source.childAt(index)) as Fields);
  const constants = Object.entries(examples[0] ?? {}).flatMap(([key, text]) => {
    // A date that all records share is the reference date: it says nothing of their kind.
    if (typeof text !== 'string' || text.length > LONGEST_TELLING || /^\d/.test(text)) return [];
    return examples.every((one) => one[key] === text) ? [[key, text] as const] : [];
  });
  return { collection, keys: new Set(examples.flatMap((one) => Object.keys(one))), constants: new Map(constants) };
}
