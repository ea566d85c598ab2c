import { secondToIso } from '../../arbitrary/index.js';
import { SECONDS_A_DAY } from '../time.js';
import { completionStatuses } from '../JourneyStep.js';
import type { JourneyGraph } from '../JourneyGraph.js';
import type { CompletionStatus } from '../JourneyStep.js';
import { appended, around, goingOnFrom, movedTo, placesAround, withStep, withStepOrCut } from './copies.js';
import type { JourneyRule } from './JourneyRule.js';
import { durationInWords, instantsInWords } from './words.js';

const done: readonly CompletionStatus[] = completionStatuses.filter((status) => status !== 'planned');

const inWords: Readonly<Record<string, string>> = { in_progress: 'in progress' } satisfies Partial<
  Record<CompletionStatus, string>
>;

/** Rules on the side of the reference date on which a step lies. */
export const dueRules: readonly JourneyRule[] = [
  {
    name: 'planned-in-future',
    sentence: 'Planned steps lie after the reference date.',
    check: ({ journey, seconds, situation, now }, report) => {
      for (const [index, { step, timestamp, completion_status: status }] of journey.entries()) {
        if (status !== 'planned' || !(seconds[index]! <= now)) continue;
        report(
          `/${index}/timestamp`,
          `${step} is planned for ${timestamp}, which does not lie after the reference date ${situation.asOf}`,
          timestamp,
          instantsInWords(now + 1, Infinity),
        );
      }
    },
    *broken({ journey, now, seconds }, source) {
      for (const place of placesAround(source, 0, journey.length))
        if (seconds[place]! <= now) yield* withStepOrCut(journey, place, { completion_status: 'planned' });
    },
  },
  {
    name: 'done-in-past',
    sentence: 'What is completed, skipped, in progress or abandoned does not lie after the reference date.',
    check: ({ journey, seconds, situation, now }, report) => {
      for (const [index, { step, timestamp, completion_status: status }] of journey.entries()) {
        if (!done.includes(status) || !(seconds[index]! > now)) continue;
        report(
          `/${index}/timestamp`,
          `${step} of ${timestamp} is ${inWords[status] ?? status}, but lies after the reference date ${situation.asOf}`,
          timestamp,
          `${secondToIso(now)} or earlier`,
        );
      }
    },
    *broken(subject, source) {
      const { graph, journey, now } = subject;
      for (const place of placesAround(source, 0, journey.length)) {
        if (subject.stepAt(place).completion_status === 'planned')
          for (const status of around(source, done))
            yield* withStepOrCut(journey, place, { completion_status: status });
        for (const by of [source.between(1, SECONDS_A_DAY), 1]) yield* movedTo(subject, place, now + by);
      }
      for (let place = journey.length - 1; place >= 0; place--) {
        const before = goingOnFrom(subject, place) ?? [];
        for (const { to } of around(source, graph.steps.get(subject.stepAt(place).step)?.edges ?? [])) {
          const longer = appended(subject, before, [to], ['planned']);
          if (longer === undefined) continue;
          for (const status of around(source, done))
            yield withStep(longer, longer.length - 1, { completion_status: status });
        }
      }
    },
  },
  {
    name: 'open-recently',
    sentence: 'A step in progress was begun at most as many days before the reference date as the graph says.',
    // Where every journey is that young, the rule says nothing.
    appliesTo: (graph) => graph.openSeconds < (graph.startDays.max + 1) * SECONDS_A_DAY - 1 && canBeOpen(graph),
    check: ({ graph, journey, seconds, situation, now }, report) => {
      for (const [index, { step, timestamp, completion_status: status }] of journey.entries()) {
        if (status !== 'in_progress' || !(now - seconds[index]! > graph.openSeconds)) continue;
        const most = durationInWords(graph.openSeconds);
        report(
          `/${index}/timestamp`,
          `${step} is in progress since ${timestamp}, more than ${most} before the end of ${situation.asOf}`,
          timestamp,
          instantsInWords(now - graph.openSeconds, now),
        );
      }
    },
    *broken(subject, source) {
      const { graph, journey, now } = subject;
      const open = { completion_status: 'in_progress' } as const;
      for (const place of placesAround(source, 0, journey.length)) {
        const stopped = withStep(journey.slice(0, place + 1), place, open);
        yield stopped;
        for (const by of [source.between(1, SECONDS_A_DAY), 1])
          yield* movedTo(subject.with(stopped), place, Math.ceil(now - graph.openSeconds) - by);
      }
    },
  },
];

function canBeOpen(graph: JourneyGraph): boolean {
  return [...graph.steps.keys()].some((step) =>
    graph.personas.some((persona) => graph.statusesOf(persona, step).has('in_progress')),
  );
}
