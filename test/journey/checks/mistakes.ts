/* A table of mistakes and what is said of each; it is looked up by title, and nothing else stands here. */
import { visitDescription } from './visitDescription.js';

/** A description with a mistake, and what is said of it. */
export interface MistakeCase {
  readonly title: string;
  /** Makes the mistake in a copy of a description that passes. */
  readonly change: (visit: Loose) => unknown;
  readonly code: string;
  /** How the error begins after the name of the graph: the path, and what is wrong there. */
  readonly what: string;
  /** What the error proposes. */
  readonly next: string;
  /** Whether other mistakes are left once that is done. */
  readonly isOneOfMany?: true;
}

/** Descriptions as they come from files. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

export const mistakes: readonly MistakeCase[] = [
  {
    title: 'a name that is none',
    change: (v) => (v.name = ''),
    code: 'journey-shape',
    what: "defineJourney(…): name: '' is no name",
    next: "name: 'journey'",
  },
  {
    title: 'a part that is missing',
    change: (v) => delete v.steps,
    code: 'journey-shape',
    what: 'steps: missing',
    next: "steps: { invite: { actions: ['invite'], emotions: [{ weights: { calm: 1 } }], next: 'call' }, call: { actions: ['call'], emotions: [{ weights: { calm: 1 } }], next: 'book' }, book: { actions: ['book'], emotions: [{ weights: { calm: 1 } }], next: 'remind' }, remind: { actions: ['remind'], emotions: [{ weights: { calm: 1 } }], next: 'exam' }, exam: { actions: ['exam'], emotions: [{ weights: { calm: 1 } }], ends: true } }",
  },
  {
    title: 'an optional part that is null',
    change: (v) => (v.stopping = null),
    code: 'journey-shape',
    what: 'stopping: null is not a list',
    next: 'leave out stopping',
  },
  {
    title: 'a part that no description has',
    change: (v) => (v.steps.exam.optinal = 0.5),
    code: 'journey-shape',
    what: 'steps.exam.optinal: no such part as "optinal"',
    next: "rename steps.exam.optinal to 'optional'",
  },
  {
    title: 'a step without actions',
    change: (v) => delete v.steps.call.actions,
    code: 'journey-shape',
    what: 'steps.call.actions: missing',
    next: "steps.call.actions: ['call']",
  },
  {
    title: 'a step that is a list',
    change: (v) => (v.steps.call = []),
    code: 'journey-shape',
    what: 'steps.call: [] is not an object',
    next: "steps.call: { actions: ['call'], emotions: [{ weights: { calm: 1 } }], ends: true }",
  },
  {
    title: 'actions that are no list',
    change: (v) => (v.steps.call.actions = 'talk'),
    code: 'journey-shape',
    what: 'steps.call.actions: "talk" is not a list',
    next: "steps.call.actions: ['call']",
  },
  {
    title: 'an action that is no text',
    change: (v) => (v.steps.call.actions[0] = 7),
    code: 'journey-shape',
    what: 'steps.call.actions[0]: 7 is not a text',
    next: 'leave out steps.call.actions[0]',
  },
  {
    title: 'an edge that is a bare name',
    change: (v) => (v.steps.book.next[1] = 'exam'),
    code: 'journey-shape',
    what: 'steps.book.next[1]: "exam" is not an object',
    next: "steps.book.next[1]: { to: 'exam', weight: 0.5 }",
  },
  {
    title: 'an edge without a weight',
    change: (v) => delete v.steps.book.next[1].weight,
    code: 'journey-shape',
    what: 'steps.book.next[1].weight: missing',
    next: 'steps.book.next[1].weight: 0.5',
  },
  {
    title: 'an emotion row that is a table',
    change: (v) => (v.steps.call.emotions = { calm: 1 }),
    code: 'journey-shape',
    what: 'steps.call.emotions: {"calm":1} is not a list',
    next: 'steps.call.emotions: [{ weights: { calm: 1 } }]',
  },
  {
    title: 'a list with a hole',
    change: (v) => delete v.personas[1],
    code: 'journey-shape',
    what: 'personas[1]: undefined is not a text',
    next: "personas[1]: 'doubter'",
  },
  {
    title: 'a date that no calendar has',
    change: (v) => (v.asOf = '2025-02-30'),
    code: 'journey-date',
    what: 'asOf: "2025-02-30" is no calendar date',
    next: "asOf: '2025-03-10'",
  },
  {
    title: 'days that are not whole',
    change: (v) => (v.startDays.min = 0.5),
    code: 'journey-date',
    what: 'startDays.min: 0.5 does not fit',
    next: 'startDays.min: 1',
  },
  {
    title: 'days below 0',
    change: (v) => (v.startDays.min = -1),
    code: 'journey-date',
    what: 'startDays.min: -1 does not fit',
    next: 'startDays.min: 0',
  },
  {
    title: 'days that are a text',
    change: (v) => (v.startDays.max = '120'),
    code: 'journey-date',
    what: 'startDays.max: "120" does not fit',
    next: 'startDays.max: 120',
  },
  {
    title: 'days out of order',
    change: (v) => (v.startDays = { min: 120, max: 1 }),
    code: 'journey-date',
    what: 'startDays: min 120 is above max 1',
    next: 'startDays: { min: 1, max: 120 }',
  },
  {
    title: 'days before the first year',
    change: (v) => (v.startDays.max = 800_000),
    code: 'journey-date',
    what: 'startDays.max: 800000 is too far back',
    next: 'startDays.max: 365',
  },
  {
    title: 'open days below 0',
    change: (v) => (v.openDays = -3),
    code: 'journey-date',
    what: 'openDays: -3 does not fit',
    next: 'openDays: 0',
  },
  {
    title: 'no persona',
    change: (v) => (v.personas = []),
    code: 'journey-persona',
    what: 'personas: there are none',
    next: "personas: ['planner', 'doubter']",
  },
  {
    title: 'a persona twice',
    change: (v) => v.personas.push('planner'),
    code: 'journey-persona',
    what: 'personas[2]: "planner" stands here a second time',
    next: 'leave out personas[2]',
  },
  {
    title: 'an impact twice',
    change: (v) => v.impacts.push('low'),
    code: 'journey-persona',
    what: 'impacts[2]: "low" stands here a second time',
    next: 'leave out impacts[2]',
  },
  {
    title: 'an unknown persona in a transition row',
    change: (v) => (v.transitions[0].persona = ['plannr']),
    code: 'journey-persona',
    what: 'transitions[0].persona[0]: "plannr" is no persona of the graph',
    next: "transitions[0].persona[0]: 'planner'",
  },
  {
    title: 'an unknown persona in a stopping row',
    change: (v) => (v.stopping[0].persona = 'dobter'),
    code: 'journey-persona',
    what: 'stopping[0].persona: "dobter" is no persona of the graph',
    next: "stopping[0].persona: 'doubter'",
  },
  {
    title: 'an unknown impact',
    change: (v) => (v.steps.invite.emotions[1].impact = 'hihg'),
    code: 'journey-persona',
    what: 'steps.invite.emotions[1].impact: "hihg" is no impact of the graph',
    next: "steps.invite.emotions[1].impact: 'high'",
  },
  {
    title: 'an impact in a graph without',
    change: (v) => delete v.impacts,
    code: 'journey-persona',
    what: 'steps.invite.emotions[0].impact[0]: "high" is no impact of the graph',
    next: "impacts: ['high', 'low']",
  },
  {
    title: 'a row for nobody',
    change: (v) => (v.stopping[0].persona = []),
    code: 'journey-persona',
    what: 'stopping[0].persona: an empty list',
    next: 'leave out stopping[0].persona',
  },
  {
    title: 'a persona without completion',
    change: (v) => delete v.completion.doubter,
    code: 'journey-persona',
    what: 'completion.doubter: missing',
    next: 'completion.doubter: { invite: 1, call: 0.9, book: 0.9, remind: 0.95, exam: 0.9 }',
  },
  {
    title: 'completion of an unknown persona',
    change: (v) => (v.completion.dreamer = v.completion.planner),
    code: 'journey-persona',
    what: 'completion.dreamer: "dreamer" is no persona of the graph',
    next: "personas[2]: 'dreamer'",
  },
  {
    title: 'a step without completion',
    change: (v) => delete v.completion.doubter.exam,
    code: 'journey-persona',
    what: 'completion.doubter.exam: missing',
    next: 'completion.doubter.exam: 0.9',
  },
  {
    title: 'no steps',
    change: (v) => (v.steps = {}),
    code: 'journey-step',
    what: 'steps: there are none',
    next: "steps: { invite: { actions: ['invite'], emotions: [{ weights: { calm: 1 } }], next: 'call' }, call: { actions: ['call'], emotions: [{ weights: { calm: 1 } }], next: 'book' }, book: { actions: ['book'], emotions: [{ weights: { calm: 1 } }], next: 'remind' }, remind: { actions: ['remind'], emotions: [{ weights: { calm: 1 } }], next: 'exam' }, exam: { actions: ['exam'], emotions: [{ weights: { calm: 1 } }], ends: true } }",
  },
  {
    title: 'an unknown first step',
    change: (v) => (v.start = 'invit'),
    code: 'journey-step',
    what: 'start: "invit" is no step of the graph',
    next: "start: 'invite'",
    isOneOfMany: true,
  },
  {
    title: 'an unknown first step of several',
    change: (v) => (v.start = { invit: 0.75, call: 0.25 }),
    code: 'journey-step',
    what: 'start.invit: "invit" is no step of the graph',
    next: "rename start.invit to 'invite'",
  },
  {
    title: 'an unknown next step',
    change: (v) => (v.steps.invite.next = 'boko'),
    code: 'journey-step',
    what: 'steps.invite.next: "boko" is no step of the graph',
    next: "steps.invite.next: 'book'",
  },
  {
    title: 'an unknown next step of several',
    change: (v) => (v.steps.call.next = { boko: 0.6, remind: 0.3 }),
    code: 'journey-step',
    what: 'steps.call.next.boko: "boko" is no step of the graph',
    next: "rename steps.call.next.boko to 'book'",
  },
  {
    title: 'an unknown next step in a list',
    change: (v) => (v.steps.book.next[1].to = 'exma'),
    code: 'journey-step',
    what: 'steps.book.next[1].to: "exma" is no step of the graph',
    next: "steps.book.next[1].to: 'exam'",
  },
  {
    title: 'a gap from an unknown step',
    change: (v) => (v.steps.exam.gap.from = 'bok'),
    code: 'journey-step',
    what: 'steps.exam.gap.from: "bok" is no step of the graph',
    next: "steps.exam.gap.from: 'book'",
  },
  {
    title: 'completion of an unknown step',
    change: (v) => (v.completion.planner.exma = 0.5),
    code: 'journey-step',
    what: 'completion.planner.exma: "exma" is no step of the graph',
    next: 'leave out completion.planner.exma',
  },
  {
    title: 'two edges to one step',
    change: (v) => {
      v.steps.book.next[1].weight = 0.25;
      v.steps.book.next.push({ to: 'exam', weight: 0.25 });
    },
    code: 'journey-step',
    what: 'steps.book.next[2]: a second edge to "exam"',
    next: "steps.book.next: [{ to: 'remind', weight: 0.5, max: 2 }, { to: 'exam', weight: 0.5 }]",
  },
  {
    title: 'a step with a reserved name',
    change: (v) => rename(v, 'remind', 'previous'),
    code: 'journey-step',
    what: 'steps.previous: "previous" cannot name a step',
    next: "rename steps.previous to 'previous_step', wherever the step is named",
  },
  {
    title: 'another step with a reserved name',
    change: (v) => rename(v, 'remind', 'cause'),
    code: 'journey-step',
    what: 'steps.cause: "cause" cannot name a step',
    next: "rename steps.cause to 'cause_step', wherever the step is named",
  },
  {
    title: 'a step without a name',
    change: (v) => rename(v, 'remind', ''),
    code: 'journey-step',
    what: `steps['']: "" cannot name a step`,
    next: "rename steps[''] to 'step', wherever the step is named",
  },
  {
    title: 'a step whose name is a number',
    change: (v) => rename(v, 'remind', '7'),
    code: 'journey-step',
    what: `steps['7']: "7" cannot name a step`,
    next: "rename steps['7'] to 'step_7', wherever the step is named",
  },
  {
    title: 'first shares that add up to less',
    change: (v) => (v.start.call = 0.1),
    code: 'journey-weights',
    what: 'start: the shares add up to 0.85, not 1',
    next: 'start: { invite: 0.882353, call: 0.117647 }',
  },
  {
    title: 'first shares in per cent',
    change: (v) => (v.start = { invite: 75, call: 25 }),
    code: 'journey-weights',
    what: 'start: the shares add up to 100, not 1',
    next: 'start: { invite: 0.75, call: 0.25 }',
  },
  {
    title: 'no first shares',
    change: (v) => (v.start = {}),
    code: 'journey-weights',
    what: 'start: the shares add up to 0, not 1',
    next: "start: 'invite'",
    isOneOfMany: true,
  },
  {
    title: 'a share below 0',
    change: (v) => (v.start = { invite: 1.25, call: -0.25 }),
    code: 'journey-weights',
    what: 'start.call: -0.25 does not fit',
    next: 'start.call: 0',
    isOneOfMany: true,
  },
  {
    title: 'a share that is no number',
    change: (v) => (v.start.call = '0.25'),
    code: 'journey-weights',
    what: 'start.call: "0.25" does not fit',
    next: 'start.call: 0.25',
  },
  {
    title: 'a share that is not finite',
    change: (v) => (v.steps.call.next.book = Infinity),
    code: 'journey-weights',
    what: 'steps.call.next.book: Infinity does not fit',
    next: 'steps.call.next.book: 0.6',
  },
  {
    title: 'next shares that add up to less',
    change: (v) => (v.steps.call.next.book = 0.5),
    code: 'journey-weights',
    what: 'steps.call.next: the shares add up to 0.9, not 1',
    next: 'steps.call.next: { book: 0.5625, remind: 0.3375 }',
  },
  {
    title: 'next shares that leave nothing for the end',
    change: (v) => (v.steps.call.next = { book: 0.7, remind: 0.3 }),
    code: 'journey-weights',
    what: 'steps.call.next: the shares add up to 1.1, not 1',
    next: 'steps.call.next: { book: 0.63, remind: 0.27 }',
  },
  {
    title: 'a next step beside an end',
    change: (v) => (v.steps.invite.ends = true),
    code: 'journey-weights',
    what: 'steps.invite.next: the shares add up to 2, not 1',
    next: 'leave out steps.invite.ends',
  },
  {
    title: 'an edge that nobody takes',
    change: (v) => (v.steps.book.next = [...v.steps.book.next, { to: 'invite', weight: 0, max: 1 }]),
    code: 'journey-weights',
    what: 'steps.book.next[2].weight: 0 is not above 0',
    next: 'leave out steps.book.next[2]',
  },
  {
    title: 'an end for some, and nothing for the others',
    change: (v) => (v.steps.exam.ends = 0.8),
    code: 'journey-weights',
    what: 'steps.exam.ends: the shares add up to 0.8, not 1',
    next: 'steps.exam.ends: true',
  },
  {
    title: 'a skip share of 1',
    change: (v) => (v.steps.call.optional = 1),
    code: 'journey-weights',
    what: 'steps.call.optional: 1 does not fit',
    next: 'steps.call.optional: 0.5',
  },
  {
    title: 'a skip share above 1',
    change: (v) => (v.steps.call.optional = 20),
    code: 'journey-weights',
    what: 'steps.call.optional: 20 does not fit',
    next: 'steps.call.optional: 0.2',
  },
  {
    title: 'completion above 1',
    change: (v) => (v.completion.planner.exam = 90),
    code: 'journey-weights',
    what: 'completion.planner.exam: 90 does not fit',
    next: 'completion.planner.exam: 0.9',
  },
  {
    title: 'completion below 0',
    change: (v) => (v.completion.planner.exam = -0.1),
    code: 'journey-weights',
    what: 'completion.planner.exam: -0.1 does not fit',
    next: 'completion.planner.exam: 0',
  },
  {
    title: 'emotions that are all 0',
    change: (v) => (v.steps.call.emotions[0].weights = { calm: 0, curious: 0 }),
    code: 'journey-weights',
    what: 'steps.call.emotions[0].weights: no weight above 0 in {"calm":0,"curious":0}',
    next: 'steps.call.emotions[0].weights: { calm: 1 }',
  },
  {
    title: 'no emotions in a row',
    change: (v) => (v.steps.call.emotions[0].weights = {}),
    code: 'journey-weights',
    what: 'steps.call.emotions[0].weights: no weight above 0 in {}',
    next: 'steps.call.emotions[0].weights: { calm: 1 }',
  },
  {
    title: 'an emotion below 0',
    change: (v) => (v.steps.call.emotions[0].weights.calm = -1),
    code: 'journey-weights',
    what: 'steps.call.emotions[0].weights.calm: -1 does not fit',
    next: 'steps.call.emotions[0].weights.calm: 1',
  },
  {
    title: 'a transition below 0',
    change: (v) => (v.transitions[1].table.calm.anxious = -2),
    code: 'journey-weights',
    what: 'transitions[1].table.calm.anxious: -2 does not fit',
    next: 'transitions[1].table.calm.anxious: 1',
  },
  {
    title: 'a stopping row of zeros',
    change: (v) => (v.stopping[1] = { in_progress: 0 }),
    code: 'journey-weights',
    what: 'stopping[1]: no way above 0 in {"in_progress":0}',
    next: 'stopping[1].abandoned: 1',
  },
  {
    title: 'a stopping ratio below 0',
    change: (v) => (v.stopping[1].none = -1),
    code: 'journey-weights',
    what: 'stopping[1].none: -1 does not fit',
    next: 'stopping[1].none: 0',
  },
  {
    title: 'a first step that nobody can begin',
    change: (v) => {
      v.completion.doubter.invite = 0;
      v.stopping[0] = { persona: 'doubter', planned: 1, none: 1 };
    },
    code: 'journey-weights',
    what: 'completion.doubter.invite: 0 leaves no way to begin',
    next: 'completion.doubter.invite: 0.5',
  },
  {
    title: 'a step that nothing leads to',
    change: (v) => (v.start = 'invite'),
    code: 'journey-unreachable',
    what: 'steps.call: no journey comes here',
    next: 'start: { invite: 0.9, call: 0.1 }',
  },
  {
    title: 'a step that has a share of 0',
    change: (v) => (v.start = { invite: 1, call: 0 }),
    code: 'journey-unreachable',
    what: 'steps.call: no journey comes here',
    next: 'start: { invite: 0.9, call: 0.1 }',
  },
  {
    title: 'a loop that nothing leads to',
    change: (v) => {
      for (const name of ['walk', 'rest'])
        v.steps[name] = { ...v.steps.remind, next: [{ to: name === 'walk' ? 'rest' : 'walk', weight: 1, max: 1 }] };
      for (const row of Object.values<Loose>(v.completion)) Object.assign(row, { walk: 1, rest: 1 });
    },
    code: 'journey-unreachable',
    what: 'steps.walk: no journey comes here',
    next: 'steps.exam.next: { walk: 0.1 } and steps.exam.ends: 0.9',
    isOneOfMany: true,
  },
  {
    title: 'a last step without an end',
    change: (v) => delete v.steps.exam.ends,
    code: 'journey-dead-end',
    what: 'steps.exam: nothing follows, and journeys do not end here',
    next: 'steps.exam.ends: true',
  },
  {
    title: 'a last step that does not end',
    change: (v) => (v.steps.exam.ends = false),
    code: 'journey-dead-end',
    what: 'steps.exam: nothing follows, and journeys do not end here',
    next: 'steps.exam.ends: true',
  },
  {
    title: 'a step with nothing in next',
    change: (v) => (v.steps.exam = { ...v.steps.exam, next: {}, ends: false }),
    code: 'journey-dead-end',
    what: 'steps.exam: nothing follows, and journeys do not end here',
    next: 'steps.exam.ends: true',
  },
  {
    title: 'a circle without an end',
    change: (v) => {
      delete v.steps.exam.ends;
      v.steps.exam.next = 'invite';
      v.steps.call.ends = 0;
      v.steps.call.next = { book: 0.7, remind: 0.3 };
    },
    code: 'journey-dead-end',
    what: 'steps.invite: no journey gets from here to an end',
    next: 'steps.invite.next: { book: 0.9 } and steps.invite.ends: 0.1',
    isOneOfMany: true,
  },
  {
    title: 'an end behind a bounded edge',
    change: (v) => (v.steps.book.next[1].max = 1),
    code: 'journey-dead-end',
    what: 'steps.book: no journey gets from here to an end',
    next: 'leave out steps.book.next[1].max',
  },
  {
    title: 'a loop without bound',
    change: (v) => delete v.steps.book.next[0].max,
    code: 'journey-loop',
    what: 'steps.remind.next: closes a loop without bound: book → remind → book',
    next: "steps.book.next: [{ to: 'remind', weight: 0.5, max: 3 }, { to: 'exam', weight: 0.5 }]",
  },
  {
    title: 'a loop of one step',
    change: (v) => (v.steps.exam = { ...v.steps.exam, next: { exam: 0.2 }, ends: 0.8 }),
    code: 'journey-loop',
    what: 'steps.exam.next.exam: closes a loop without bound: exam → exam',
    next: "steps.exam.next: [{ to: 'exam', weight: 0.2, max: 3 }]",
  },
  {
    title: 'a bound of 0',
    change: (v) => (v.steps.book.next[0].max = 0),
    code: 'journey-loop',
    what: 'steps.book.next[0].max: 0 does not fit',
    next: 'steps.book.next[0].max: 1',
  },
  {
    title: 'a bound that is not whole',
    change: (v) => (v.steps.book.next[0].max = 1.5),
    code: 'journey-loop',
    what: 'steps.book.next[0].max: 1.5 does not fit',
    next: 'steps.book.next[0].max: 2',
  },
  {
    title: 'a bound that is no number',
    change: (v) => (v.steps.book.next[0].max = '2'),
    code: 'journey-loop',
    what: 'steps.book.next[0].max: "2" does not fit',
    next: 'steps.book.next[0].max: 2',
  },
  {
    title: 'no emotion',
    change: (v) => (v.emotions = []),
    code: 'journey-emotion',
    what: 'emotions: there are none',
    next: "emotions: ['calm', 'curious', 'anxious']",
  },
  {
    title: 'an emotion twice',
    change: (v) => v.emotions.push('calm'),
    code: 'journey-emotion',
    what: 'emotions[3]: "calm" stands here a second time',
    next: 'leave out emotions[3]',
  },
  {
    title: 'an unknown emotion at a step',
    change: (v) => (v.steps.call.emotions[0].weights = { clam: 1 }),
    code: 'journey-emotion',
    what: 'steps.call.emotions[0].weights.clam: "clam" is no emotion of the graph',
    next: "rename steps.call.emotions[0].weights.clam to 'calm'",
  },
  {
    title: 'an unknown emotion before a transition',
    change: (v) => (v.transitions[0].table.axious = { calm: 1 }),
    code: 'journey-emotion',
    what: 'transitions[0].table.axious: "axious" is no emotion of the graph',
    next: "rename transitions[0].table.axious to 'anxious'",
  },
  {
    title: 'an unknown emotion after a transition',
    change: (v) => (v.transitions[0].table.curious = { clam: 1, curious: 1 }),
    code: 'journey-emotion',
    what: 'transitions[0].table.curious.clam: "clam" is no emotion of the graph',
    next: "rename transitions[0].table.curious.clam to 'calm'",
  },
  {
    title: 'a persona without a transition table',
    change: (v) => (v.transitions[1].persona = 'planner'),
    code: 'journey-emotion',
    what: 'transitions: no row is for "doubter"',
    next: "transitions[2]: { persona: 'doubter', table: { calm: { calm: 1, curious: 1, anxious: 1 }, curious: { calm: 1, curious: 1, anxious: 1 }, anxious: { calm: 1, curious: 1, anxious: 1 } } }",
  },
  {
    title: 'a persona without emotions at a step',
    change: (v) => (v.steps.call.emotions[0].persona = 'planner'),
    code: 'journey-emotion',
    what: 'steps.call.emotions: no row is for doubter (impact high)',
    next: 'steps.call.emotions[1]: { weights: { calm: 1, curious: 1, anxious: 1 } }',
  },
  {
    title: 'an impact without emotions at a step',
    change: (v) => (v.steps.call.emotions[0].impact = 'high'),
    code: 'journey-emotion',
    what: 'steps.call.emotions: no row is for planner (impact low)',
    next: 'steps.call.emotions[1]: { weights: { calm: 1 } }',
  },
  {
    title: 'no rows of emotions',
    change: (v) => (v.steps.exam.emotions = []),
    code: 'journey-emotion',
    what: 'steps.exam.emotions: no row is for planner (impact high)',
    next: 'steps.exam.emotions[0]: { weights: { calm: 1, curious: 1, anxious: 1 } }',
  },
  {
    title: 'a step without a legal emotion',
    change: (v) => (v.transitions[1].table.calm = { calm: 1 }),
    code: 'journey-emotion',
    what: 'transitions[1].table.calm: leaves doubter (impact low), calm at invite, without a legal emotion at book',
    next: 'transitions[1].table.calm.anxious: 1',
  },
  {
    title: 'a step without a legal emotion, since nothing follows',
    change: (v) => delete v.transitions[1].table.calm,
    code: 'journey-emotion',
    what: 'transitions[1].table.calm: leaves doubter (impact low), calm at invite, without a legal emotion at book',
    next: 'transitions[1].table.calm: { anxious: 1 }',
  },
  {
    title: 'a gap below 0',
    change: (v) => (v.steps.remind.gap.minDays = -3),
    code: 'journey-gap',
    what: 'steps.remind.gap.minDays: -3 does not fit',
    next: 'steps.remind.gap.minDays: 0',
  },
  {
    title: 'a gap that is no number',
    change: (v) => (v.steps.remind.gap.maxDays = null),
    code: 'journey-gap',
    what: 'steps.remind.gap.maxDays: null does not fit',
    next: 'leave out steps.remind.gap.maxDays',
  },
  {
    title: 'a gap too long for numbers',
    change: (v) => (v.steps.remind.gap = { minDays: 1e308 }),
    code: 'journey-gap',
    what: 'steps.remind.gap.minDays: 1e+308 does not fit',
    next: 'leave out steps.remind.gap.minDays',
  },
  {
    title: 'a gap longer than there are years',
    change: (v) => (v.steps.remind.gap = { minDays: 1e9 }),
    code: 'journey-gap',
    what: 'steps.remind.gap: remind comes at least 1000000000 days after the first step, and there are 120 days for it',
    next: 'leave out steps.remind.gap',
  },
  {
    title: 'a gap whose bounds are out of order',
    change: (v) => (v.steps.remind.gap = { minDays: 10, maxHours: 72 }),
    code: 'journey-gap',
    what: 'steps.remind.gap: the smallest gap, 10 days, is longer than the greatest, 3 days',
    next: 'steps.remind.gap: { maxDays: 10, minHours: 72 }',
  },
  {
    title: 'a gap between two seconds',
    change: (v) => (v.steps.remind.gap = { minMinutes: 0.02, maxMinutes: 0.03 }),
    code: 'journey-gap',
    what: 'steps.remind.gap: no whole second lies between 1.2 seconds and 1.8 seconds',
    next: 'leave out steps.remind.gap.maxMinutes',
  },
  {
    title: 'a bound in two units',
    change: (v) => (v.steps.remind.gap.minHours = 72),
    code: 'journey-gap',
    what: 'steps.remind.gap: minHours 72 and minDays 3',
    next: 'steps.remind.gap: { maxDays: 10, minHours: 72 }',
  },
  {
    title: 'two gaps that exclude each other',
    change: (v) => (v.steps.remind.gap = [{ minDays: 3 }, { from: 'previous', maxDays: 2 }]),
    code: 'journey-gap',
    what: 'steps.remind.gap[1]: no time is right for it and for steps.remind.gap[0]',
    next: 'leave out steps.remind.gap[1]',
  },
  {
    title: 'a gap from a step that comes later',
    change: (v) => (v.steps.call.gap = { from: 'exam', minDays: 1 }),
    code: 'journey-gap',
    what: 'steps.call.gap.from: exam never comes before call',
    next: "steps.call.gap.from: 'previous'",
  },
  {
    title: 'a gap from the step itself',
    change: (v) => (v.steps.exam.gap.from = 'exam'),
    code: 'journey-gap',
    what: 'steps.exam.gap.from: exam never comes before exam',
    next: "steps.exam.gap.from: 'call'",
  },
  {
    title: 'a gap that ends too soon',
    change: (v) => (v.steps.exam.gap = [v.steps.exam.gap, { maxDays: 3 }]),
    code: 'journey-gap',
    what: 'steps.exam.gap[1]: at most 3 days after book, but exam comes at least 14 days after it',
    next: 'steps.exam.gap[1].maxDays: 14',
  },
  {
    title: 'gaps that leave too little time',
    change: (v) =>
      (v.steps.exam.gap = [
        { minDays: 14, maxDays: 60 },
        { from: 'call', maxHours: 100 },
        { from: 'invite', maxHours: 99 },
      ]),
    code: 'journey-gap',
    what: 'steps.exam.gap[1]: at most 4 days 4 hours after call, but exam comes at least 14 days 5 minutes after it',
    next: 'steps.exam.gap[1].maxHours: 337',
  },
  {
    title: 'gaps that reach beyond the reference date',
    change: (v) => (v.startDays.max = 10),
    code: 'journey-gap',
    what: 'steps.exam.gap: exam comes at least 14 days 5 minutes after the first step, and there are 10 days for it',
    next: 'startDays.max: 14',
  },
  {
    title: 'a gap from the cause beyond the reference date',
    change: (v) => (v.steps.exam.gap = { from: 'cause', minDays: 200 }),
    code: 'journey-gap',
    what: 'steps.exam.gap: exam comes at least 193 days after the first step, and there are 120 days for it',
    next: 'startDays.max: 193',
  },
];

/** Gives a step another name wherever it is named. */
function rename(visit: Loose, old: string, name: string): void {
  const keys = (given: Loose): Loose =>
    Object.fromEntries(Object.entries(given).map(([key, each]) => [key === old ? name : key, each]));
  visit.steps = keys(visit.steps);
  visit.steps.call.next = keys(visit.steps.call.next);
  visit.steps.book.next[0].to = name;
  for (const persona of visit.personas) visit.completion[persona] = keys(visit.completion[persona]);
}

/** A copy of the description that passes, changed. */
export function visitWith(change: (visit: Loose) => unknown): unknown {
  const visit: Loose = structuredClone(visitDescription);
  change(visit);
  return visit;
}
