import { stringify } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { fromFastCheck } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { CohortCheckError } from '../errors/index.js';
import { Source } from '../source/index.js';

/** Every law by name, in a sentence. */
export const LAWS = {
  replays: 'the same key gives the same value, whatever was drawn before and whatever the clock, time zone or locale',
  sound: 'every draw and every shrink candidate is accepted, fits the schema and meets every invariant',
  adopts: 'a draw that went through JSON is accepted and shrinks as the draw itself does',
  closed: 'candidates of candidates are accepted, however far shrinking goes',
  descends: 'each candidate is simpler than the value it comes from, so shrinking ends',
  mends: 'mending leaves an accepted value as it is and makes an accepted value of anything else',
  stable: 'adding, removing or reordering fields leaves the values of all other fields unchanged',
  rejects: 'the value of every breaker is refused, and caught by exactly the invariant that it breaks',
} as const;

export type LawName = keyof typeof LAWS;

/** The laws in the order in which `checkLaws` runs them. */
export const lawNames: readonly LawName[] = Object.keys(LAWS) as LawName[];

export interface LawOptions {
  /** Any safe integer; default 42. Value `i` is the one that `sample` gives for this seed, or an edge case. */
  readonly seed?: number;
  /** How many values to draw; default 100. */
  readonly runs?: number;
  /** The first value to draw; default 0. A failure names it, so that one run repeats it. */
  readonly from?: number;
}

export interface CandidateOptions extends LawOptions {
  /** The first so many candidates of a value are all looked at, of those after them a falling share; default 200. */
  readonly candidates?: number;
}

const EDGES: readonly (number | undefined)[] = [undefined, 2, undefined, 1];
const LONGEST = 400;

/** One drawn value on trial. */
export class LawRun<T> {
  readonly value: T;
  /** How the value was drawn; undefined is unbiased. */
  readonly bias: number | undefined;
  /** Randomness of the law's own, apart from what the value was drawn from. */
  readonly source: Source;
  private readonly law: LawName;
  private readonly seed: number;
  private readonly index: number;

  constructor(law: LawName, arbitrary: KeyedArbitrary<T>, seed: number, index: number) {
    this.law = law;
    this.seed = seed;
    this.index = index;
    this.bias = EDGES[index % EDGES.length];
    this.source = Source.of(seed).child(`law ${law}`).childAt(index);
    this.value = arbitrary.draw(this.key(), this.bias);
  }

  /** The key that the value was drawn from. */
  key(): Source {
    return Source.of(this.seed).childAt(this.index);
  }

  /** The error of a broken law: `what` says it of this value. */
  broken(what: string): CohortCheckError {
    return new CohortCheckError({
      code: `law-${this.law}`,
      what: `${this.law}(…): ${what}`,
      where: `seed ${this.seed}, run ${this.index}, value ${inText(this.value)}`,
      why: `the law says: ${LAWS[this.law]}`,
      try: `${this.law}(…, { seed: ${this.seed}, from: ${this.index}, runs: 1 })`,
    });
  }
}

/** Puts every drawn value of an arbitrary on trial. */
export function onTrial<T>(
  law: LawName,
  arbitrary: Arbitrary<T>,
  { seed = 42, runs = 100, from = 0 }: LawOptions,
  check: (run: LawRun<T>, arbitrary: KeyedArbitrary<T>) => void,
): void {
  const keyed = fromFastCheck(arbitrary);
  for (let index = from; index < from + runs; index++) check(new LawRun(law, keyed, seed, index), keyed);
}

/** A value as an error prints it: also what JSON cannot tell apart. */
export function inText(value: unknown): string {
  const text = stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Whether two values are the same in every respect that a reader could see. */
export function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || stringify(a) === stringify(b);
}
