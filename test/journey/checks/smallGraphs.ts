import fc from 'fast-check';
import type { EdgeDescription, GapDescription, JourneyDescription } from '../../../src/journey/JourneyDescription.js';
import type { JourneyGraph } from '../../../src/journey/JourneyGraph.js';

const NAMES = ['a', 'b', 'c', 'd'];
const FEELINGS = ['calm', 'tense', 'angry'];

const gap: fc.Arbitrary<GapDescription> = fc
  .record({
    from: fc.constantFrom('previous', 'cause', ...NAMES),
    min: fc.nat(4),
    more: fc.nat(3),
    hasMax: fc.boolean(),
  })
  .map(({ from, min, more, hasMax }) => ({ from, minDays: min, ...(hasMax && { maxDays: min + more }) }));

const weights = fc
  .subarray(FEELINGS, { minLength: 1 })
  .map((names) => Object.fromEntries(names.map((name) => [name, 1])));

/** Graphs of up to four steps with bounded loops, gaps of all kinds and few emotions, whether or not they fit. */
export const smallGraphs: fc.Arbitrary<JourneyDescription> = fc
  .record({
    size: fc.integer({ min: 2, max: 4 }),
    starts: fc.integer({ min: 1, max: 2 }),
    ways: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    loops: fc.array(fc.record({ from: fc.nat(3), to: fc.nat(3), max: fc.integer({ min: 1, max: 2 }) }), {
      maxLength: 2,
    }),
    gaps: fc.array(fc.array(gap, { maxLength: 2 }), { minLength: 4, maxLength: 4 }),
    feelings: fc.array(weights, { minLength: 4, maxLength: 4 }),
    table: fc.array(weights, { minLength: 3, maxLength: 3 }),
    max: fc.nat(12),
  })
  .map(({ size, starts, ways, loops, gaps, feelings, table, max }) => {
    const names = NAMES.slice(0, size);
    const pairs = names.flatMap((from, i) => names.slice(i + 1).map((to) => [from, to] as const));
    const forward = pairs.filter(([from, to], i) => ways[i] === true || names.indexOf(to) === names.indexOf(from) + 1);
    const edgesOf = (name: string): EdgeDescription[] => [
      ...forward.filter(([from]) => from === name).map(([, to]) => ({ to, weight: 0.1 })),
      ...names
        .filter((to) => loops.some((loop) => NAMES[loop.from] === name && NAMES[loop.to] === to))
        .filter((to) => names.indexOf(to) <= names.indexOf(name))
        .map((to) => ({ to, weight: 0.1, max: loops.find((loop) => NAMES[loop.to] === to)?.max ?? 1 })),
    ];
    const known = (one: GapDescription): boolean => !NAMES.includes(one.from ?? '') || names.includes(one.from ?? '');
    const steps = names.map((name, i) => [
      name,
      {
        actions: [],
        emotions: [{ weights: feelings[i]! }],
        gap: gaps[i]!.filter(known),
        next: edgesOf(name),
        ends: 0.5,
      },
    ]);
    return {
      name: 'small',
      asOf: '2025-03-31',
      startDays: { min: 0, max },
      personas: ['somebody'],
      emotions: FEELINGS,
      transitions: [{ table: Object.fromEntries(FEELINGS.map((name, i) => [name, table[i]!])) }],
      start: Object.fromEntries(names.slice(0, starts).map((name) => [name, 1 / starts])),
      steps: Object.fromEntries(steps) as JourneyDescription['steps'],
      completion: { somebody: Object.fromEntries(names.map((name) => [name, 0.5])) },
    };
  });

/** Every walk from a first step, one by one; undefined where there are more than so many. */
export function allWalks(graph: JourneyGraph, most: number): string[][] | undefined {
  const found = graph.starts.map(({ step }) => [step]);
  for (const walk of found) {
    const last = walk.at(-1)!;
    for (const { to, max } of graph.steps.get(last)!.edges) {
      const taken = walk.filter((step, index) => step === last && walk[index + 1] === to).length;
      if (taken < max) found.push([...walk, to]);
    }
    if (found.length > most) return undefined;
  }
  return found;
}
