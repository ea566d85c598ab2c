import type { CompletionStatus } from './JourneyStep.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';

/** What somebody does and feels at a step. */
interface HabitsAtStep {
  readonly statuses: readonly CompletionStatus[];
  /** Emotion at the step before (undefined at the first one) → those that may come, calmest first. */
  readonly emotions: ReadonlyMap<string | undefined, readonly string[]>;
}

/** All that tells one traveller from another. */
export interface Habits {
  /** Among the travellers that differ. */
  readonly place: number;
  readonly at: ReadonlyMap<string, HabitsAtStep>;
}

export function habitsOf(graph: JourneyGraph, traveller: Traveller): Habits['at'] {
  return new Map(
    [...graph.steps.keys()].map((step) => {
      const emotions = [undefined, ...graph.emotions].map((from) => {
        const possible = graph.emotionsAfter(traveller, from, step);
        return [from, possible.map(({ emotion }) => emotion)] as const;
      });
      return [step, { statuses: [...graph.statusesOf(traveller.persona, step)], emotions: new Map(emotions) }];
    }),
  );
}

/** The first traveller of each kind: two with the same habits take the same journeys. */
export function unlike(travellers: readonly (readonly [Traveller, Habits['at']])[]): Map<Traveller, Habits> {
  const kinds = new Set<string>();
  const kept = new Map<Traveller, Habits>();
  for (const [traveller, at] of travellers) {
    const kind = JSON.stringify([...at].map(([step, { statuses, emotions }]) => [step, statuses, [...emotions]]));
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    kept.set(traveller, { place: kept.size, at });
  }
  return kept;
}
