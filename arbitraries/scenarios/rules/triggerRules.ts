import { dayToIso, isoToDay } from '../../../src/index.js';
import { eventKinds } from '../../life-events/index.js';
import type { Scenario, TriggerEvent } from '../../schema/index.js';
import { lifeEventSubtypes, lifeEventTypes } from '../../vocabulary.js';
import { isPlausibleAt, isRecent, TRIGGER_DAYS } from '../triggers.js';
import type { ScenarioRule } from './ScenarioRule.js';

/** What is true of the event that set a journey off; none for types that tell none. */
export function triggerRules(asOf: string): ScenarioRule[] {
  const today = isoToDay(asOf) ?? 0;
  return [
    {
      id: 'trigger-within-a-year',
      sentence: 'The event that set the journey off lies within the 365 days up to the reference date.',
      check: ({ trigger_event: event }, report) => {
        if (event === undefined || isRecent(event.date, asOf)) return;
        const first = dayToIso(today - TRIGGER_DAYS);
        report(
          '/trigger_event/date',
          `${event.subtype} on ${event.date} does not lie from ${first} to ${asOf}`,
          event.date,
          { min: first, max: asOf },
        );
      },
      *broken(scenario) {
        yield* withDate(scenario, today - TRIGGER_DAYS - 1);
        yield* withDate(scenario, today + 1);
      },
    },
    {
      id: 'trigger-impact-fits-subtype',
      sentence: 'The impact of the event is the one that its subtype has, high or moderate.',
      check: ({ trigger_event: event }, report) => {
        if (event === undefined) return;
        const { impact } = eventKinds[event.subtype];
        if (impact === 'low') {
          report(
            '/trigger_event/subtype',
            `${event.subtype} is of low impact: no journey begins with it`,
            event.subtype,
            lifeEventSubtypes.filter((subtype) => eventKinds[subtype].impact !== 'low'),
          );
        } else if (event.impact !== impact) {
          report(
            '/trigger_event/impact',
            `${event.subtype} has ${impact} impact, not ${event.impact}`,
            event.impact,
            impact,
          );
        }
      },
      *broken(scenario) {
        for (const impact of ['moderate', 'high'] as const) yield* withEvent(scenario, { impact });
      },
    },
    {
      id: 'trigger-type-fits-subtype',
      sentence: 'The type of the event is the area of life that its subtype belongs to.',
      check: ({ trigger_event: event }, report) => {
        if (event === undefined) return;
        const { type } = eventKinds[event.subtype];
        if (event.type !== type)
          report('/trigger_event/type', `${event.subtype} is of type ${type}, not ${event.type}`, event.type, type);
      },
      *broken(scenario, source) {
        const start = source.below(lifeEventTypes.length);
        for (let offset = 0; offset < lifeEventTypes.length; offset++) {
          yield* withEvent(scenario, { type: lifeEventTypes[(start + offset) % lifeEventTypes.length]! });
        }
      },
    },
    {
      id: 'trigger-plausible-at-age',
      sentence: 'The user was of an age for the event when it happened.',
      check: ({ user, trigger_event: event }, report) => {
        if (event === undefined || isPlausibleAt(user.age, event.subtype, event.date === asOf)) return;
        const { minAge, maxAge } = eventKinds[event.subtype];
        report(
          '/trigger_event/subtype',
          `${event.subtype} on ${event.date} in the life of somebody who is ${user.age}`,
          event.subtype,
          `an age from ${minAge}${maxAge === undefined ? '' : ` to ${maxAge}`}`,
        );
      },
      *broken(scenario) {
        for (const subtype of lifeEventSubtypes) {
          const { type, impact } = eventKinds[subtype];
          yield* withEvent(scenario, { type, subtype, impact });
        }
      },
    },
  ];
}

function* withEvent(scenario: Scenario, changes: Partial<TriggerEvent>): Iterable<Scenario> {
  const { trigger_event: event } = scenario;
  if (event !== undefined) yield { ...scenario, trigger_event: { ...event, ...changes } };
}

function* withDate(scenario: Scenario, day: number): Iterable<Scenario> {
  yield* withEvent(scenario, { date: dayToIso(day) });
}
