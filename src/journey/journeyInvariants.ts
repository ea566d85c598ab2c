import { invariant } from '../invariant/index.js';
import type { Invariant, Level } from '../invariant/index.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { JourneySituation } from './JourneySituation.js';
import type { Journey } from './JourneyStep.js';
import { JourneySubject } from './JourneySubject.js';
import { journeyRules, keeps } from './rules/index.js';
import type { JourneyRule, Knowledge } from './rules/index.js';

/** Where records of type `T` hold a journey, and what it hangs on. */
export interface JourneyPlace<T> {
  readonly journeyOf: (record: T) => Journey;
  /** A copy of the record with another journey, and with what else hangs on the journey kept in step. */
  readonly withJourney: (record: T, journey: Journey) => T;
  readonly situationOf: (record: T) => JourneySituation;
  /** JSON Pointer to the journey; default `/journey`. */
  readonly path?: string;
  /** Default `journey`. */
  readonly level?: Level;
  /** What the ids begin with; default `journey`. */
  readonly prefix?: string;
  /**
   * Whether `situationOf` always names the persona, and the impact where the graph has any; default false. The rule that
   * one and the same person can have the whole journey is left out then: it says nothing more.
   */
  readonly isTravellerGiven?: boolean;
}

/**
 * The rules that every journey of a graph keeps, each with a breaker: a journey that keeps them all is one that `journey`
 * could have drawn in the same situation, foreign ways of writing its times aside.
 *
 * Without a place, for bare journeys: of anybody, at the graph's reference date, without a cause. With one, for records that
 * hold a journey and know more about it. A rule that no journey of the graph could break without breaking another (a bound on
 * loops where there are none) is left out.
 *
 * @param place - where a record holds its journey, and who takes it when and why.
 * @example
 * const visit = defineJourney({
 *   name: 'visit', asOf: '2025-03-31', startDays: { min: 0, max: 9 }, personas: ['guest'], emotions: ['calm'],
 *   transitions: [{ table: { calm: { calm: 1 } } }], completion: { guest: { come: 0.9, stay: 0.5 } }, start: 'come',
 *   steps: {
 *     come: { actions: ['open'], emotions: [{ weights: { calm: 1 } }], next: 'stay' },
 *     stay: { actions: ['read'], emotions: [{ weights: { calm: 1 } }], ends: true },
 *   },
 * })
 * const early = [{
 *   step: 'come', timestamp: '2025-03-01T08:00:00Z', actions: ['open'], emotional_state: 'calm', completion_status: 'completed',
 * }]
 * violationsOf(early, journeyInvariants(visit)).map(({ rule, pointer }) => `${rule} ${pointer}`) // ['journey-start-window /0/timestamp']
 */
export function journeyInvariants(graph: JourneyGraph): Invariant<Journey>[];
export function journeyInvariants<T>(graph: JourneyGraph, place: JourneyPlace<T>): Invariant<T>[];
export function journeyInvariants<T>(
  graph: JourneyGraph,
  place?: JourneyPlace<T>,
): Invariant<T>[] | Invariant<Journey>[] {
  if (place !== undefined) {
    const traveller = place.isTravellerGiven === true ? 'always' : 'sometimes';
    return invariantsAt(graph, place, { cause: true, traveller });
  }
  return invariantsAt<Journey>(
    graph,
    {
      journeyOf: (journey) => journey,
      withJourney: (_, journey) => journey,
      situationOf: () => ({ asOf: graph.asOf }),
      path: '',
    },
    { cause: false, traveller: 'never' },
  );
}

function invariantsAt<T>(graph: JourneyGraph, place: JourneyPlace<T>, knowledge: Knowledge): Invariant<T>[] {
  const { path = '/journey', level = 'journey', prefix = 'journey' } = place;
  const subjectOf = (record: T): JourneySubject =>
    new JourneySubject(graph, place.journeyOf(record), place.situationOf(record));
  const rules = journeyRules.filter(({ appliesTo }) => appliesTo?.(graph, knowledge) !== false);
  const breaksAlone = (rule: JourneyRule, subject: JourneySubject): boolean =>
    !keeps(rule, subject) && rules.every((other) => other === rule || keeps(other, subject));
  return rules.map((rule) =>
    invariant<T>({
      id: `${prefix}-${rule.name}`,
      sentence: rule.sentence,
      level,
      check: (record, report) => {
        rule.check(subjectOf(record), (pointer, message, actual, expected) =>
          report(`${path}${pointer}`, message, actual, expected),
        );
      },
      breaker: (record, source) => {
        const subject = subjectOf(record);
        for (const journey of rule.broken(subject, source)) {
          if (!breaksAlone(rule, subject.with(journey))) continue;
          const copy = place.withJourney(record, journey);
          // What else hangs on the journey may be part of its situation.
          if (breaksAlone(rule, subjectOf(copy))) return copy;
        }
        return undefined;
      },
    }),
  );
}
