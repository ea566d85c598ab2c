import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import type { SituationTimes } from './JourneySituation.js';
import type { ReadJourney, Wish } from './ReadJourney.js';
import { isLegalSkeleton } from './Skeleton.js';
import { TimeWindows } from './TimeWindows.js';

/** Whose wanted time counts most where not all can be had: that of the first step, or that of the last. */
export type Precedence = 'first' | 'last';

/**
 * The journey of these steps that lies nearest to wanted times and emotions; undefined where the steps are not legal, or no
 * times fit. What is not wanted is the earliest and the calmest.
 */
export function seated(
  graph: JourneyGraph,
  traveller: Traveller,
  times: SituationTimes,
  wanted: Wish,
): ReadJourney | undefined {
  return seatsOf(graph, [traveller], times, wanted, ['first'])[0];
}

/**
 * The same for any of several travellers, in each of several ways: one where somebody feels as wanted, since who it is
 * does not show; else one for everybody who can take these steps.
 */
export function seatsOf(
  graph: JourneyGraph,
  travellers: readonly Traveller[],
  times: SituationTimes,
  wanted: Wish,
  ways: readonly Precedence[],
): readonly ReadJourney[] {
  const felt = emotionsOf(graph, travellers, wanted);
  if (felt.length === 0) return [];
  return ways.flatMap((first) => {
    const seconds = nearestTimes(graph, times, wanted, first);
    return seconds === undefined ? [] : felt.map((emotions) => ({ visits: wanted.visits, times: seconds, emotions }));
  });
}

function emotionsOf(
  graph: JourneyGraph,
  travellers: readonly Traveller[],
  wanted: Wish,
): readonly (readonly string[])[] {
  const felt: (readonly string[])[] = [];
  for (const traveller of travellers) {
    if (!isLegalSkeleton(graph, traveller.persona, wanted.visits)) continue;
    const emotions = nearestEmotions(graph, traveller, wanted);
    if (emotions === undefined) continue;
    if (emotions.every((emotion, index) => emotion === (wanted.emotions[index] ?? emotion))) return [emotions];
    felt.push(emotions);
  }
  return felt;
}

function nearestTimes(
  graph: JourneyGraph,
  times: SituationTimes,
  { visits, times: wanted }: Wish,
  first: Precedence,
): readonly number[] | undefined {
  const windows = TimeWindows.of(graph, visits, times);
  if (windows === undefined) return undefined;
  const { length } = visits;
  for (let at = 0; at < length; at++) {
    const index = first === 'first' ? at : length - 1 - at;
    const low = windows.low[index]!;
    windows.fix(index, Math.min(windows.high[index]!, Math.max(low, wanted[index] ?? low)));
  }
  return windows.low;
}

function nearestEmotions(
  graph: JourneyGraph,
  traveller: Traveller,
  { visits, emotions }: Wish,
): readonly string[] | undefined {
  const felt: string[] = [];
  for (const [index, { step }] of visits.entries()) {
    const emotion = nearestEmotion(graph, traveller, felt.at(-1), step, emotions[index]);
    if (emotion === undefined) return undefined;
    felt.push(emotion);
  }
  return felt;
}

/** The emotion that may come there and is nearest to the wanted one; of two, the calmer. */
function nearestEmotion(
  graph: JourneyGraph,
  traveller: Traveller,
  before: string | undefined,
  step: string,
  wanted: string | undefined,
): string | undefined {
  const rank = wanted === undefined ? 0 : Math.max(0, graph.rank(wanted));
  let nearest: string | undefined;
  let least = Infinity;
  for (const { emotion } of graph.emotionsAfter(traveller, before, step)) {
    const distance = Math.abs(graph.rank(emotion) - rank);
    if (distance < least) [nearest, least] = [emotion, distance];
  }
  return nearest;
}
