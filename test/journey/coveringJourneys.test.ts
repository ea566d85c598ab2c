/* Long, because every claim is held against the same small graphs, whose journeys are all enumerated once. */
import { describe, expect, it } from 'vitest';
import { Source } from '../../src/source/index.js';
import { fewestThinkable } from '../../src/journey/coveringBound.js';
import { CoveringElements } from '../../src/journey/coveringElements.js';
import { coveringJourneys, journeyCoverage } from '../../src/journey/coveringJourneys.js';
import type { CoverageOptions, CoveringJourney } from '../../src/journey/coveringJourneys.js';
import { smallestCover } from '../../src/journey/coveringSet.js';
import { defineJourney } from '../../src/journey/defineJourney.js';
import { journey } from '../../src/journey/journey.js';
import type { JourneyDescription, StepDescription } from '../../src/journey/JourneyDescription.js';
import type { JourneyGraph } from '../../src/journey/JourneyGraph.js';
import { everyJourney, fewestSets, smallGraph, takenBy } from './coveringGraphs.js';
import { onboarding } from './onboarding.js';

/** Small graphs with all that each of their journeys takes. */
const known = Array.from({ length: 200 }, (_, seed) => ({ seed, graph: smallGraph(seed) })).flatMap(
  ({ seed, graph }) => {
    const sets = everyJourney(graph, 3000)?.map((one) => takenBy(graph, one)) ?? [];
    const all = new Set(sets.flatMap((set) => [...set]));
    return sets.length === 0 ? [] : [{ seed, graph, sets, all, fewest: fewestSets(sets) }];
  },
);

const calm = [{ weights: { calm: 1 } }];

/** A graph of one persona, always calm, who completes what is due unless told otherwise. */
function calmGraph(
  steps: Record<string, Partial<StepDescription>>,
  more: Partial<JourneyDescription> = {},
): JourneyGraph {
  return defineJourney({
    name: 'calm',
    asOf: '2025-03-31',
    startDays: { min: 0, max: 10 },
    personas: ['p'],
    emotions: ['calm'],
    transitions: [{ table: { calm: { calm: 1 } } }],
    start: Object.keys(steps)[0]!,
    steps: Object.fromEntries(
      Object.entries(steps).map(([name, step]) => [name, { actions: [name], emotions: calm, ...step }]),
    ),
    completion: { p: Object.fromEntries(Object.keys(steps).map((name) => [name, 1])) },
    ...more,
  });
}

/** What is wrong with a covering set, in words. */
function fault(
  graph: JourneyGraph,
  given: readonly CoveringJourney[],
  wanted: ReadonlySet<string>,
): string | undefined {
  for (const [place, { traveller, journey: taken, covers }] of given.entries()) {
    if (!journey(graph, traveller).accepts(taken)) return `journey ${place} is not legal`;
    const says = [...covers].sort().join();
    if (says !== [...takenBy(graph, taken)].sort().join()) return `journey ${place} does not cover ${says}`;
  }
  const missing = missed(given, wanted);
  if (missing !== undefined) return `${missing} is missing`;
  for (const place of given.keys()) {
    const others = given.filter((_, at) => at !== place);
    if (missed(others, wanted) === undefined) return `journey ${place} is superfluous`;
  }
  return undefined;
}

function missed(given: readonly CoveringJourney[], wanted: ReadonlySet<string>): string | undefined {
  return [...wanted].find((element) => !given.some(({ covers }) => covers.includes(element)));
}

const walksOf = (given: readonly CoveringJourney[]): string[] =>
  given.map((one) => one.journey.map(({ step, completion_status: status }) => `${step} ${status}`).join(', '));

