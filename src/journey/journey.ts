import { Infeasible } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { Source } from '../source/index.js';
import { JourneyArbitrary } from './JourneyArbitrary.js';
import { requireNames, SkeletonConstraints } from './JourneyConstraints.js';
import type { JourneyConstraints } from './JourneyConstraints.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import { requireDates } from './JourneySituation.js';

/**
 * A journey along a graph: steps with their times, actions, emotions and statuses.
 *
 * It takes the graph's branches, skips, loops and stops with their shares; every time keeps its gaps, nothing that is done
 * lies after the reference date and nothing that is planned before it, and each emotion may follow the one before.
 *
 * Shrinks toward: the shortest journey, on the steps declared first, completed, as early and with as small gaps as can
 * be, calm. It never leaves the graph.
 * Keyed by: the source, the graph, the persona, the impact and the dates.
 *
 * @param constraints - who takes it and when (`persona`, `impact`: default any; `asOf`: the reference date, default the
 *   graph's; `cause` and `since`: dates or instants), and what its steps are held to: how many are `completed`, its
 *   `length`, steps that it `includes` or `excludes`, and its `ending`, the status of the last step.
 * @throws CohortCheckError `bad-option` on a date that is none, `bad-constraint` on a persona, step or status that the graph
 *   does not have, `constraint-clash` where no journey meets the constraints.
 * @example
 * const tour = defineJourney({
 *   name: 'tour',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 30 },
 *   personas: ['guest'],
 *   emotions: ['calm', 'tense'],
 *   transitions: [{ table: { calm: { calm: 1, tense: 1 }, tense: { calm: 1, tense: 1 } } }],
 *   start: 'welcome',
 *   steps: {
 *     welcome: { actions: ['read_welcome'], emotions: [{ weights: { calm: 1 } }], next: 'sign_up' },
 *     sign_up: { actions: ['sign_up'], emotions: [{ weights: { calm: 1, tense: 1 } }], gap: { minMinutes: 1, maxDays: 7 }, ends: true },
 *   },
 *   completion: { guest: { welcome: 1, sign_up: 0.6 } },
 * });
 * sample(journey(tour, { completed: 2 }), { seed: 1, count: 1 })[0].map(({ step }) => step) // ['welcome', 'sign_up']
 */
export function journey(graph: JourneyGraph, constraints: JourneyConstraints = {}): JourneyArbitrary {
  requireNames(graph, constraints, ['asOf', 'cause', 'since']);
  const { persona, impact, asOf = graph.asOf, cause, since, ...steps } = constraints;
  const situation = { persona, impact, asOf, cause, since };
  requireDates(situation, `journey(${graph.name})`);
  const travellers = travellersOf(graph, persona, impact);
  const held = Object.keys(steps).length === 0 ? undefined : new SkeletonConstraints(graph, steps);
  const made = new JourneyArbitrary(graph, situation, travellers, held);
  try {
    made.draw(Source.of(0));
  } catch (error) {
    throw error instanceof Infeasible ? error.toError(constraints) : error;
  }
  return made;
}

function travellersOf(
  graph: JourneyGraph,
  persona: string | undefined,
  impact: string | undefined,
): readonly Traveller[] {
  requireKnown(graph, 'persona', persona, graph.personas);
  requireKnown(graph, 'impact', impact, graph.impacts);
  return graph.travellers.filter(
    (one) => (persona === undefined || one.persona === persona) && (impact === undefined || one.impact === impact),
  );
}

function requireKnown(graph: JourneyGraph, name: string, given: string | undefined, known: readonly string[]): void {
  if (given === undefined || known.includes(given)) return;
  throw new CohortCheckError({
    code: 'bad-constraint',
    what: `journey(${graph.name}): ${name} is ${shown(given)}`,
    why: known.length === 0 ? `the graph has no ${name}s` : `the graph has ${known.join(', ')}`,
    try: known.length === 0 ? `leave ${name} out` : `${name}: '${known[0] ?? ''}'`,
  });
}
