import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CohortCheckError } from '../../src/errors/index.js';
import { defineJourney } from '../../src/journey/defineJourney.js';
import type { JourneyDescription } from '../../src/journey/JourneyDescription.js';
import { JourneyGraph } from '../../src/journey/JourneyGraph.js';
import { following, mended, refusal } from './checks/following.js';
import { mistakes, visitWith } from './checks/mistakes.js';
import { changed, GONE, pathsOf, shownPath } from './checks/changed.js';
import { visitDescription } from './checks/visitDescription.js';

describe('defineJourney', () => {
  it('makes a graph of a description, which stays as it is', () => {
    const before = structuredClone(visitDescription);
    const graph = defineJourney(visitDescription);
    expect(graph).toBeInstanceOf(JourneyGraph);
    expect(graph.description).toBe(visitDescription);
    expect(visitDescription).toEqual(before);
  });

  it('takes a description from a file', () => {
    expect(refusal(JSON.parse(JSON.stringify(visitDescription)))).toBeUndefined();
  });

  it.each<[string, (visit: JourneyDescription) => object]>([
    [
      'parts that are undefined',
      (visit) => ({
        ...visit,
        impacts: undefined,
        steps: { exam: { ...visit.steps['exam'], gap: undefined, next: undefined } },
        start: 'exam',
        completion: { planner: { exam: 1 }, doubter: { exam: 0 } },
      }),
    ],
    [
      'thirds',
      (visit) => ({
        ...visit,
        steps: { ...visit.steps, call: { ...visit.steps['call'], next: { book: 1 / 3, remind: 1 / 3 }, ends: 1 / 3 } },
      }),
    ],
    ['shares that miss 1 by a billionth', (visit) => ({ ...visit, start: { invite: 0.333333333, call: 0.666666666 } })],
    [
      'a share of 0 for a step that does not follow',
      (visit) => ({ ...visit, start: { ...(visit.start as object), exam: 0 } }),
    ],
    [
      'a gap without bounds',
      (visit) => ({ ...visit, steps: { ...visit.steps, exam: { ...visit.steps['exam'], gap: {} } } }),
    ],
    [
      'bounds of different units',
      (visit) => ({
        ...visit,
        steps: { ...visit.steps, exam: { ...visit.steps['exam'], gap: { minMinutes: 1, maxHours: 2 } } },
      }),
    ],
    [
      'a first step that some only begin',
      (visit) => ({
        ...visit,
        completion: { ...visit.completion, doubter: { ...visit.completion['doubter'], invite: 0 } },
      }),
    ],
    [
      'a step that lies ahead for everybody',
      (visit) => ({
        ...visit,
        startDays: { min: 0, max: 10 },
        completion: Object.fromEntries(
          Object.entries(visit.completion).map(([persona, row]) => [persona, { ...row, exam: 0 }]),
        ),
      }),
    ],
    ['exactly as many days as the gaps ask for', (visit) => ({ ...visit, startDays: { min: 0, max: 14 } })],
  ])('takes %s', (_, change) => {
    expect(refusal(change(visitDescription))).toBeUndefined();
  });

  it('names every mistake by its code', () => {
    const codes = [...new Set(mistakes.map(({ code }) => code))].sort();
    expect(codes).toEqual(
      ['shape', 'date', 'persona', 'step', 'weights', 'unreachable', 'dead-end', 'loop', 'emotion', 'gap']
        .map((name) => `journey-${name}`)
        .sort(),
    );
  });

  it.each(mistakes)('refuses $title', ({ change, code, what, next, isOneOfMany = false }) => {
    const given = visitWith(change);
    const error = refusal(given);
    const place = what.replace(/^defineJourney\(…\): /, '').split(': ')[0];
    expect(error?.parts).toEqual({
      code,
      what: what.startsWith('defineJourney') ? what : `journey visit: ${what}`,
      where: place,
      why: expect.stringMatching(/^\S.*[^.]$/) as string,
      try: next,
    });
    const left = refusal(following(given, next));
    expect(left !== undefined).toBe(isOneOfMany);
    expect(left?.parts.what).not.toBe(error?.parts.what);
    expect(defineJourney(mended(given, 4) as JourneyDescription)).toBeInstanceOf(JourneyGraph);
  });

  it.each([[undefined], [null], [7], ['visit'], [true], [[]], [[visitDescription]], [() => visitDescription], [7n]])(
    'refuses what is no object: %s',
    (given) => {
      const error = refusal(given);
      expect(error?.code).toBe('journey-shape');
      expect(error?.parts.what).toMatch(/^defineJourney\(…\): .* is not an object$/);
      expect(refusal(following(given, error?.parts.try ?? ''))).toBeUndefined();
    },
  );

  it('tells the first mistake of a kind, in the order in which the description is written', () => {
    const { name, asOf, ...rest } = visitDescription;
    expect(refusal({ name: 1, asOf: 2, ...rest })?.parts.where).toBe('name');
    expect(refusal({ ...rest, asOf: 2, name: 1 })?.parts.where).toBe('asOf');
    expect(refusal({ ...visitDescription, start: 'nowhere', completion: {} })?.parts.where).toBe('start');
    const { start: _, ...startless } = visitDescription;
    expect(refusal({ ...startless, completion: {}, start: 'nowhere' })?.parts.where).toBe('completion.planner');
    expect([name, asOf]).toEqual(['visit', '2025-03-31']);
  });

  it('cuts names and values of any length', () => {
    const long = 'x'.repeat(10_000);
    const error = refusal({ ...visitDescription, name: long, start: long });
    expect(error?.parts.what.length).toBeLessThan(200);
    expect(refusal({ ...visitDescription, [long]: 1 })?.parts.where?.length).toBeLessThan(200);
  });

  it('takes names that objects have by themselves for what they are', () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const row = Object.fromEntries(names.map((name) => [name, 1]));
    const step = { actions: names, emotions: [{ weights: row }] };
    const steps = names.map((name, index) => [
      name,
      { ...step, ...(index < 3 ? { next: names[index + 1] } : { ends: true }) },
    ]);
    const given = {
      ...visitDescription,
      personas: names,
      impacts: names,
      emotions: names,
      transitions: [{ table: Object.fromEntries(names.map((name) => [name, row])) }],
      start: 'constructor',
      steps: Object.fromEntries(steps) as object,
      completion: Object.fromEntries(names.map((name) => [name, row])),
      stopping: [],
    };
    expect(refusal(given)).toBeUndefined();
    expect(refusal({ ...given, start: 'valueOf' })?.code).toBe('journey-step');
    expect(refusal({ ...given, completion: {} })?.parts.where).toBe('completion.constructor');
    expect(refusal({ ...given, constructor: 1 })?.code).toBe('journey-shape');
  });

  it('takes thousands of steps in a row, and finds what is wrong at the end of them', () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `step_${index}`);
    const step = { actions: [], emotions: [{ weights: { calm: 1 } }] };
    const row = Object.fromEntries(names.map((name) => [name, 1]));
    const description = (last: object): object => ({
      ...visitDescription,
      start: 'step_0',
      steps: Object.fromEntries(
        names.map((name, index) => [name, { ...step, ...(index < 1_999 ? { next: names[index + 1] } : last) }]),
      ),
      completion: { planner: row, doubter: row },
    });
    expect(refusal(description({ ends: true }))).toBeUndefined();
    expect(refusal(description({}))?.parts.where).toBe('steps.step_1999');
    expect(refusal(description({ next: { step_7: 0.5 }, ends: 0.5 }))?.code).toBe('journey-loop');
  });
});

