/* What breakers share: copies of a journey in which one thing is changed and what hangs on it is kept in step. */
import { secondToIso } from '../../arbitrary/index.js';
import type { Source } from '../../source/index.js';
import type { Traveller } from '../JourneyGraph.js';
import { timesOfSituation } from '../JourneySituation.js';
import { completionStatuses } from '../JourneyStep.js';
import type { CompletionStatus, Journey, JourneyStep } from '../JourneyStep.js';
import type { JourneySubject } from '../JourneySubject.js';
import { secondOf } from '../time.js';
import { TimeWindows } from '../TimeWindows.js';

/** A step that a copy shall have; what is left out is chosen to fit. */
export type Wanted = Pick<JourneyStep, 'step' | 'completion_status'> & Partial<JourneyStep>;

/** A copy with one step changed. */
export function withStep(journey: Journey, index: number, change: Partial<JourneyStep>): Journey {
  return journey.map((step, place) => (place === index ? { ...step, ...change } : step));
}

/** `withStep`, and the same without what comes after it. */
export function* withStepOrCut(journey: Journey, index: number, change: Partial<JourneyStep>): Iterable<Journey> {
  yield withStep(journey, index, change);
  if (index < journey.length - 1) yield withStep(journey.slice(0, index + 1), index, change);
}

/** A copy in which the steps from `index` on come earlier or later. */
export function shiftedFrom({ journey, seconds }: JourneySubject, index: number, by: number): Journey {
  return journey.map((step, place) =>
    place < index ? step : { ...step, timestamp: secondToIso(seconds[place]! + by) },
  );
}

/** Copies in which one step comes at another second: alone, with those after it moved along, or as the last one. */
export function* movedTo(subject: JourneySubject, index: number, second: number): Iterable<Journey> {
  yield* withStepOrCut(subject.journey, index, { timestamp: secondToIso(second) });
  if (index === subject.journey.length - 1) return;
  const shifted = shiftedFrom(subject, index, second - subject.seconds[index]!);
  for (let length = shifted.length; length > index + 1; length--) yield shifted.slice(0, length);
}

/** The items in an order that goes round from a random one. */
export function around<T>(source: Source, items: readonly T[]): T[] {
  if (items.length === 0) return [];
  const first = source.below(items.length);
  return [...items.slice(first), ...items.slice(0, first)];
}

/** Places from `first` to the last before `end`, beginning anywhere. */
export function placesAround(source: Source, first: number, end: number): number[] {
  return around(
    source,
    Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset),
  );
}

/**
 * A journey of these steps, whether or not they may follow each other: with times, emotions and actions that are legal for
 * somebody, as near as can be to those that are wanted. Undefined where there are none.
 */
export function seatedCopy(subject: JourneySubject, wanted: readonly Wanted[]): Journey | undefined {
  const { graph } = subject;
  const visits = wanted.map(({ step, completion_status: status }) => ({ step, status }));
  const windows = TimeWindows.of(graph, visits, timesOfSituation(graph, subject.situation));
  if (windows === undefined) return undefined;
  const seconds = wanted.map(({ timestamp }, index) => {
    const asked = timestamp === undefined ? -Infinity : secondOf(timestamp);
    const second = Math.min(windows.high[index]!, Math.max(windows.low[index]!, asked));
    windows.fix(index, second);
    return second;
  });
  for (const traveller of subject.travellers) {
    const emotions = seatedEmotions(subject, traveller, wanted);
    if (emotions === undefined) continue;
    return wanted.map(({ step, completion_status }, index) => ({
      step,
      timestamp: secondToIso(seconds[index]!),
      actions: [...(graph.steps.get(step)?.actions ?? [])],
      emotional_state: emotions[index]!,
      completion_status,
    }));
  }
  return undefined;
}

/** Legal emotions for these steps, those that are wanted where they may be kept; undefined where there are none. */
function seatedEmotions(
  { graph }: JourneySubject,
  traveller: Traveller,
  wanted: readonly Wanted[],
): readonly string[] | undefined {
  const emotions: string[] = [];
  for (const { step, completion_status: status, emotional_state: asked } of wanted) {
    if (!graph.statusesOf(traveller.persona, step).has(status)) return undefined;
    const possible = graph.emotionsAfter(traveller, emotions.at(-1), step).map(({ emotion }) => emotion);
    const emotion = asked !== undefined && possible.includes(asked) ? asked : possible[0];
    if (emotion === undefined) return undefined;
    emotions.push(emotion);
  }
  return emotions;
}

/** Copies in which another step stands in one place, with any status that it can have, best the one before. */
export function* replacedBy(subject: JourneySubject, journey: Journey, index: number, step: string): Iterable<Journey> {
  const old = journey[index];
  if (old === undefined) return;
  const statuses = [old.completion_status, ...completionStatuses.filter((status) => status !== old.completion_status)];
  for (const status of statuses) {
    const copy = seatedCopy(subject, journey.with(index, { ...old, step, completion_status: status }));
    if (copy !== undefined) yield copy;
  }
}

/**
 * The copy in which steps are added to what stands before, completed or skipped as far as they can lie in the past, and
 * planned from there on; undefined where they fit nowhere.
 */
export function appended(
  subject: JourneySubject,
  before: readonly Wanted[],
  steps: readonly string[],
  statuses: readonly CompletionStatus[] = ['completed', 'skipped'],
): Journey | undefined {
  for (let past = steps.length; past >= 0; past--) {
    for (const status of statuses) {
      const added = steps.map((step, index): Wanted => ({
        step,
        completion_status: index < past ? status : 'planned',
      }));
      const copy = seatedCopy(subject, [...before, ...added]);
      if (copy !== undefined) return copy;
    }
  }
  return undefined;
}

/** The journey up to a step, which is made one that others can follow. */
export function goingOnFrom({ graph, travellers, journey }: JourneySubject, index: number): Journey | undefined {
  const cut = journey.slice(0, index + 1);
  const last = cut.at(-1);
  if (last === undefined) return undefined;
  const goOn: readonly CompletionStatus[] = ['completed', 'skipped', 'planned'];
  const status = [last.completion_status, ...goOn].find(
    (one) => goOn.includes(one) && travellers.some(({ persona }) => graph.statusesOf(persona, last.step).has(one)),
  );
  return status === undefined ? undefined : withStep(cut, index, { completion_status: status });
}
