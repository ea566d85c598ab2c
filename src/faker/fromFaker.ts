import { choice, isoToDay, isRecord, KeyedArbitrary, looseIsoToSecond, sameJson } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { Source } from '../source/index.js';
import { JsonShape, unheld } from './JsonShape.js';
import { SteeredFaker } from './SteeredFaker.js';
import type { Faker, FakerLocale } from './SteeredFaker.js';

export interface FromFakerOptions {
  /** A faker instance, or locale definitions as faker takes them; default faker's English. */
  readonly locale?: FakerLocale;
  /** What `faker.date` takes for today: a date or an instant as ISO text; default 2025-03-31 (midnight, UTC). */
  readonly refDate?: string;
  /**
   * Whether a value could have been made: it must hold for all that the function makes. Default: the value has the shape of
   * what the function makes, that is the same types and keys; arrays may have any length.
   */
  readonly accepts?: (value: unknown) => boolean;
}

/**
 * Whatever a function makes with faker, such as `(f) => f.phone.number()`; it must be something that JSON can hold.
 *
 * Faker draws from the source, and its clock stands still. `seed()` on that faker is an error. For one word out of one
 * table take `text`: it recognises its words and shrinks among them. The function must depend on its faker alone; of
 * faker's methods only `finance.amount({ autoFormat: true })` breaks that by itself, because it writes in the machine's
 * language.
 *
 * Shrinks toward: what the function makes from the key of seed 0, in one step.
 * Keyed by: the source, the function, the locale, `refDate`.
 *
 * @throws CohortCheckError `faker-value` when the function makes something that JSON cannot hold (a Date, a bigint,
 *   undefined, …), or, later, something that its own `accepts` or the shapes seen so far refuse.
 * @example
 * sample(fromFaker((f) => f.phone.number()), { seed: 1, count: 2 }) // ['374.750.5985 x5404', '730.449.3041 x43750']
 */
export function fromFaker<T>(make: (faker: Faker) => T, options: FromFakerOptions = {}): KeyedArbitrary<T> {
  return new FakerArbitrary(make, options);
}

const DEFAULT_REF_DATE = '2025-03-31';

/** How many values show the shape: one that a draw in ten has is then known with 0.999 probability. */
const PROBES = 64;

class FakerArbitrary<T> extends KeyedArbitrary<T> {
  private readonly steered: SteeredFaker;
  private readonly make: (faker: Faker) => T;
  private readonly now: () => Date;
  private readonly predicate: ((value: unknown) => boolean) | undefined;
  private readonly shape = new JsonShape();
  private readonly simplest: T;
  private learnt = false;

  constructor(make: (faker: Faker) => T, options: FromFakerOptions) {
    super();
    const { locale, refDate = DEFAULT_REF_DATE, accepts } = options;
    const today = millisecondsOf(refDate);
    this.steered = SteeredFaker.of(locale);
    this.make = make;
    this.now = () => new Date(today);
    this.predicate = accepts;
    this.simplest = this.holdable(root());
    this.shape.learn(this.simplest);
    this.requireAccepted(this.simplest);
    // Another key: an `accepts` or a function that cannot work is better met here than in the middle of a run.
    this.draw(root().childAt(PROBES));
  }

  override draw(source: Source): T {
    const value = this.run(source);
    this.requireAccepted(value);
    return value;
  }

  override accepts(value: unknown): value is T {
    if (this.predicate !== undefined) return unheld(value) === undefined && this.predicate(value);
    return this.shape.fits(value) || (this.learnShape() && this.shape.fits(value));
  }

  override smaller(value: T): Iterable<T> {
    return sameJson(value, this.simplest) ? [] : [this.run(root())];
  }

  override mend(value: unknown): T {
    return this.accepts(value) ? value : this.run(root());
  }

  override compare(a: T, b: T): number | undefined {
    if (sameJson(a, b)) return 0;
    if (sameJson(a, this.simplest)) return -1;
    return sameJson(b, this.simplest) ? 1 : undefined;
  }

  /** Any values that it accepts may be left to choose from. */
  override narrow(constraint: unknown): KeyedArbitrary<T> | undefined {
    const listed = isRecord(constraint) ? constraint['oneOf'] : undefined;
    if (!Array.isArray(listed)) return super.narrow(constraint);
    const kept = listed.filter((one, index): one is T => this.accepts(one) && isFirst(listed, one, index));
    return kept.length === 0 ? undefined : choice(kept);
  }

  override describe(): string {
    return `a value like ${shown(this.simplest)}, made with faker`;
  }

  /** Made anew for everybody who receives it: a caller may write into an object. */
  private run(source: Source): T {
    return this.steered.run(this.make, source, this.now);
  }

  /**
   * Widens the shape beyond that of the simplest value; false when that has been done.
   *
   * Only a value that does not fit leads here, because 64 values are dear when a field of every record declares its own
   * arbitrary. When it happens makes no difference to any answer, since a shape never narrows.
   */
  private learnShape(): boolean {
    if (this.learnt) return false;
    for (let index = 0; index < PROBES; index++) this.shape.learn(this.holdable(root().childAt(index)));
    this.learnt = true;
    return true;
  }

  private holdable(source: Source): T {
    const value = this.run(source);
    const lost = unheld(value);
    if (lost === undefined) return value;
    throw new CohortCheckError({
      code: 'faker-value',
      what: `fromFaker(…): made ${lost.what}${lost.pointer === '' ? '' : ` at ${lost.pointer}`}`,
      why: 'JSON cannot hold it, so a record that was written and read again would be another one',
      try:
        lost.what === 'a Date'
          ? 'fromFaker((f) => f.date.past().toISOString())'
          : 'return texts, finite numbers, booleans, null, and plain arrays and objects of them',
    });
  }

  private requireAccepted(value: T): void {
    if (this.accepts(value)) return;
    throw new CohortCheckError({
      code: 'faker-value',
      what: `fromFaker(…): made ${shown(value)}, which it does not accept itself`,
      why:
        this.predicate !== undefined
          ? 'the option `accepts` refuses it, or JSON cannot hold it'
          : `its shape is unlike the ${PROBES} values looked at first, such as ${shown(this.simplest)}`,
      try: 'accepts: (value) => …, true of everything that the function can make',
    });
  }
}

/** Where the canonical value and the probes stand; made anew, because drawing moves a source on. */
const root = (): Source => Source.of(0);

function millisecondsOf(refDate: string): number {
  const seconds = isoToDay(refDate) === undefined ? looseIsoToSecond(refDate) : (isoToDay(refDate) ?? 0) * 86400;
  if (seconds !== undefined) return seconds * 1000;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `fromFaker(…): refDate is ${shown(refDate)}`,
    why: 'it is no date or instant as ISO text',
    try: `refDate: '${DEFAULT_REF_DATE}'`,
  });
}

function isFirst(values: readonly unknown[], value: unknown, index: number): boolean {
  return values.findIndex((other) => sameJson(other, value)) === index;
}
