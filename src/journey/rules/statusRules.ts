import { shown } from '../../errors/index.js';
import { completionStatuses } from '../JourneyStep.js';
import type { CompletionStatus, Journey } from '../JourneyStep.js';
import type { Source } from '../../source/index.js';
import type { JourneyGraph } from '../JourneyGraph.js';
import type { JourneySubject } from '../JourneySubject.js';
import { appended, around, placesAround, withStep, withStepOrCut } from './copies.js';
import { canHaveStatus, factsOf, statusesFor } from './facts.js';
import type { JourneyRule } from './JourneyRule.js';

/** Rules on what became of the steps, their times left aside. */
export const statusRules: readonly JourneyRule[] = [
  {
    name: 'status',
    sentence: 'The status of each step is one that the step can have for the persona.',
    check: (subject, report) => {
      for (const { index, possibleFor } of factsOf(subject, 'status')) {
        if (possibleFor.length > 0) continue;
        const { step, completion_status: status } = subject.stepAt(index);
        const message = `${step} is never ${isKnown(status) ? status : shown(status)} for ${subject.who}`;
        report(`/${index}/completion_status`, message, status, statusesFor(subject, subject.travellers, index));
      }
    },
    *broken(subject, source) {
      for (const place of placesAround(source, 0, subject.journey.length)) {
        for (const status of around(source, completionStatuses)) {
          if (subject.travellers.some((traveller) => canHaveStatus(subject, traveller, place, status))) continue;
          yield* withStepOrCut(subject.journey, place, { completion_status: status });
        }
      }
    },
  },
  {
    name: 'ends-when-abandoned',
    sentence: 'No step comes after one that was abandoned.',
    appliesTo: (graph) => canStopBeforeOthers(graph, 'abandoned'),
    check: ({ journey }, report) => {
      const end = journey.findIndex(({ completion_status: status }) => status === 'abandoned');
      if (end < 0) return;
      for (let index = end + 1; index < journey.length; index++) {
        const step = journey[index]!.step;
        report(
          `/${index}/step`,
          `${step} comes after ${journey[end]!.step}, which was abandoned`,
          step,
          'no further step',
        );
      }
    },
    broken: (subject, source) => stoppedBeforeOthers(subject, source, 'abandoned'),
  },
  {
    name: 'in-progress-last',
    sentence: 'Only the last step can be in progress.',
    appliesTo: (graph) => canStopBeforeOthers(graph, 'in_progress'),
    check: ({ journey }, report) => {
      for (const [index, { step, completion_status: status }] of journey.entries()) {
        const next = journey[index + 1]?.step;
        if (status !== 'in_progress' || next === undefined) continue;
        const message = `${step} is in progress, but ${next} comes after it`;
        report(`/${index}/completion_status`, message, status, 'in_progress at the last step alone');
      }
    },
    broken: (subject, source) => stoppedBeforeOthers(subject, source, 'in_progress'),
  },
];

/** Whether there is a step that somebody can stop at in this way, and that others follow. */
function canStopBeforeOthers(graph: JourneyGraph, status: CompletionStatus): boolean {
  return [...graph.steps.values()].some(
    ({ name, edges }) =>
      edges.length > 0 && graph.personas.some((persona) => graph.statusesOf(persona, name).has(status)),
  );
}

/** Copies that go on after a step of this status: one in the middle, or one that others are added to. */
function* stoppedBeforeOthers(subject: JourneySubject, source: Source, status: CompletionStatus): Iterable<Journey> {
  const { graph, journey } = subject;
  for (const place of placesAround(source, 0, journey.length - 1))
    yield withStep(journey, place, { completion_status: status });
  for (let place = journey.length - 1; place >= 0; place--) {
    const before = withStep(journey.slice(0, place + 1), place, { completion_status: status });
    for (const { to } of around(source, graph.steps.get(subject.stepAt(place).step)?.edges ?? [])) {
      const longer = appended(subject, before, [to]);
      if (longer !== undefined) yield longer;
    }
  }
}

function isKnown(status: string): boolean {
  return (completionStatuses as readonly string[]).includes(status);
}
