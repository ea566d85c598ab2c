import { CohortCheckError, shown } from '../errors/index.js';
import type { Journey } from './JourneyStep.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import type { JourneySituation } from './JourneySituation.js';
import { CoveringElements } from './coveringElements.js';
import { fewestStops } from './coveringFewest.js';
import { takenByAll } from './coveringSearch.js';
import { CoveringWalks } from './coveringWalks.js';
import type { Beginning } from './coveringWalks.js';
import { journey } from './journey.js';
import { writeJourney } from './ReadJourney.js';
import { timesOf } from './TimeWindows.js';

/** Who may take covering journeys and when, as for `journey`; default: anybody at the graph's own reference date. */
export interface CoverageOptions extends Partial<JourneySituation> {
  /**
   * How many beginnings of journeys are looked at, at most, to prove that the set is the smallest; default 200,000, which
   * takes a second or two. Beyond it the journeys are picked greedily.
   */
  readonly effort?: number;
}

export interface CoveringJourney {
  /** Who can take it: `journey(graph, traveller)` accepts it. */
  readonly traveller: Traveller;
  readonly journey: Journey;
  /** All that it takes, such as `start register`, `register → plan`, `end plan`, `emotion calm`, `status planned`. */
  readonly covers: readonly string[];
}

export interface Coverage {
  /** The shortest first. */
  readonly journeys: readonly CoveringJourney[];
  /** What they take together. */
  readonly covered: readonly string[];
  /** What none of them takes. No legal journey does, where `isSmallest`. */
  readonly uncovered: readonly string[];
  /** Whether it is proven that fewer journeys do not suffice, and that nothing more can be covered. */
  readonly isSmallest: boolean;
}

const EFFORT = 200_000;

/**
 * The smallest set of legal journeys that takes every start, every edge, every end, every emotion and every status of a
 * graph.
 *
 * For test cases that leave nothing of a graph out, one journey each. For journeys as people take them, draw from
 * `journey`; for what cannot be covered, and whether the set is proven to be the smallest, ask `journeyCoverage`.
 *
 * An end is taken by a journey of which it is the last step, completed or skipped; an edge also by planned steps. What no
 * legal journey takes (an emotion that no step has, an edge for which the gaps leave no time) is left out. Each journey is
 * about as short and as calm as it can be with what the others leave to it, at the earliest times, so that planned steps
 * come soon after the reference date. The same graph and options give the same journeys. On graphs that ask for more than
 * `effort`, a journey more than needed may be given.
 *
 * @param options - `persona`, `impact`, `asOf`, `cause`, `since`: as for `journey`. `effort`: how many beginnings of journeys
 *   are looked at, at most, before the journeys are picked greedily; default 200,000, a second or two.
 * @throws CohortCheckError what `journey` throws on the same constraints, and `bad-option` on an effort that is no whole
 *   number from 1.
 * @example
 * const graph = defineJourney({
 *   name: 'onboarding',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 90 },
 *   personas: ['newcomer'],
 *   emotions: ['calm', 'tense'],
 *   transitions: [{ table: { calm: { calm: 1, tense: 1 }, tense: { calm: 1, tense: 1 } } }],
 *   start: 'register',
 *   steps: {
 *     register: { actions: ['sign up'], emotions: [{ weights: { calm: 1 } }], next: 'assess' },
 *     assess: { actions: ['answer'], emotions: [{ weights: { calm: 1, tense: 1 } }], ends: true },
 *   },
 *   completion: { newcomer: { register: 1, assess: 0.8 } },
 * });
 * coveringJourneys(graph).map(({ journey }) => journey.map((step) => step.completion_status))
 * // [['completed', 'completed'], ['completed', 'planned'], ['completed', 'in_progress'], ['completed', 'abandoned']]
 */
export function coveringJourneys(graph: JourneyGraph, options?: CoverageOptions): CoveringJourney[] {
  return [...journeyCoverage(graph, options).journeys];
}

/**
 * What `coveringJourneys` gives, together with what it covers, what it leaves out, and whether it is proven to be the
 * smallest set.
 *
 * @throws CohortCheckError as `coveringJourneys` does.
 */
export function journeyCoverage(graph: JourneyGraph, options: CoverageOptions = {}): Coverage {
  const { persona, impact, asOf = graph.asOf, cause, since, effort = EFFORT } = options;
  if (!Number.isSafeInteger(effort) || effort < 1) throw badEffort(graph, effort);
  const situation: JourneySituation = { persona, impact, asOf, cause, since };
  // Throws on what is no situation of the graph, and where nobody can take any journey.
  journey(graph, situation);
  const travellers = graph.travellers.filter(
    (one) => (persona ?? one.persona) === one.persona && (impact ?? one.impact) === one.impact,
  );
  const elements = new CoveringElements(graph);
  const walks = new CoveringWalks(graph, elements, situation, travellers);
  const { stops, isSmallest } = fewestStops(graph, elements, walks, effort);
  const covered = takenByAll(stops);
  return {
    journeys: stops.map((stop) => ({
      traveller: stop.at.traveller,
      journey: written(graph, situation, stop.at),
      covers: elements.namesIn(stop.taken),
    })),
    covered: elements.namesIn(covered),
    uncovered: elements.namesIn(elements.all & ~covered),
    isSmallest,
  };
}

function written(graph: JourneyGraph, situation: JourneySituation, last: Beginning): Journey {
  const beginnings: Beginning[] = [];
  for (let at: Beginning | undefined = last; at !== undefined; at = at.before) beginnings.unshift(at);
  const visits = beginnings.map(({ trail, status }) => ({ step: trail.node.name, status }));
  return writeJourney(graph, {
    visits,
    times: timesOf(graph, visits, situation) ?? [],
    emotions: beginnings.map(({ emotion }) => emotion),
  });
}

function badEffort(graph: JourneyGraph, effort: number): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-option',
    what: `coveringJourneys(${graph.name}): effort is ${shown(effort)}`,
    why: 'it counts beginnings of journeys, so it is a whole number from 1',
    try: `effort: ${EFFORT}`,
  });
}
