import { Recogniser } from '../domain/index.js';
import type { Domain, SeenRecord } from '../domain/index.js';
import type { ReadFault } from './reading/index.js';
import type { UnseenRecord } from './DataSetCheck.js';
import { RecordChecker } from './RecordChecker.js';
import { requireOptions, settingsOf } from './validate.js';
import { filesOf, headsOf, visitFiles } from './visitFiles.js';
import type { DataFile, VisitOptions } from './visitFiles.js';

/** What records are taken for. */
export interface ReadSeenOptions extends VisitOptions {
  readonly domain: Domain;
  /** Name of the collection that every record belongs to; default: each record is recognised. */
  readonly model?: string;
  /** Reference date, `YYYY-MM-DD`; default: the one that the records state, else the domain's. */
  readonly asOf?: string;
}

/** A place of a file that cannot be read. */
export interface UnreadPlace {
  readonly file: string;
  readonly index: number | null;
  readonly pointer: string;
}

/** Who is told of what is read. */
export interface SeenVisitor {
  /** Before the first record. */
  start(asOf: string): void | Promise<void>;
  open?(file: DataFile): void;
  /** @param value - what stands in the file. */
  see(seen: SeenRecord | UnseenRecord, value: unknown): void;
  fault(place: UnreadPlace): void;
}

const NO_RULES: ReadonlySet<string> = new Set();

/**
 * Reads files as `validateFiles` does, with foreign ways of writing brought into ours, and asks no rule but the shape.
 *
 * @throws CohortCheckError `bad-option`, `unknown-collection`, or `cannot-read` and the like where a file is none.
 */
export async function readSeen(
  paths: readonly string[],
  options: ReadSeenOptions,
  visitor: SeenVisitor,
): Promise<void> {
  requireOptions('readSeen(…)', options);
  const files = await filesOf(paths);
  const reader = await SeenReader.of(options, await headsOf(files));
  await visitor.start(reader.asOf);
  await visitFiles(files, options, {
    open: (file) => visitor.open?.(file),
    see: (item, { path, format }) => {
      if (item.kind === 'record') {
        visitor.see(reader.seen(item.value, path, item.index, item.pointer, format === 'csv'), item.value);
      } else {
        visitor.fault(unreadPlace(path, item));
      }
    },
  });
}

/** Where something could not be read. */
export function unreadPlace(file: string, { index }: ReadFault): UnreadPlace {
  return { file, index, pointer: index === null ? '' : `/${index}` };
}

/** Turns values into records of the domain. */
export class SeenReader {
  readonly asOf: string;
  private readonly collection: string | undefined;
  private readonly recogniser: Recogniser;
  private readonly checkers: ReadonlyMap<string, RecordChecker>;

  private constructor(
    asOf: string,
    collection: string | undefined,
    recogniser: Recogniser,
    checkers: ReadonlyMap<string, RecordChecker>,
  ) {
    this.asOf = asOf;
    this.collection = collection;
    this.recogniser = recogniser;
    this.checkers = checkers;
  }

  /** @param examples - records that may state the reference date. */
  static async of(options: ReadSeenOptions, examples: Iterable<unknown>): Promise<SeenReader> {
    const { domain } = options;
    const { asOf, collection } = settingsOf(options, examples);
    const checkers = new Map<string, RecordChecker>();
    for (const one of domain.collections) checkers.set(one.name, await RecordChecker.of(one, asOf));
    return new SeenReader(asOf, collection?.name, new Recogniser(domain), checkers);
  }

  seen(value: unknown, file: string, index: number, pointer: string, isText: boolean): SeenRecord | UnseenRecord {
    const name = this.collection ?? this.recogniser.collectionOf(value)?.name;
    const checker = name === undefined ? undefined : this.checkers.get(name);
    const place = { file, index, pointer };
    if (checker === undefined) return { ...place, collection: undefined, record: undefined };
    const record = checker.recordOf(value, isText);
    return { ...place, collection: checker.collection.name, record, broken: NO_RULES };
  }
}