describe('a description with any part replaced', () => {
  const values = [GONE, null, -1, 0.5, 7, Number.NaN, 'soon', '', [], {}, [null], { x: 1 }, true];
  const replaced = pathsOf(visitDescription).flatMap((path) => values.map((value) => ({ path, value })));

  it('is fine or gives an error of this package, whose advice leads to a description that passes', () => {
    let refused = 0;
    for (const { path, value } of replaced) {
      const given = changed(visitDescription, path, value);
      if (refusal(given) === undefined) continue;
      refused++;
      if (mended(given, 60) === undefined) expect.fail(`never mended: ${shownPath(path)} replaced by ${String(value)}`);
    }
    expect(refused).toBeGreaterThan(1_500);
  }, 120_000);

  it('is so with several parts replaced, too', () => {
    const change = fc.record({
      path: fc.constantFrom(...pathsOf(visitDescription)),
      value: fc.constantFrom<unknown>(...values),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 4 }), (changes) => {
        const given = changes.reduce<unknown>((now, { path, value }) => changed(now, path, value), visitDescription);
        try {
          defineJourney(given as JourneyDescription);
        } catch (error) {
          if (!(error instanceof CohortCheckError)) throw error;
          expect(error.parts.try).toMatch(/\S/);
        }
      }),
      { seed: 1, numRuns: 1_000 },
    );
  }, 120_000);

  it('is so for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        expect(refusal(given)?.code).toMatch(/^journey-/);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
