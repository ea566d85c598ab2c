import { describe, expect, it } from 'vitest';
import { KeyedArbitrary, wholeSearch } from '../../src/arbitrary/index.js';
import type { Candidate, SearchPart } from '../../src/arbitrary/index.js';
import { completionStatuses, journey } from '../../src/journey/index.js';
import type { Journey, JourneyConstraints } from '../../src/journey/index.js';
import { Source } from '../../src/source/index.js';
import { onboarding } from './onboarding.js';

type Fails = (journey: Journey) => boolean;

const DRAWS = 1000;
const MOST_FAILURES = 15;

/** The simplest failing journeys to which the first failing ones among `drawn` come. */
function endsOf(arbitrary: KeyedArbitrary<Journey>, drawn: readonly Journey[], fails: Fails): readonly string[] {
  const failing = drawn.filter(fails).slice(0, MOST_FAILURES);
  return [...new Set(failing.map((one) => inWords(endOf(arbitrary, one, fails))))];
}

function endOf(arbitrary: KeyedArbitrary<Journey>, failing: Journey, fails: Fails): Journey {
  let at: Candidate<Journey> = { value: failing, place: undefined };
  for (;;) {
    let next: Candidate<Journey> | undefined;
    for (const candidate of wholeSearch(arbitrary, at.value, at.place)) {
      if (!fails(candidate.value)) continue;
      next = candidate;
      break;
    }
    if (next === undefined) return at.value;
    at = next;
  }
}

function drawnFrom(arbitrary: KeyedArbitrary<Journey>): readonly Journey[] {
  return Array.from({ length: DRAWS }, (_, index) => arbitrary.draw(Source.of(11).childAt(index)));
}

function inWords(one: Journey): string {
  return one.map((step) => Object.values({ ...step, actions: '' }).join(' ')).join(', ');
}

/** What may fail about a feeling and what becomes of that step or of the next one. */
function failuresOf(emotion: string): readonly Fails[] {
  return completionStatuses.flatMap((status): Fails[] => [
    (one) => one.some((step) => step.emotional_state === emotion && step.completion_status === status),
    (one) => one.some((step, at) => one[at - 1]?.emotional_state === emotion && step.completion_status === status),
    (one) => one.some((step, at) => one[at - 1]?.emotional_state === emotion && step.completion_status !== status),
  ]);
}

/** Journeys that cannot end otherwise than the one that they come from has a step. */
class Stuck extends KeyedArbitrary<Journey> {
  private readonly inner = journey(onboarding, { cause: '2025-03-10' });

  override draw(source: Source): Journey {
    return this.inner.draw(source);
  }

  override accepts(value: unknown): value is Journey {
    return this.inner.accepts(value);
  }

  override *smaller(value: Journey): Iterable<Journey> {
    for (const { value: simpler } of this.resume(value, undefined, 'ahead')) yield simpler;
  }

  override *resume(value: Journey, place: unknown, part: SearchPart): Iterable<Candidate<Journey>> {
    const known = new Set(value.map((step) => step.completion_status));
    for (const candidate of this.inner.resume(value, place, part)) {
      if (known.has(candidate.value.at(-1)!.completion_status)) yield candidate;
    }
  }

  override mend(value: unknown): Journey {
    return this.inner.mend(value);
  }
}

describe('shrinking a journey', { timeout: 60_000 }, () => {
  // With a cause soon before the reference date, planned steps can only be late ones, and no step can move far.
  it.each<JourneyConstraints>([{}, { cause: '2025-02-22' }, { cause: '2025-03-10' }])(
    'comes to one end wherever it began, under %j',
    (constraints) => {
      const arbitrary = journey(onboarding, constraints);
      const drawn = drawnFrom(arbitrary);
      let found = 0;
      for (const fails of onboarding.emotions.flatMap(failuresOf)) {
        const ends = endsOf(arbitrary, drawn, fails);
        expect(ends).toEqual(ends.slice(0, 1));
        found += ends.length;
      }
      expect(found).toBeGreaterThan(40);
    },
  );

  it('is noticed where it gets stuck', () => {
    const stuck = new Stuck();
    const isOpenAfter: Fails = (one) =>
      one.some((step, at) => one[at - 1]?.emotional_state === 'anxious' && step.completion_status !== 'completed');
    expect(endsOf(stuck, drawnFrom(stuck), isOpenAfter).length).toBeGreaterThan(1);
  });
});

describe('a journey whose cause has moved', () => {
  const soon = journey(onboarding, { cause: '2025-03-10' });
  const before = journey(onboarding, { cause: '2024-10-01' });

  it('is offered with an end that is still not completed, where the planned one has no room', () => {
    const planned = drawnFrom(soon).filter((one) => one.at(-1)!.completion_status === 'planned');
    expect(planned.length).toBeGreaterThan(MOST_FAILURES);
    for (const one of planned.slice(0, MOST_FAILURES)) {
      const seats = [...before.reseat(one, soon)];
      expect(seats.filter((seat) => !before.accepts(seat))).toEqual([]);
      const alike = seats.filter(
        (seat) => seat.length === one.length && seat.at(-1)!.completion_status !== 'completed',
      );
      expect(alike.length).toBeGreaterThan(0);
    }
  });

  it('stands first of all as it is, where it can', () => {
    for (const one of drawnFrom(before).slice(0, MOST_FAILURES)) {
      expect(before.reseat(one, soon)[Symbol.iterator]().next().value).toBe(one);
    }
  });
});
