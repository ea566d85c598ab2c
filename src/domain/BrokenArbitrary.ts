/*
 * Broken records without memory: nothing but the record tells which rule it breaks, so one from a bug report shrinks as a
 * drawn one does.
 *
 * Idea: a broken record stands for the legal record that it is mended to. Shrinking makes that one simpler and breaks it
 * again: by the changes that had made the other one wrong, and by the rule's own breaker. With the breaker alone, a record
 * gets stuck whose mended one offers no place (a single room with three guests is mended to one with one guest).
 *
 * Why it ends: a candidate must be simpler by the measure of the mended records, and where that calls two the same, by the
 * length of the text and the text itself; whatever a breaker does, nothing else is let through.
 *
 * Cost: each candidate is broken in up to five ways, and each of those held against all rules and mended: about a
 * millisecond for a record of four kilobytes and ninety rules.
 */
import { isRecord, KeyedArbitrary, sameJson } from '../arbitrary/index.js';
import { CohortCheckError } from '../errors/index.js';
import { Key, Source } from '../source/index.js';
import type { Broken } from './Broken.js';
import type { Fault } from './Fault.js';
import type { Model } from './defineModel.js';

/** A place that one record in two hundred offers is missed once in a million times. */
const MOST_TRIES = 3000;
/** From then on every other record is an edge case: places that are rare are often there. */
const PLAIN_TRIES = 50;
const EDGES = 2;
const KEYS_WHEN_MENDING = 8;

const RECORD = Key.of('record');
const FAULT = Key.of('fault');

/** See `breaking` and `invalid`. */
export class BrokenArbitrary<T extends object> extends KeyedArbitrary<Broken<T>> {
  private readonly model: Pick<Model<T>, 'name' | 'arbitrary'>;
  private readonly fault: Fault<T>;
  /** Drawn when first needed: what nothing else can be mended to. */
  private plainest: Broken<T> | undefined;

  constructor(model: Pick<Model<T>, 'name' | 'arbitrary'>, fault: Fault<T>) {
    super();
    this.model = model;
    this.fault = fault;
  }

  /** The id of what is broken. */
  get id(): string {
    return this.fault.id;
  }

  override draw(source: Source, bias?: number): Broken<T> {
    const misfits: T[] = [];
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const isEdgy = attempt >= PLAIN_TRIES && attempt % 2 === 1;
      const record = this.model.arbitrary.draw(source.childOf(RECORD).childAt(attempt), isEdgy ? EDGES : bias);
      const value = this.fault.make(record, source.childOf(FAULT).childAt(attempt));
      if (value === undefined) continue;
      const broken = this.labelled(value);
      if (broken !== undefined) return broken;
      misfits.push(value);
    }
    throw this.noPlace(misfits);
  }

  override accepts(value: unknown): value is Broken<T> {
    if (!isRecord(value) || !isJson(value)) return false;
    return sameJson(this.labelled(value['value']), value);
  }

  override *smaller(broken: Broken<T>): Iterable<Broken<T>> {
    const { arbitrary } = this.model;
    const base = arbitrary.mend(broken.value);
    for (const simpler of arbitrary.smaller(base)) yield* this.brokenAgain(simpler, broken, base);
    yield* this.brokenAgain(base, broken, base);
  }

  /** The candidates that a legal record gives when it is broken like `broken`, whose mended record is `base`. */
  private *brokenAgain(record: T, broken: Broken<T>, base: T): Iterable<Broken<T>> {
    const tried = new Set<string>();
    for (const value of this.fault.makeLike(record, broken, base)) {
      const text = textOf(value);
      if (tried.has(text)) continue;
      tried.add(text);
      const candidate = this.labelled(value);
      if (candidate === undefined) continue;
      const mended = this.model.arbitrary.mend(candidate.value);
      const order = this.order(candidate, mended, broken, base);
      if (order !== undefined) {
        if (order < 0 && (this.order(broken, base, candidate, mended) ?? 0) > 0) yield candidate;
        // Without a measure, the way down is the one of the legal records.
      } else if (record !== base && sameJson(mended, record)) yield candidate;
    }
  }

  override mend(value: unknown): Broken<T> {
    if (this.accepts(value)) return value;
    const adopted = this.adopt(value);
    if (adopted !== undefined) return adopted;
    const base = this.model.arbitrary.mend(recordIn(value));
    for (let key = 0; key < KEYS_WHEN_MENDING; key++) {
      const broken = this.labelled(this.fault.make(base, Source.of(key)));
      if (broken !== undefined) return broken;
    }
    // Made anew for everybody who receives it: a caller may write into it.
    return structuredClone((this.plainest ??= this.draw(Source.of(0))));
  }

  /** What stands in the value, labelled anew, or the value itself as a record that came without a label. */
  adopt(value: unknown): Broken<T> | undefined {
    const record = recordIn(value);
    return isJson(record) ? this.labelled(record) : undefined;
  }

  override compare(a: Broken<T>, b: Broken<T>): number | undefined {
    return this.order(a, this.model.arbitrary.mend(a.value), b, this.model.arbitrary.mend(b.value));
  }

  private order(a: Broken<T>, mendedA: T, b: Broken<T>, mendedB: T): number | undefined {
    const order = this.model.arbitrary.compare(mendedA, mendedB);
    if (order !== 0) return order;
    const [left, right] = [textOf(a.value), textOf(b.value)];
    if (left.length !== right.length) return left.length - right.length;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  override describe(): string {
    return `a record of ${this.model.name} that breaks ${this.fault.id} alone`;
  }

  private labelled(value: unknown): Broken<T> | undefined {
    const pointer = value === undefined ? undefined : this.fault.pointerIn(value);
    return pointer === undefined ? undefined : { value: value as T, broken: this.fault.id, pointer };
  }

  private noPlace(misfits: readonly T[]): CohortCheckError {
    const { id } = this.fault;
    const [misfit] = misfits;
    return new CohortCheckError({
      code: 'no-place',
      what: `${id}: none of ${MOST_TRIES} records of ${this.model.name} could be made to break it alone`,
      why:
        misfit === undefined
          ? 'its breaker found no place in any of them'
          : `in ${misfits.length} of them ${this.fault.misfit(misfit)}`,
      try: `let its breaker work on more records, or draw records that offer a place: breaking({ ...model, arbitrary }, '${id}')`,
    });
  }
}

function recordIn(value: unknown): unknown {
  return isRecord(value) && isRecord(value['value']) ? value['value'] : value;
}

/** Whether the value comes out of JSON as it went in. */
function isJson(value: unknown): boolean {
  try {
    return sameJson(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}

/** The JSON of a value, whatever the order of its keys. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
