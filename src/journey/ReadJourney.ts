import { isoToSecond, isRecord, sameJson, secondToIso } from '../arbitrary/index.js';
import { completionStatuses } from './JourneyStep.js';
import type { CompletionStatus, Journey, JourneyStep } from './JourneyStep.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import type { SituationTimes } from './JourneySituation.js';
import { isLegalSkeleton } from './Skeleton.js';
import { TimeWindows } from './TimeWindows.js';
import type { Visit } from './TimeWindows.js';

/** A journey taken apart: the same places in each list belong to one step. */
export interface ReadJourney {
  readonly visits: readonly Visit[];
  /** Seconds from 1970-01-01T00:00:00Z. */
  readonly times: readonly number[];
  readonly emotions: readonly string[];
}

/** Steps, with the times and emotions that they would have if those can stand. */
export interface Wish {
  readonly visits: readonly Visit[];
  readonly times: readonly (number | undefined)[];
  readonly emotions: readonly (string | undefined)[];
}

const KEYS: readonly (keyof JourneyStep)[] = ['step', 'timestamp', 'actions', 'emotional_state', 'completion_status'];

/** A journey of the right shape, taken apart; undefined for anything else, and where actions are not those of the step. */
export function readJourney(graph: JourneyGraph, value: unknown): ReadJourney | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const visits: Visit[] = [];
  const times: number[] = [];
  const emotions: string[] = [];
  for (const one of value as readonly unknown[]) {
    if (!isRecord(one)) return undefined;
    for (const key of Object.keys(one)) if (!KEYS.includes(key as keyof JourneyStep)) return undefined;
    const { step, timestamp, actions, emotional_state: emotion, completion_status: status } = one;
    const second = typeof timestamp === 'string' ? isoToSecond(timestamp) : undefined;
    const node = typeof step === 'string' ? graph.steps.get(step) : undefined;
    if (node === undefined || second === undefined || typeof emotion !== 'string') return undefined;
    if (!isStatus(status) || !sameJson(actions, node.actions)) return undefined;
    visits.push({ step: node.name, status });
    times.push(second);
    emotions.push(emotion);
  }
  return { visits, times, emotions };
}

/** The inverse of `readJourney`. */
export function writeJourney(graph: JourneyGraph, { visits, times, emotions }: ReadJourney): Journey {
  const journey: Journey = [];
  for (let index = 0; index < visits.length; index++) {
    const { step, status } = visits[index]!;
    journey.push({
      step,
      timestamp: secondToIso(times[index]!),
      actions: [...(graph.steps.get(step)?.actions ?? [])],
      emotional_state: emotions[index]!,
      completion_status: status,
    });
  }
  return journey;
}

/** Whether somebody can take this journey in a situation of these times. */
export function isLegal(
  graph: JourneyGraph,
  traveller: Traveller,
  times: SituationTimes,
  { visits, times: seconds, emotions }: ReadJourney,
): boolean {
  if (!isLegalSkeleton(graph, traveller.persona, visits)) return false;
  for (const [index, emotion] of emotions.entries()) {
    const possible = graph.emotionsAfter(traveller, index === 0 ? undefined : emotions[index - 1], visits[index]!.step);
    if (!possible.some((one) => one.emotion === emotion)) return false;
  }
  const windows = TimeWindows.of(graph, visits, times);
  if (windows === undefined) return false;
  for (const [index, second] of seconds.entries()) {
    if (!windows.allows(index, second)) return false;
    windows.fix(index, second);
  }
  return true;
}

export function isStatus(value: unknown): value is CompletionStatus {
  return (completionStatuses as readonly unknown[]).includes(value);
}
