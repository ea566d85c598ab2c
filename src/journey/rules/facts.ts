import { completionStatuses } from '../JourneyStep.js';
import type { CompletionStatus } from '../JourneyStep.js';
import type { Traveller } from '../JourneyGraph.js';
import type { JourneySubject } from '../JourneySubject.js';

/** Something in a journey that hangs on who takes it. */
export interface TravellerFact {
  readonly kind: 'status' | 'emotion' | 'transition';
  readonly index: number;
  /** Those of the subject's travellers for whom it can be. */
  readonly possibleFor: readonly Traveller[];
}

/**
 * What hangs on the traveller, step by step.
 *
 * At a step that the graph does not have, any status and emotion that there is can be; an emotion that the graph does not
 * have can be nowhere, but may follow and be followed by any: one mistake is one fact.
 */
export function factsOf(subject: JourneySubject, kind?: TravellerFact['kind']): TravellerFact[] {
  const { journey } = subject;
  const facts: TravellerFact[] = [];
  const add = (one: TravellerFact['kind'], index: number, can: (traveller: Traveller) => boolean): void => {
    if (kind === undefined || kind === one)
      facts.push({ kind: one, index, possibleFor: subject.travellers.filter(can) });
  };
  for (const [index, { emotional_state: emotion, completion_status: status }] of journey.entries()) {
    const before = journey[index - 1]?.emotional_state;
    add('status', index, (traveller) => canHaveStatus(subject, traveller, index, status));
    add('emotion', index, (traveller) => canHaveEmotion(subject, traveller, index, emotion));
    if (before !== undefined) add('transition', index, (traveller) => canFollow(subject, traveller, before, emotion));
  }
  return facts;
}

export function canHaveStatus(
  { graph, journey }: JourneySubject,
  { persona }: Traveller,
  index: number,
  status: string,
): boolean {
  const step = journey[index]?.step ?? '';
  const possible: Iterable<string> = graph.steps.has(step) ? graph.statusesOf(persona, step) : completionStatuses;
  return [...possible].includes(status);
}

export function canHaveEmotion(
  { graph, journey }: JourneySubject,
  traveller: Traveller,
  index: number,
  emotion: string,
): boolean {
  const step = journey[index]?.step ?? '';
  if (!graph.steps.has(step)) return graph.rank(emotion) >= 0;
  return graph.emotionsOf(traveller, step).some((one) => one.emotion === emotion);
}

export function canFollow({ graph }: JourneySubject, { persona }: Traveller, from: string, to: string): boolean {
  return graph.rank(from) < 0 || graph.rank(to) < 0 || graph.transition(persona, from, to) > 0;
}

/** The emotions that a step can have for some of the travellers, calmest first; `before` limits them to what may follow. */
export function emotionsFor(
  subject: JourneySubject,
  travellers: readonly Traveller[],
  index: number,
  before?: string,
): readonly string[] {
  return subject.graph.emotions.filter((emotion) =>
    travellers.some(
      (one) =>
        canHaveEmotion(subject, one, index, emotion) &&
        (before === undefined || canFollow(subject, one, before, emotion)),
    ),
  );
}

/** The statuses that a step can have for some of the travellers. */
export function statusesFor(
  subject: JourneySubject,
  travellers: readonly Traveller[],
  index: number,
): readonly CompletionStatus[] {
  return completionStatuses.filter((status) => travellers.some((one) => canHaveStatus(subject, one, index, status)));
}
