import { isRecord, looseIsoToSecond } from '../arbitrary/index.js';
import type { SkeletonConstraints } from './JourneyConstraints.js';
import type { CompletionStatus } from './JourneyStep.js';
import { completionStatuses } from './JourneyStep.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import type { SituationTimes } from './JourneySituation.js';
import { isStatus } from './ReadJourney.js';
import type { ReadJourney } from './ReadJourney.js';
import { seated } from './seated.js';
import { shortestWay } from './shortestWay.js';
import { goesOn, isLegalSkeleton } from './Skeleton.js';
import { TimeWindows } from './TimeWindows.js';
import type { Visit } from './TimeWindows.js';

/** Foreign journeys are read up to this length. */
const MOST_READ = 64;

/** What can be read of a foreign step. */
interface GivenStep {
  readonly step: string;
  readonly status: CompletionStatus | undefined;
  readonly second: number | undefined;
  readonly emotion: string | undefined;
}

/**
 * The legal journey that keeps most of a foreign one: its known steps, joined by the shortest ways where they are no
 * neighbours, up to the last that can stand. Undefined where not even a first step can.
 */
export function mendedJourney(
  graph: JourneyGraph,
  traveller: Traveller,
  times: SituationTimes,
  constraints: SkeletonConstraints | undefined,
  value: unknown,
): ReadJourney | undefined {
  const given = givenSteps(graph, value);
  const mender = new Mender(graph, traveller, times, constraints);
  for (const [index, step] of given.entries()) mender.take(step, given.slice(index + 1));
  if (mender.visits.length === 0) mender.takeAnyStart();
  const { visits, seconds, emotions } = mender;
  if (visits.length === 0) return undefined;
  return seated(graph, traveller, times, { visits, times: seconds, emotions });
}

function givenSteps(graph: JourneyGraph, value: unknown): GivenStep[] {
  return (Array.isArray(value) ? value.slice(0, MOST_READ) : []).flatMap((one: unknown): GivenStep[] => {
    if (!isRecord(one) || typeof one['step'] !== 'string' || !graph.steps.has(one['step'])) return [];
    const { step, timestamp, emotional_state: emotion, completion_status: status } = one;
    const second = typeof timestamp === 'string' ? looseIsoToSecond(timestamp) : undefined;
    return [
      {
        step,
        status: isStatus(status) ? status : undefined,
        second: second === undefined ? undefined : Math.floor(second),
        emotion: typeof emotion === 'string' && graph.rank(emotion) >= 0 ? emotion : undefined,
      },
    ];
  });
}

class Mender {
  readonly visits: Visit[] = [];
  readonly seconds: (number | undefined)[] = [];
  readonly emotions: (string | undefined)[] = [];
  private readonly graph: JourneyGraph;
  private readonly traveller: Traveller;
  private readonly times: SituationTimes;
  private readonly constraints: SkeletonConstraints | undefined;

  constructor(
    graph: JourneyGraph,
    traveller: Traveller,
    times: SituationTimes,
    constraints: SkeletonConstraints | undefined,
  ) {
    this.graph = graph;
    this.traveller = traveller;
    this.times = times;
    this.constraints = constraints;
  }

  /** Adds a given step, and the way to it, as far as they can stand; `later` are the given ones after it. */
  take(given: GivenStep, later: readonly GivenStep[]): void {
    const last = this.visits.at(-1);
    if (last !== undefined && !goesOn(last.status)) return;
    const way = this.wayTo(given.step);
    if (way === undefined) return;
    for (const step of way) if (!this.add(step, [last?.status ?? 'completed'], undefined, undefined)) return;
    const wanted = given.status ?? 'completed';
    // What others follow has come to an end; what ends the journey stands at its end alone.
    const isPassed = later.some(({ status }) => status !== 'planned') || (later.length > 0 && !goesOn(wanted));
    this.add(
      given.step,
      isPassed && wanted !== 'skipped' ? ['completed', wanted] : [wanted],
      given.second,
      given.emotion,
    );
  }

  takeAnyStart(): void {
    for (const { step } of this.graph.starts)
      if (this.visits.length === 0) this.add(step, ['completed'], undefined, undefined);
  }

  private wayTo(step: string): readonly string[] | undefined {
    const last = this.visits.at(-1)?.step;
    const isNext = last === undefined ? this.graph.isStart(step) : this.graph.edge(last, step) !== undefined;
    return isNext ? [] : shortestWay(this.graph, last, step);
  }

  /** Adds a step with the first status that can stand, the wanted ones before all others. */
  private add(
    step: string,
    wanted: readonly CompletionStatus[],
    second: number | undefined,
    emotion: string | undefined,
  ): boolean {
    for (const status of new Set([...wanted, ...completionStatuses])) {
      const longer = [...this.visits, { step, status }];
      if (this.constraints?.canBecome(longer) === false) continue;
      if (!isLegalSkeleton(this.graph, this.traveller.persona, longer)) continue;
      if (TimeWindows.of(this.graph, longer, this.times) === undefined) continue;
      this.visits.push({ step, status });
      this.seconds.push(second);
      this.emotions.push(emotion);
      return true;
    }
    return false;
  }
}
