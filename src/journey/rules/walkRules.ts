import { shown } from '../../errors/index.js';
import type { Edge } from '../JourneyGraph.js';
import { boundedLoops, routeTo } from './boundedLoops.js';
import { appended, around, goingOnFrom, placesAround, replacedBy, seatedCopy, withStep } from './copies.js';
import type { JourneyRule } from './JourneyRule.js';

/** Rules on the way through the graph: where it begins, what follows what, how often, and what is done. */
export const walkRules: readonly JourneyRule[] = [
  {
    name: 'start',
    sentence: 'A journey has steps, and the first is one that journeys begin with.',
    check: ({ graph, journey }, report) => {
      const first = journey[0]?.step;
      const starts = graph.starts.map(({ step }) => step);
      if (first === undefined) {
        report('', 'the journey has no steps', journey, `a journey that begins with ${starts.join(' or ')}`);
      } else if (graph.steps.has(first) && !graph.isStart(first)) {
        report('/0/step', `no journey of ${graph.name} begins with ${first}`, first, starts);
      }
    },
    *broken(subject, source) {
      const { graph, journey } = subject;
      for (const place of placesAround(source, 1, journey.length)) {
        const rest = journey.slice(place);
        yield rest;
        const seated = seatedCopy(subject, rest);
        if (seated !== undefined) yield seated;
      }
      const others = around(source, [...graph.steps.keys()]).filter((step) => !graph.isStart(step));
      for (const whole of [journey, journey.slice(0, 1)])
        for (const step of others) yield* replacedBy(subject, whole, 0, step);
      yield [];
    },
  },
  {
    name: 'path',
    sentence: 'Each step is one of the graph, and one that may follow the step before.',
    check: ({ graph, journey }, report) => {
      for (const [index, { step }] of journey.entries()) {
        const before = journey[index - 1]?.step;
        if (!graph.steps.has(step)) {
          report(`/${index}/step`, `${shown(step)} is no step of ${graph.name}`, step, [...graph.steps.keys()]);
        } else if (before !== undefined && graph.steps.has(before) && graph.edge(before, step) === undefined) {
          const next = graph.steps.get(before)?.edges.map(({ to }) => to) ?? [];
          const expected = next.length === 0 ? `no step after ${before}` : next;
          report(`/${index}/step`, `${step} does not follow ${before}`, step, expected);
        }
      }
    },
    *broken(subject, source) {
      const { graph, journey } = subject;
      for (const place of placesAround(source, 1, journey.length - 1)) {
        const shorter = journey.toSpliced(place, 1);
        yield shorter;
        const seated = seatedCopy(subject, shorter);
        if (seated !== undefined) yield seated;
      }
      const steps = around(source, [...graph.steps.keys()]);
      for (const place of placesAround(source, 1, journey.length)) {
        for (const step of steps.filter((one) => graph.edge(subject.stepAt(place - 1).step, one) === undefined)) {
          yield* replacedBy(subject, journey, place, step);
          yield* replacedBy(subject, journey.slice(0, place + 1), place, step);
        }
      }
      const before = goingOnFrom(subject, journey.length - 1) ?? [];
      for (const step of steps) {
        const longer = appended(subject, before, [step]);
        if (longer !== undefined) yield longer;
      }
    },
  },
  {
    name: 'loop-bound',
    sentence: 'A way that may be gone a number of times is not gone more often.',
    appliesTo: (graph) => boundedLoops(graph).length > 0,
    check: ({ graph, journey }, report) => {
      const taken = new Map<Edge, number>();
      for (const [index, { step }] of journey.entries()) {
        const before = journey[index - 1]?.step;
        const edge = before === undefined ? undefined : graph.edge(before, step);
        if (before === undefined || edge === undefined) continue;
        const count = (taken.get(edge) ?? 0) + 1;
        taken.set(edge, count);
        if (count <= edge.max) continue;
        const most = `at most ${edge.max} from ${before} to ${step}`;
        report(`/${index}/step`, `${step} follows ${before} ${count} times, ${edge.max} are allowed`, step, most);
      }
    },
    *broken(subject, source) {
      const { graph, journey } = subject;
      for (const { from, edge } of around(source, boundedLoops(graph))) {
        for (let last = journey.length - 1; last >= 0; last--) {
          const before = goingOnFrom(subject, last);
          const there = routeTo(graph, subject.stepAt(last).step, from);
          const back = routeTo(graph, edge.to, from);
          if (before === undefined || there === undefined || back === undefined) continue;
          const added = [...there, edge.to];
          for (let time = 0; time < edge.max; time++) added.push(...back, edge.to);
          const copy = appended(subject, before, added);
          if (copy !== undefined) yield copy;
        }
      }
    },
  },
  {
    name: 'actions',
    sentence: 'The actions of each step are those of the graph, in its order.',
    check: ({ graph, journey }, report) => {
      for (const [index, { step, actions }] of journey.entries()) {
        const expected = graph.steps.get(step)?.actions;
        if (expected === undefined || isSame(actions, expected)) continue;
        report(`/${index}/actions`, `${step} has ${listed(actions)}, and not ${listed(expected)}`, actions, expected);
      }
    },
    *broken({ graph, journey }, source) {
      const others = [...new Set([...graph.steps.values()].flatMap(({ actions }) => actions))];
      for (const place of placesAround(source, 0, journey.length)) {
        const actions = journey[place]?.actions ?? [];
        const added =
          around(
            source,
            others.filter((action) => !actions.includes(action)),
          )[0] ?? 'nothing';
        const kinds = [actions.slice(0, -1), actions.toReversed(), [...actions, added], [...actions, ...actions]];
        for (const other of around(source, kinds)) yield withStep(journey, place, { actions: other });
      }
    },
  },
];

function isSame(actual: readonly string[], expected: readonly string[]): boolean {
  return actual.length === expected.length && actual.every((action, index) => action === expected[index]);
}

function listed(actions: readonly string[]): string {
  return actions.length === 0 ? 'no actions' : `the actions ${shown(actions, 200)}`;
}