describe('coveringJourneys', () => {
  it('takes a branch, a loop, a skip, two ends and all statuses in the five journeys that they need', () => {
    // Five: one that ends at plan, one that ends at remind, one in progress, one abandoned, one planned; none does two of these.
    const { journeys, covered, uncovered, isSmallest } = journeyCoverage(onboarding);
    expect(journeys).toHaveLength(5);
    expect(isSmallest).toBe(true);
    expect(uncovered).toEqual([]);
    expect(covered).toEqual([
      'start register',
      'register → assess',
      'assess → plan',
      'assess → call',
      'call → plan',
      'plan → remind',
      'remind → remind',
      'end plan',
      'end remind',
      'emotion calm',
      'emotion curious',
      'emotion tense',
      'emotion anxious',
      'status completed',
      'status skipped',
      'status planned',
      'status in_progress',
      'status abandoned',
    ]);
    expect(fault(onboarding, journeys, new Set(covered))).toBeUndefined();
  });

  it('needs a journey for each of three branches', () => {
    const graph = calmGraph({
      a: { next: { b: 0.4, c: 0.3, d: 0.3 } },
      b: { next: 'e' },
      c: { next: 'e' },
      d: { next: 'e' },
      e: { ends: true },
    });
    // Nobody who always completes abandons or is in progress: one ends, one has planned the rest, the third is free.
    const { journeys, uncovered, isSmallest } = journeyCoverage(graph);
    expect(journeys).toHaveLength(3);
    expect(isSmallest).toBe(true);
    expect(uncovered).toEqual(['status skipped', 'status in_progress', 'status abandoned']);
    expect(walksOf(journeys)).toContain('a completed, b completed, e completed');
  });

  it('counts on no journey for which there is no time', () => {
    const loopedWithin = (maxDays: number): JourneyGraph =>
      calmGraph({
        a: { next: { b: 0.5, d: 0.5 } },
        b: {
          gap: { minDays: 6 },
          next: [
            { to: 'b', weight: 0.5, max: 1 },
            { to: 'c', weight: 0.5 },
          ],
        },
        d: { next: 'c' },
        c: { gap: { from: 'a', maxDays }, ends: true },
      });
    // One takes the loop and goes on to c, one goes by d; the loop alone takes 12 days, so it is still planned.
    expect(walksOf(coveringJourneys(loopedWithin(12)))).toEqual([
      'a completed, d completed, c completed',
      'a completed, b completed, b planned, c planned',
    ]);
    // After the loop it is too late for c, in the past and in the future.
    expect(walksOf(coveringJourneys(loopedWithin(11)))).toEqual([
      'a completed, b completed, b planned',
      'a completed, b completed, c completed',
      'a completed, d completed, c completed',
    ]);
  });

  it('keeps apart ways that take the same in another order, since only one of them may leave time for the next step', () => {
    const graph = calmGraph(
      {
        a: {
          gap: { minDays: 2, maxDays: 3 },
          next: [
            { to: 'b', weight: 0.3, max: 1 },
            { to: 'c', weight: 0.3, max: 1 },
            { to: 'd', weight: 0.4 },
          ],
        },
        b: { gap: { maxDays: 1 }, next: 'a' },
        c: { gap: { maxDays: 1 }, next: 'a' },
        d: { gap: [{ maxDays: 1 }, { from: 'b', maxDays: 3 }], ends: true },
      },
      { startDays: { min: 30, max: 60 } },
    );
    // So long ago that nothing can be planned: one journey is enough, if it comes to b last.
    expect(walksOf(coveringJourneys(graph))).toEqual([
      'a completed, c completed, a completed, b completed, a completed, d completed',
    ]);
  });

  it('has the emotions of each persona, also of those who do the same', () => {
    const graph = calmGraph(
      { a: { ends: true, emotions: [{ persona: 'p', weights: { calm: 1 } }, { weights: { tense: 1 } }] } },
      {
        personas: ['p', 'q'],
        emotions: ['calm', 'tense'],
        transitions: [{ table: { calm: { calm: 1, tense: 1 }, tense: { calm: 1, tense: 1 } } }],
        completion: { p: { a: 1 }, q: { a: 1 } },
      },
    );
    expect(coveringJourneys(graph).map(({ traveller, covers }) => [traveller.persona, covers])).toEqual([
      ['p', ['start a', 'end a', 'emotion calm', 'status completed']],
      ['q', ['start a', 'end a', 'emotion tense', 'status completed']],
    ]);
  });

  it('leaves out and names what no journey takes', () => {
    const graph = calmGraph(
      {
        a: { next: { b: 0.5, c: 0.5 } },
        b: { ends: true },
        c: { gap: { from: 'cause', maxDays: 8 }, ends: true },
      },
      { emotions: ['calm', 'tense'], transitions: [{ table: { calm: { calm: 1 }, tense: { tense: 1 } } }] },
    );
    const never = ['emotion tense', 'status skipped', 'status in_progress', 'status abandoned'];
    expect(journeyCoverage(graph).uncovered).toEqual(never);
    // Begun nine days after the cause, c comes too late.
    const late = { cause: '2025-03-21', since: '2025-03-30' };
    const { uncovered, covered, isSmallest } = journeyCoverage(graph, late);
    expect(uncovered).toEqual(['a → c', 'end c', ...never]);
    expect(covered).toEqual(['start a', 'a → b', 'end b', 'emotion calm', 'status completed', 'status planned']);
    expect(isSmallest).toBe(true);
    // Without a look at all journeys it leaves out the same, and cannot know that it must.
    expect(journeyCoverage(graph, { ...late, effort: 1 })).toMatchObject({ uncovered, isSmallest: false });
  });

  it('is legal, covers all that can be covered, and is the smallest set, on graphs all of whose journeys are known', () => {
    expect(known.length).toBeGreaterThan(120);
    for (const { seed, graph, all, fewest } of known) {
      const { journeys, covered, uncovered, isSmallest } = journeyCoverage(graph);
      expect(fault(graph, journeys, all), `seed ${seed}`).toBeUndefined();
      expect({ seed, size: journeys.length, isSmallest }).toEqual({ seed, size: fewest, isSmallest: true });
      expect(new Set(covered), `seed ${seed}`).toEqual(all);
      expect([...covered, ...uncovered].sort(), `seed ${seed}`).toEqual([...new CoveringElements(graph).names].sort());
    }
  });

  it('is legal without the effort for all journeys, and claims to be the smallest only where it is', () => {
    let claims = 0;
    let complete = 0;
    for (const { seed, graph, all, fewest } of known) {
      const { journeys, covered, isSmallest } = journeyCoverage(graph, { effort: 1 });
      expect(fault(graph, journeys, new Set(covered)), `seed ${seed}`).toBeUndefined();
      const isAll = covered.length === all.size;
      if (isAll) complete++;
      if (!isSmallest) continue;
      claims++;
      expect({ seed, isAll, size: journeys.length }).toEqual({ seed, isAll: true, size: fewest });
    }
    expect(claims).toBeGreaterThan(known.length / 4);
    expect(complete).toBeGreaterThan(known.length * 0.9);
  });

  it('copes with graphs that have more walks than can be looked at', () => {
    const size = 40;
    const graph = calmGraph(
      Object.fromEntries(
        Array.from({ length: size }, (_, place) => {
          const further = [place + 1, place + 2].filter((next) => next < size);
          const next = further.map((to) => ({ to: `s${to}`, weight: 1 / further.length }));
          return [`s${place}`, further.length === 0 ? { ends: true } : { next }];
        }),
      ),
    );
    const { journeys, uncovered, isSmallest } = journeyCoverage(graph, { effort: 5000 });
    expect(uncovered).toEqual(['status skipped', 'status in_progress', 'status abandoned']);
    expect(isSmallest).toBe(true);
    expect(journeys.length).toBe(3);
  });

  it('gives the same journeys each time', () => {
    expect(coveringJourneys(onboarding)).toEqual(coveringJourneys(onboarding));
  });

  it('keeps to a persona, an impact and the dates', () => {
    const options = { persona: 'doubter', impact: 'weak', asOf: '2024-02-29', cause: '2024-01-15' } as const;
    const given = coveringJourneys(onboarding, options);
    for (const { traveller, journey: taken } of given) {
      expect(traveller).toEqual({ persona: 'doubter', impact: 'weak' });
      expect(journey(onboarding, options).accepts(taken)).toBe(true);
      expect(taken[0]!.timestamp >= '2024-01-15').toBe(true);
    }
    expect(given.flatMap(({ covers }) => covers)).toContain('status planned');
  });

  it.each<[CoverageOptions, RegExp]>([
    [{ effort: 0 }, /^bad-option {2}coveringJourneys\(onboarding\): effort is 0\n/],
    [{ effort: 1.5 }, /^bad-option .*effort is 1\.5\n/],
    [{ persona: 'nobody' }, /^bad-constraint .*persona is "nobody"\n/],
    [{ asOf: '2025-02-30' }, /^bad-option .*asOf is "2025-02-30"\n/],
    [{ since: '2025-04-01' }, /^constraint-clash/],
  ])('refuses %j', (options, message) => {
    expect(() => coveringJourneys(onboarding, options)).toThrow(message);
  });
});

