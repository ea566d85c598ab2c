import type { Journey, JourneyStep } from './JourneyStep.js';
import type { Gap, JourneyGraph, Traveller } from './JourneyGraph.js';
import type { JourneySituation } from './JourneySituation.js';
import { endOfDay, SECONDS_A_DAY, secondOf } from './time.js';
import { placeOfOrigin } from './TimeWindows.js';

/** A step that a gap counts from: its name, or `cause`, and its second. */
export interface Origin {
  readonly name: string;
  readonly second: number;
}

/**
 * A journey that is looked at in its situation: what rules on journeys read.
 *
 * It may come from anywhere: its steps, emotions and statuses may be unknown to the graph, its times unreadable. A time that
 * cannot be read is NaN, so that no comparison with it holds.
 */
export class JourneySubject {
  readonly graph: JourneyGraph;
  readonly journey: Journey;
  readonly situation: JourneySituation;
  /** The second of each step. */
  readonly seconds: readonly number[];
  /** The last second of the reference date. */
  readonly now: number;
  readonly cause: number | undefined;
  /** Who can be meant: everybody of the persona and the impact, where these are given and the graph knows them. */
  readonly travellers: readonly Traveller[];

  constructor(graph: JourneyGraph, journey: Journey, situation: JourneySituation) {
    this.graph = graph;
    this.journey = journey;
    this.situation = situation;
    this.seconds = journey.map(({ timestamp }) => secondOf(timestamp));
    this.now = endOfDay(situation.asOf);
    this.cause = situation.cause === undefined ? undefined : secondOf(situation.cause);
    const persona = known(graph.personas, situation.persona);
    const impact = known(graph.impacts, situation.impact);
    this.travellers = graph.travellers.filter(
      (one) => (persona === undefined || one.persona === persona) && (impact === undefined || one.impact === impact),
    );
  }

  /** The first and the last second at which the journey may begin, its cause left aside. */
  get startWindow(): { readonly low: number; readonly high: number } {
    const { graph, now, situation } = this;
    const { min, max } = graph.startDays;
    const since = situation.since === undefined ? -Infinity : secondOf(situation.since);
    return { low: Math.max(now + 1 - (max + 1) * SECONDS_A_DAY, since), high: now - min * SECONDS_A_DAY };
  }

  /** What a gap of a step counts from; undefined where the gap does not apply. */
  originOf(index: number, { from }: Gap): Origin | undefined {
    if (from === 'cause' && this.cause !== undefined) return { name: 'cause', second: this.cause };
    const place = placeOfOrigin(this.journey, index, from);
    return place === undefined
      ? undefined
      : { name: this.stepAt(place).step, second: this.seconds[place] ?? Number.NaN };
  }

  /** The gaps of a step that apply, each with what it counts from. */
  gapsAt(index: number): (readonly [Gap, Origin])[] {
    const gaps = this.graph.steps.get(this.stepAt(index).step)?.gaps ?? [];
    return gaps.flatMap((gap) => {
      const origin = this.originOf(index, gap);
      return origin === undefined ? [] : [[gap, origin] as const];
    });
  }

  /** The step of a place that the journey has. */
  stepAt(index: number): JourneyStep {
    return this.journey[index] as JourneyStep;
  }

  /** Who takes the journey, as far as it is known, in words. */
  get who(): string {
    const { graph, situation } = this;
    const persona = known(graph.personas, situation.persona);
    const impact = known(graph.impacts, situation.impact);
    return `${persona ?? 'anybody'}${impact === undefined ? '' : ` (impact ${impact})`}`;
  }

  /** Another journey in the same situation. */
  with(journey: Journey): JourneySubject {
    return new JourneySubject(this.graph, journey, this.situation);
  }
}

function known(names: readonly string[], given: string | undefined): string | undefined {
  return given !== undefined && names.includes(given) ? given : undefined;
}
