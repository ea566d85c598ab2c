import fc from 'fast-check';
import type {
  EdgeDescription,
  JourneyDescription,
  StepDescription,
  Weights,
} from '../../src/journey/JourneyDescription.js';

const PERSONAS = ['planner', 'doubter', 'sceptic'];
const IMPACTS = ['strong', 'weak'];
const EMOTIONS = ['calm', 'curious', 'tense', 'anxious'];

/** Descriptions of graphs that can be declared, of every kind: branches, loops, skips, early ends, gaps from anywhere. */
export const descriptions: fc.Arbitrary<JourneyDescription> = fc
  .record({
    size: fc.integer({ min: 1, max: 6 }),
    personas: fc.integer({ min: 1, max: 3 }),
    hasImpacts: fc.boolean(),
    numbers: fc.infiniteStream(fc.nat({ max: 999 })),
    openDays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  })
  .map(({ size, personas, hasImpacts, numbers, openDays }) => {
    const next = (): number => numbers.next().value as number;
    const names = Array.from({ length: size }, (_, index) => `step_${index}`);
    const people = PERSONAS.slice(0, personas);
    return {
      name: 'anything',
      asOf: '2025-03-31',
      startDays: { min: next() % 3, max: 150 + (next() % 200) },
      personas: people,
      ...(hasImpacts && { impacts: IMPACTS }),
      emotions: EMOTIONS,
      transitions: [{ persona: people[0]!, table: tableOf(next) }, { table: tableOf(next) }],
      start: size > 2 && next() % 4 === 0 ? { step_0: 0.75, step_1: 0.25 } : 'step_0',
      steps: Object.fromEntries(names.map((name, index) => [name, stepOf(names, index, people, hasImpacts, next)])),
      completion: Object.fromEntries(
        people.map((persona) => [persona, Object.fromEntries(names.map((name) => [name, shareOf(next)]))]),
      ),
      ...(next() % 2 === 0 && {
        stopping: [{ abandoned: 1 + (next() % 3), in_progress: next() % 2, planned: next() % 2 }],
      }),
      ...(openDays !== undefined && { openDays }),
    };
  });

function shareOf(next: () => number): number {
  return [0.3, 0.6, 0.9, 1][next() % 4]!;
}

/** Calm may always follow, so that no step is left without an emotion. */
function tableOf(next: () => number): Record<string, Weights> {
  return Object.fromEntries(EMOTIONS.map((from) => [from, { ...someOf(EMOTIONS, next), calm: 1 }]));
}

function someOf(names: readonly string[], next: () => number): Weights {
  return Object.fromEntries(names.filter(() => next() % 2 === 0).map((name) => [name, 1 + (next() % 3)]));
}

function stepOf(
  names: readonly string[],
  index: number,
  people: readonly string[],
  hasImpacts: boolean,
  next: () => number,
): StepDescription {
  const after = names.slice(index + 1);
  // The next in line is always among the ways on: no step is left out.
  const ways = after.filter((_, place) => place === 0 || next() % 3 === 0);
  // Never back to the first step, which may have to come soon after the cause.
  const loops = index > 0 && next() % 4 === 0 ? [names[1 + (next() % index)]!] : [];
  const ends = ways.length === 0 || next() % 5 === 0;
  const weights = [...ways, ...loops].map(() => 1 + (next() % 4));
  const total = weights.reduce((sum, weight) => sum + weight, 0) + (ends ? 1 : 0);
  const edges: EdgeDescription[] = [
    ...ways.map((to, place) => ({ to, weight: weights[place]! / total })),
    ...loops.map((to, place) => ({ to, weight: weights[ways.length + place]! / total, max: 1 + (next() % 2) })),
  ];
  return {
    actions: [`do_${index}`, ...(next() % 2 === 0 ? ['check'] : [])],
    emotions: [
      ...(next() % 2 === 0 ? [{ persona: people[0]!, weights: { ...someOf(EMOTIONS, next), calm: 1 } }] : []),
      ...(hasImpacts && next() % 2 === 0
        ? [{ impact: 'strong', weights: { ...someOf(EMOTIONS, next), calm: 2 } }]
        : []),
      { weights: { ...someOf(EMOTIONS, next), calm: 1 } },
    ],
    ...gapOf(index, next),
    ...(edges.length > 0 && { next: edges }),
    ...(ends && { ends: edges.length === 0 ? true : 1 / total }),
    ...(next() % 4 === 0 && { optional: 0.2 }),
  };
}

function gapOf(index: number, next: () => number): Pick<StepDescription, 'gap'> {
  const minDays = next() % 5;
  const gap = { minDays, maxDays: minDays + 1 + (next() % 20) };
  if (index === 0) return next() % 2 === 0 ? { gap: { from: 'cause', maxDays: 1 + (next() % 5) } } : {};
  if (next() % 4 === 0) return {};
  return { gap: next() % 3 === 0 ? [gap, { from: 'step_0', minHours: 1, maxDays: 200 }] : gap };
}