describe('a check of covering journeys', () => {
  const given = coveringJourneys(onboarding);
  const wanted = new Set(given.flatMap(({ covers }) => covers));

  it('sees a journey too few and one too many', () => {
    for (const place of given.keys()) {
      const fewer = given.filter((_, at) => at !== place);
      expect(fault(onboarding, fewer, wanted)).toMatch(/ is missing$/);
    }
    expect(fault(onboarding, [...given, given[0]!], wanted)).toMatch(/ is superfluous$/);
  });

  it('sees a journey that is not legal, and one that says what it does not take', () => {
    const [first, ...others] = given as [CoveringJourney, ...CoveringJourney[]];
    const early = first.journey.map((step) => ({ ...step, timestamp: '2020-01-01T00:00:00Z' }));
    expect(fault(onboarding, [{ ...first, journey: early }, ...others], wanted)).toBe('journey 0 is not legal');
    const boast = { ...first, covers: [...wanted] };
    expect(fault(onboarding, [boast, ...others], wanted)).toMatch(/^journey 0 does not cover /);
  });
});

describe('fewestThinkable', () => {
  it('is never above the size of a smallest set', () => {
    let reached = 0;
    for (const { seed, graph, all, fewest } of known) {
      const elements = new CoveringElements(graph);
      const taken = elements.names.reduce(
        (set, name, place) => (all.has(name) ? set | (1n << BigInt(place)) : set),
        0n,
      );
      const bound = fewestThinkable(graph, elements, taken);
      expect(bound, `seed ${seed}`).toBeLessThanOrEqual(fewest);
      if (bound === fewest) reached++;
    }
    expect(reached).toBeGreaterThan(known.length / 2);
  });
});

