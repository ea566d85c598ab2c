import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohort, customer, scenario, scenarios } from '../../arbitraries/index.js';
import type { ScenarioName } from '../../arbitraries/index.js';
import {
  choice,
  integer,
  isRecord,
  KeyedArbitrary,
  list,
  oneOf,
  record,
  wholeSearch,
} from '../../src/arbitrary/index.js';
import type { Candidate, SearchPart } from '../../src/arbitrary/index.js';
import { cohort as cohortOf } from '../../src/cohort/index.js';
import { breaking } from '../../src/domain/index.js';
import { fromFaker, text } from '../../src/faker/index.js';
import { journey } from '../../src/journey/index.js';
import { Source } from '../../src/source/index.js';
import { stayModel } from '../domain/stays.js';
import { onboarding } from '../journey/onboarding.js';
import { anyBlock, dependentLists, leaves, listsOf, recordsOf, sizeOf } from '../laws/specs.js';
import type { Made } from '../laws/specs.js';

const SEED = Number(process.env['LAWS_SEED'] ?? 42);
const SCALE = Number(process.env['LAWS_SCALE'] ?? 1);
/** More than any way down takes; what comes here goes round in circles. */
const MOST_STEPS = 3000;

interface Walk {
  readonly runs: number;
  /** Steps after which both parts are held against all candidates. */
  readonly steps: number;
}

/** Goes down from drawn values by candidates of either part, and looks at every place on the way. */
function expectResumable<T>(arbitrary: KeyedArbitrary<T>, { runs, steps }: Walk): void {
  for (let run = 0; run < runs; run++) {
    const source = Source.of(SEED).childAt(run);
    const drawn = arbitrary.draw(source.child('value'));
    let at: Candidate<T> = { value: drawn, place: undefined };
    for (let step = 0; step < steps; step++) {
      const found = expectWhole(arbitrary, at);
      if (found.length === 0) break;
      at = found[source.child('step').childAt(step).below(found.length)] as Candidate<T>;
    }
    expectAnEnd(arbitrary, drawn, (value) => chance(value, run) < 1 + (run % 4));
  }
}

/**
 * Every candidate is in one of the two parts, and every one of theirs is accepted and simpler. A search that stands nowhere
 * yet asks for the candidates in their own order.
 */
function expectWhole<T>(arbitrary: KeyedArbitrary<T>, at: Candidate<T>): Candidate<T>[] {
  const found = [...wholeSearch(arbitrary, at.value, at.place)];
  const texts = textsOf(found.map(({ value }) => value));
  const smaller = textsOf(arbitrary.smaller(at.value));
  if (at.place === undefined) expect(texts, 'the beginning').toEqual(smaller);
  const asked = new Set(texts);
  const all = new Set(smaller);
  expect(
    [...all].filter((one) => !asked.has(one)),
    `left out of ${fc.stringify(at)}`,
  ).toEqual([]);
  for (const [index, { value }] of found.entries()) {
    if (!arbitrary.accepts(value)) throw new Error(`${fc.stringify(value)} of ${fc.stringify(at)} is not accepted`);
    // Of what `smaller` itself gives, the law `descends` asks the same.
    const measure = all.has(texts[index] as string) ? undefined : arbitrary.compare(value, at.value);
    if (measure !== undefined && !(measure < 0))
      throw new Error(`${fc.stringify(value)} of ${fc.stringify(at)} is no simpler: ${measure}`);
  }
  return found;
}

/** A search that follows the places ends, and where it ends no candidate fails. */
function expectAnEnd<T>(arbitrary: KeyedArbitrary<T>, drawn: T, fails: (value: T) => boolean): void {
  let at: Candidate<T> = { value: drawn, place: undefined };
  for (let steps = 0; ; steps++) {
    if (steps > MOST_STEPS) throw new Error(`no end after ${steps} steps from ${fc.stringify(drawn)}`);
    const next = firstFailing(wholeSearch(arbitrary, at.value, at.place), fails);
    if (next === undefined) break;
    at = next;
  }
  for (const value of arbitrary.smaller(at.value)) {
    if (fails(value)) throw new Error(`ended at ${fc.stringify(at.value)}, where ${fc.stringify(value)} fails as well`);
  }
}

