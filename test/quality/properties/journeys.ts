import { scenario } from '../../../arbitraries/index.js';
import type { JourneyStep } from '../../../src/index.js';
import { peerScenario } from '../peers/index.js';
import { property } from './Property.js';
import type { Property } from './Property.js';
import { simplestTransition } from './simplest.js';

interface Step {
  readonly step: string;
  readonly timestamp: string;
  readonly emotional_state: string;
  readonly completion_status: string;
}

interface Travelling {
  readonly user: { readonly persona_type: string };
  readonly journey: readonly Step[];
}

const ours = scenario('life_transition');
const peer = peerScenario();

const event: JourneyStep = {
  step: 'event_trigger',
  timestamp: '2024-03-31T00:00:00Z',
  actions: ['receive_transition_notification', 'view_impact_assessment'],
  emotional_state: 'attentive',
  completion_status: 'completed',
};
const support: JourneyStep = {
  step: 'support_plan',
  timestamp: '2024-04-01T00:00:00Z',
  actions: ['review_support_options', 'select_support_services'],
  emotional_state: 'engaged',
  completion_status: 'completed',
};
const followUp: JourneyStep = {
  step: 'follow_up',
  timestamp: '2024-04-30T00:00:00Z',
  actions: ['complete_follow_up_assessment', 'update_prevention_plan'],
  emotional_state: 'stable',
  completion_status: 'completed',
};
const peerEvent: Step = {
  step: 'event_trigger',
  timestamp: '2024-03-31T00:00:00Z',
  emotional_state: 'attentive',
  completion_status: 'completed',
};
const peerSupport: Step = {
  step: 'support_plan',
  timestamp: '2024-04-01T00:00:00Z',
  emotional_state: 'attentive',
  completion_status: 'completed',
};
const avoider = { persona_type: 'health_aware_avoider' } as const;

/** Scenarios with a journey of up to three steps. */
export const journeyProperties: readonly Property[] = [
  property({
    kind: 'journey order',
    title: 'a step that is reached after one was left out',
    endsAt: "the simplest user's three steps, the second one left out",
    fails: ({ journey }: Travelling) => some(journey, (_, before) => before.completion_status === 'skipped'),
    matters: ({ journey }) => journey.map((step) => [step.step, step.completion_status]),
    ours: {
      arbitrary: ours,
      minimum: simplestTransition([event, { ...support, completion_status: 'skipped' }, followUp], {
        support_plan_creation: false,
        prevention_plan_update: true,
        follow_up_completion: false,
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: { user: avoider, journey: [{ ...peerEvent, completion_status: 'skipped' }, peerSupport] },
    },
    tries: { median: 28, p95: 32 },
  }),
  property({
    kind: 'journey order',
    title: 'more than ten days between two steps',
    endsAt: "the simplest user's two steps, ten days and a moment apart",
    fails: ({ journey }: Travelling) =>
      some(journey, (step, before) => Date.parse(step.timestamp) - Date.parse(before.timestamp) > 10 * 86_400_000),
    matters: ({ journey }) => journey.map(({ step, timestamp }) => [step, timestamp]),
    ours: {
      arbitrary: ours,
      minimum: simplestTransition([event, { ...support, timestamp: '2024-04-10T00:00:01Z' }], {
        support_plan_creation: true,
        prevention_plan_update: false,
        follow_up_completion: false,
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: { user: avoider, journey: [peerEvent, { ...peerSupport, timestamp: '2024-04-10T00:01:00Z' }] },
    },
    tries: { median: 30, p95: 34 },
  }),
  property({
    kind: 'journey emotion',
    title: 'a step that is not completed after an anxious one',
    endsAt: "the simplest user's two steps, the second one left out",
    fails: ({ journey }: Travelling) =>
      some(journey, (step, before) => before.emotional_state === 'anxious' && step.completion_status !== 'completed'),
    matters: ({ journey }) => journey.map((step) => [step.step, step.emotional_state, step.completion_status]),
    ours: {
      arbitrary: ours,
      minimum: simplestTransition(
        [
          { ...event, emotional_state: 'anxious' },
          { ...support, completion_status: 'skipped' },
        ],
        { support_plan_creation: false, prevention_plan_update: false, follow_up_completion: false },
      ),
    },
    peer: {
      arbitrary: peer,
      minimum: {
        user: avoider,
        journey: [
          { ...peerEvent, emotional_state: 'anxious' },
          { ...peerSupport, completion_status: 'skipped' },
        ],
      },
    },
    tries: { median: 26, p95: 32 },
  }),
];

function some(journey: readonly Step[], test: (step: Step, before: Step) => boolean): boolean {
  return journey.some((step, index) => index > 0 && test(step, journey[index - 1] as Step));
}