describe('smallestCover', () => {
  const letters = (text: string): string[] => text.split('');
  const setsOf = (...texts: string[]): bigint[] =>
    texts.map((text) => letters(text).reduce((set, letter) => set | (1n << BigInt(letter.charCodeAt(0) - 97)), 0n));

  it('finds what greed does not', () => {
    // Greed takes the first, and then needs both others.
    expect(smallestCover(setsOf('bcef', 'abc', 'def'))).toEqual({ chosen: [1, 2], isSmallest: true });
    expect(smallestCover(setsOf('ab', 'bc', 'c', 'cd'))).toEqual({ chosen: [0, 3], isSmallest: true });
    expect(smallestCover(setsOf('', 'a', 'a'))).toEqual({ chosen: [1], isSmallest: true });
    expect(smallestCover([])).toEqual({ chosen: [], isSmallest: true });
  });

  it('is as small as trying all covers finds, and covers all', () => {
    for (let seed = 0; seed < 400; seed++) {
      const source = Source.of(seed).child('sets');
      const elements = source.between(1, 12);
      const texts = Array.from({ length: source.between(1, 14) }, () =>
        letters('abcdefghijkl')
          .slice(0, elements)
          .filter(() => source.below(3) === 0)
          .join(''),
      );
      const { chosen, isSmallest } = smallestCover(setsOf(...texts));
      expect({ seed, size: chosen.length, isSmallest }).toEqual({
        seed,
        size: fewestSets(texts.map((text) => new Set(letters(text)))),
        isSmallest: true,
      });
      const taken = new Set(chosen.flatMap((place) => letters(texts[place]!)));
      expect(taken, `seed ${seed}`).toEqual(new Set(letters(texts.join(''))));
    }
  });

  it('says when it has given up', () => {
    const source = Source.of(1).child('hard');
    const sets = Array.from({ length: 300 }, () => {
      let set = 0n;
      for (let count = 0; count < 6; count++) set |= 1n << BigInt(source.below(90));
      return set;
    });
    const { chosen, isSmallest } = smallestCover(sets);
    expect(isSmallest).toBe(false);
    expect(chosen.reduce((taken, place) => taken | sets[place]!, 0n)).toBe(sets.reduce((all, set) => all | set, 0n));
  });
});