function firstFailing<T>(candidates: Iterable<Candidate<T>>, fails: (value: T) => boolean): Candidate<T> | undefined {
  for (const candidate of candidates) if (fails(candidate.value)) return candidate;
  return undefined;
}

/** A number from 0 to 7 that looks random and hangs on the value alone. */
function chance(value: unknown, salt: number): number {
  let hash = salt;
  for (const character of textOf(value)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 13) % 8;
}

function textsOf(values: Iterable<unknown>): string[] {
  return Array.from(values, textOf);
}

/** Tells apart whatever `stringify` does; it alone would take half of the time, for kinds of values that hardly occur. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Number.isSafeInteger(value) && value !== 0) return String(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return fc.stringify(value);
  return `{${Object.keys(value)
    .map((key) => `${JSON.stringify(key)}:${textOf(value[key])}`)
    .join()}}`;
}

function expectAllResumable(blocks: fc.Arbitrary<Made>, numRuns: number): void {
  fc.assert(
    fc.property(blocks, ({ arbitrary }) => expectResumable(arbitrary, { runs: 4, steps: 5 })),
    { seed: SEED, numRuns: numRuns * SCALE },
  );
}

describe('a search that goes on where it stands', { timeout: 180_000 }, () => {
  for (const [name, blocks] of Object.entries(leaves)) {
    it(`asks for every candidate of ${name}`, () => expectAllResumable(blocks, 60));
  }

  it('asks for every candidate of lists of anything', () => expectAllResumable(listsOf(anyBlock), 60));
  it('asks for every candidate of lists whose elements hang on others', () => expectAllResumable(dependentLists, 60));
  it('asks for every candidate of records of anything', () => expectAllResumable(recordsOf(anyBlock), 60));
  it('asks for every candidate of blocks in blocks', () => expectAllResumable(anyBlock, 80));

  it('goes on from a point that stood on the other side of the simplest', () => {
    expectResumable(integer({ min: -20, max: 4 }), { runs: 200, steps: 8 });
    expectResumable(list(integer({ min: -20, max: 9 }), { maxLength: 3 }), { runs: 100, steps: 8 });
  });

  it('goes on from an element that sorting has moved', () => {
    const elements = oneOf(integer({ min: -20, max: 90 }), list(integer({ min: 0, max: 9 }), { maxLength: 3 }));
    const orderedBy = (element: unknown): number => (typeof element === 'number' ? element : -sizeOf(element));
    expectResumable(list(elements, { maxLength: 4, orderedBy }), { runs: 100, steps: 8 });
  });
});

describe('a search in the health domain that goes on where it stands', { timeout: 180_000 }, () => {
  const asked: Walk = { runs: 2, steps: 4 };
  const held = customer({ persona: 'overlooked_risk_group', age: { min: 40 }, risk_level: 'moderate' });
  const persons = record()
    .field('kind', choice(['old', 'new']))
    .field('age', integer({ min: 20, max: 90 }));
  const shares = { kind: { old: 0.5, new: 0.5 } };
  const ofScenario = (name: string): readonly [string, KeyedArbitrary<unknown>, Walk] => [
    name,
    scenario(name as ScenarioName),
    asked,
  ];
  const cases: readonly (readonly [string, KeyedArbitrary<unknown>, Walk])[] = [
    ['customers', customer(), asked],
    ['customers under constraints', held, asked],
    ['customers of another reference date', customer({}, { asOf: '2024-02-29' }), asked],
    ...Object.keys(scenarios).map(ofScenario),
    ['a scenario under constraints', scenario('life_transition', { impact: 'high', journey: { completed: 3 } }), asked],
    ['cohorts that shrink record by record', cohort({ size: 3 }), { runs: 1, steps: 2 }],
    ['cohorts that shrink exactly', cohortOf({ of: persons, size: 6, targets: shares, shrink: 'exact' }), asked],
    ['broken records', breaking(stayModel, 'departure-follows-nights'), asked],
  ];
  it.each(cases)('asks for every candidate of %s', (_, arbitrary, walk) => expectResumable(arbitrary, walk));
});

describe('a search of journeys and words that goes on where it stands', { timeout: 180_000 }, () => {
  const asked = { runs: 5, steps: 5 };
  it('asks for every candidate of a journey', () => {
    expectResumable(journey(onboarding), asked);
    expectResumable(journey(onboarding, { includes: ['call', 'remind'], length: { max: 6 } }), asked);
    expectResumable(list(journey(onboarding), { maxLength: 2 }), asked);
  });
  it('asks for every candidate of words from tables', () => {
    expectResumable(text('person.name'), asked);
    expectResumable(list(text('person.last_name'), { maxLength: 3 }), asked);
  });
  it('asks for every candidate of what faker makes', () =>
    expectResumable(
      fromFaker((f) => ({ name: f.person.fullName(), tags: f.helpers.multiple(() => f.word.noun()) })),
      asked,
    ));
});

type Way = 'reorders' | 'forgets' | 'strays' | 'climbs' | 'circles';

/** A number from 0 to 99, whose search goes wrong in one way. */
class Wrong extends KeyedArbitrary<number> {
  private readonly inner = integer({ min: 0, max: 99 });
  private readonly way: Way;

