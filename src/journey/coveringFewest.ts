/*
 * The fewest legal journeys that take everything of a graph that can be taken.
 *
 * Idea: a journey is a set of elements (its start, its edges, its end, its emotions and statuses), so this is minimum set
 * cover over the sets that legal journeys make. All of these are made, layer by layer (`everyStop`), and the fewest of them
 * that cover all are found by branch and bound (`smallestCover`). Both are exact.
 *
 * Cost: as many sets as there are walks, times the sets of emotions on each; loops and long graphs have too many. Beyond
 * `effort` the journeys are picked greedily (`greedyStops`). They are the fewest all the same where they are no more than the
 * bound that the graph's shape alone gives (`fewestThinkable`) and leave out nothing thinkable. That is often so, since every
 * end and every way of stopping asks for a journey of its own.
 *
 * Last, each journey is made simpler where others take what it takes (`simplified`): many sets of this size cover all, and
 * short journeys read best.
 *
 * Left: dropping of two walks to the same step the one that took less, before the sets are made. It is wrong as soon as a gap
 * has an upper bound or the start window is narrow: the one that took more may have no time left.
 *
 * Example: register → assess or plan, both ends, and somebody may abandon either: one that ends at assess, one that ends at
 * plan, one that is abandoned, and one whose last step is planned: four, since no journey does two of these.
 */
import type { JourneyGraph } from './JourneyGraph.js';
import { fewestThinkable } from './coveringBound.js';
import { isWithin } from './coveringElements.js';
import type { CoveringElements } from './coveringElements.js';
import { everyStop, greedyStops, simplified, takenByAll } from './coveringSearch.js';
import type { Stop } from './coveringSearch.js';
import { smallestCover } from './coveringSet.js';
import type { CoveringWalks } from './coveringWalks.js';

export interface Fewest {
  /** The shortest first. */
  readonly stops: readonly Stop[];
  /** Whether it is proven that fewer do not suffice, and that no other journey takes more. */
  readonly isSmallest: boolean;
}

/** @param effort - how many beginnings `everyStop` may look at. */
export function fewestStops(
  graph: JourneyGraph,
  elements: CoveringElements,
  walks: CoveringWalks,
  effort: number,
): Fewest {
  const every = everyStop(walks, effort);
  const { chosen, isSmallest } = fewestOf(every ?? greedyStops(walks, elements.all));
  // What was picked greedily may need fewer once each takes something else.
  const stops = fewestOf(simplified(walks, chosen)).chosen;
  const taken = takenByAll(stops);
  const isAtBound = stops.length === fewestThinkable(graph, elements, taken) && isWithin(walks.thinkable(), taken);
  return { stops, isSmallest: (every !== undefined && isSmallest) || isAtBound };
}

function fewestOf(stops: readonly Stop[]): { readonly chosen: readonly Stop[]; readonly isSmallest: boolean } {
  const { chosen, isSmallest } = smallestCover(stops.map(({ taken }) => taken));
  return { chosen: chosen.map((place) => stops[place]!), isSmallest };
}
