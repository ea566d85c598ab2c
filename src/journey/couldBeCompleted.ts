import type { JourneyGraph } from './JourneyGraph.js';
import { timesOfSituation } from './JourneySituation.js';
import type { JourneySituation } from './JourneySituation.js';
import type { Journey } from './JourneyStep.js';
import { TimeWindows } from './TimeWindows.js';

/**
 * Whether a step could have been completed by the reference date after the ones before it: whether it has fallen due, whatever
 * came of it. Shares of completion are shares of the steps that could.
 *
 * @param before - the steps before it, with their statuses; their times are not looked at.
 */
export function couldBeCompleted(
  graph: JourneyGraph,
  before: Journey,
  step: string,
  situation: JourneySituation,
): boolean {
  const visits = before.map((one) => ({ step: one.step, status: one.completion_status }));
  const times = timesOfSituation(graph, situation);
  return TimeWindows.of(graph, [...visits, { step, status: 'completed' }], times) !== undefined;
}
