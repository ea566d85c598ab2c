import type { StatisticalTest } from '../../domain/index.js';
import { couldBeCompleted } from '../../journey/index.js';
import type { Journey, JourneyGraph, JourneySituation } from '../../journey/index.js';
import { distributionTest, shareTest } from './modelledShares.js';
import type { Part } from './Part.js';

/** Records of a collection that hold a journey. */
export interface JourneyData {
  readonly collection: string;
  readonly graph: JourneyGraph;
  readonly journeyOf: (record: never) => Journey;
  /** Who takes the journey and when, as far as the record tells; persona, and impact where the graph has any, are needed. */
  readonly situationOf: (record: never) => JourneySituation;
}

interface Feelings {
  readonly counts: Record<string, number>;
  /** Emotion → how often the graph would have it here, after the emotions that were seen before. */
  readonly expected: Record<string, number>;
  total: number;
}

/**
 * Whether the emotions of a step, by persona and impact, are as common as the graph says, given the emotions of the steps
 * before. Emotions that the graph does not allow there are left to the rules.
 */
export function journeyEmotions({ collection, graph, journeyOf, situationOf }: JourneyData): Part {
  return () => {
    const places = new Map<string, Feelings>();
    return {
      see(seen) {
        if (seen.collection !== collection || seen.record === undefined) return;
        const { persona, impact } = situationOf(seen.record as never);
        if (persona === undefined) return;
        let before: string | undefined;
        for (const { step, emotional_state: emotion } of journeyOf(seen.record as never)) {
          const possible = graph.emotionsAfter({ persona, impact }, before, step);
          before = emotion;
          if (!possible.some((one) => one.emotion === emotion)) continue;
          const name = [persona, ...(impact === undefined ? [] : [impact]), step].join(' ');
          let place = places.get(name);
          if (place === undefined) places.set(name, (place = { counts: {}, expected: {}, total: 0 }));
          addTo(place.counts, emotion, 1);
          const all = possible.reduce((sum, { weight }) => sum + weight, 0);
          for (const { emotion: other, weight } of possible) addTo(place.expected, other, weight / all);
          place.total += 1;
        }
      },
      async finish() {
        const tests: StatisticalTest[] = [];
        for (const [name, { counts, expected, total }] of places) {
          const shares = Object.fromEntries(Object.entries(expected).map(([emotion, sum]) => [emotion, sum / total]));
          tests.push(await distributionTest('emotion-shares', `emotions of ${collection} ${name}`, counts, shares));
        }
        const figures = Object.fromEntries([...places].map(([name, { counts }]) => [name, counts]));
        return { tests, figures: places.size === 0 ? {} : { [`${collection} emotions`]: figures } };
      },
    };
  };
}

interface Progress {
  /** Journeys that came to the step. */
  came: number;
  /** Of those, not skipped, and due by the reference date. */
  due: number;
  completed: number;
  skipped: number;
  in_progress: number;
  abandoned: number;
  planned: number;
}

/**
 * Whether each step is completed as often as the graph says, by persona: of the journeys that came to it, did not skip it,
 * and could have completed it by the reference date.
 *
 * @param isTested - whether deviations are tested; false where completion is met exactly and compared as exact shares.
 */
export function journeyCompletion({ collection, graph, journeyOf, situationOf }: JourneyData, isTested = true): Part {
  const isClear = stepsWithClearArrival(graph);
  return (context) => {
    const personas = new Map<string, Map<string, Progress>>();
    const progressOf = (persona: string, step: string): Progress => {
      let steps = personas.get(persona);
      if (steps === undefined) personas.set(persona, (steps = new Map()));
      let progress = steps.get(step);
      if (progress === undefined) {
        progress = { came: 0, due: 0, completed: 0, skipped: 0, in_progress: 0, abandoned: 0, planned: 0 };
        steps.set(step, progress);
      }
      return progress;
    };
    return {
      see(seen) {
        if (seen.collection !== collection || seen.record === undefined) return;
        const situation = situationOf(seen.record as never);
        const journey = journeyOf(seen.record as never);
        if (situation.persona === undefined) return;
        for (const [index, { step, completion_status: status }] of journey.entries()) {
          // What is planned after another planned step has not been come to.
          if (journey[index - 1]?.completion_status === 'planned') break;
          const progress = progressOf(situation.persona, step);
          progress.came += 1;
          progress[status] += 1;
          if (status !== 'skipped' && couldBeCompleted(graph, journey.slice(0, index), step, situation))
            progress.due += 1;
        }
        const next = notBegun(graph, journey);
        if (next === undefined) return;
        const progress = progressOf(situation.persona, next);
        progress.came += 1;
        if (couldBeCompleted(graph, journey, next, situation)) progress.due += 1;
      },
      async finish() {
        const tests: StatisticalTest[] = [];
        const figures: Record<string, Record<string, unknown>> = {};
        for (const [persona, steps] of personas) {
          for (const step of graph.steps.keys()) {
            const progress = steps.get(step);
            if (progress === undefined) continue;
            const expected = graph.completion(persona, step);
            (figures[persona] ??= {})[step] = { ...progress, rate: rateOf(progress), declared: expected };
            if (!isTested || !isClear.has(step)) continue;
            const counts = { hits: Math.min(progress.completed, progress.due), trials: progress.due };
            tests.push(
              await shareTest(
                'completion-rate',
                `${step} of ${collection} completed by ${persona}`,
                counts,
                expected,
                context,
              ),
            );
          }
        }
        return { tests, figures: personas.size === 0 ? {} : { [`${collection} completion`]: figures } };
      },
    };
  };
}

function rateOf({ completed, due }: Progress): number | null {
  return due === 0 ? null : completed / due;
}

/** The step that a journey came to and did not begin, where the graph leaves no doubt which. */
function notBegun(graph: JourneyGraph, journey: Journey): string | undefined {
  const last = journey.at(-1);
  if (last === undefined || (last.completion_status !== 'completed' && last.completion_status !== 'skipped'))
    return undefined;
  const node = graph.steps.get(last.step);
  return node !== undefined && node.edges.length === 1 && node.endShare === 0 ? node.edges[0]?.to : undefined;
}

/** Steps of which it is known how many journeys came to them: every way to them comes from a step with no other way on. */
function stepsWithClearArrival(graph: JourneyGraph): ReadonlySet<string> {
  const unclear = new Set<string>();
  if (graph.starts.length > 1) for (const { step } of graph.starts) unclear.add(step);
  for (const { edges, endShare } of graph.steps.values()) {
    if (edges.length > 1 || endShare > 0) for (const { to } of edges) unclear.add(to);
  }
  return new Set([...graph.steps.keys()].filter((step) => !unclear.has(step)));
}

function addTo(sums: Record<string, number>, name: string, amount: number): void {
  sums[name] = (sums[name] ?? 0) + amount;
}