  constructor(way: Way) {
    super();
    this.way = way;
  }

  override draw(source: Source): number {
    return 50 + source.below(50);
  }

  override accepts(value: unknown): value is number {
    return this.inner.accepts(value);
  }

  override smaller(value: number): Iterable<number> {
    return this.inner.smaller(value);
  }

  override *resume(value: number, place: unknown, part: SearchPart): Iterable<Candidate<number>> {
    if (place !== undefined && this.way === 'forgets' && part === 'behind') return;
    const inOrder = [...super.resume(value, place, part)];
    for (const candidate of this.way === 'reorders' ? inOrder.reverse() : inOrder) {
      yield { ...candidate, place: typeof candidate.place === 'number' ? candidate.place + 1 : candidate.place };
    }
    if (place === undefined || part === 'ahead') return;
    if (this.way === 'strays') yield { value: -1, place };
    if (this.way === 'climbs') yield { value: Math.min(99, value + 1), place };
    if (this.way === 'circles') yield { value, place };
  }

  override mend(value: unknown): number {
    return this.inner.mend(value);
  }

  override compare(a: number, b: number): number | undefined {
    // Without a measure, only the walk can tell that there is no end.
    return this.way === 'circles' ? undefined : this.inner.compare(a, b);
  }
}

describe('what looks at searches', () => {
  const asked = { runs: 20, steps: 6 };
  it('notices one that begins in an order of its own', () => {
    expect(() => expectResumable(new Wrong('reorders'), asked)).toThrow(/the beginning/);
  });
  it('notices one that leaves candidates out', () => {
    expect(() => expectResumable(new Wrong('forgets'), asked)).toThrow(/left out of/);
  });
  it('notices one that stops where a simpler value fails', () => {
    const forgetful = new Wrong('forgets');
    const search = (): void => expectAnEnd(forgetful, 90, (value) => value >= 40 && value !== 45);
    expect(search).toThrow(/fails as well/);
  });
  it('notices one that leaves the domain', () => {
    expect(() => expectResumable(new Wrong('strays'), asked)).toThrow(/is not accepted/);
  });
  it('notices one that climbs', () => {
    expect(() => expectResumable(new Wrong('climbs'), asked)).toThrow(/is no simpler/);
  });
  it('notices one that comes to no end', () => {
    expect(() => expectAnEnd(new Wrong('circles'), 90, (value) => value >= 40)).toThrow(/no end/);
  });
});
